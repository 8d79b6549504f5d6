"""The plan's events, and when they are held."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic, TacticEvent

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.spans import Span


class Held(NamedTuple):
    """A tactic that is an event, or a series of them."""

    id: str
    tactic: Tactic
    event: TacticEvent

    @property
    def number(self) -> int:
        """How many events it is."""
        return 1 if self.event.events is None else self.event.events

    @property
    def first(self) -> date | None:
        """The day of the first of them; the tactic's first day where the event has no date. None where neither is said."""
        return self.event.date or self.tactic.start

    @property
    def last(self) -> date | None:
        """The day up to which they are held: of a single one its own, of a series the tactic's last."""
        first, end = self.first, self.tactic.end
        return first if first is None or self.number == 1 or end is None else max(first, end)


class Spread(NamedTuple):
    """Events by span; `outside` are those whose day is not said or lies in none of the spans."""

    row: tuple[int, ...]
    outside: int


def events_of(plan: Plan) -> tuple[Held, ...]:
    """The tactics that are events in order of their days, those without a day last."""
    held = (Held(id_, tactic, tactic.event) for id_, tactic in plan.tactics.items() if tactic.event is not None)
    return tuple(sorted(held, key=lambda one: one.first or date.max))


def by_span(held: Held, spans: "Sequence[Span]") -> Spread:
    """Its events in each span, evenly by days from its first day to its last, whole by largest remainder."""
    first, last = held.first, held.last
    if first is None or last is None or not spans:
        return Spread((0,) * len(spans), held.number)
    days = [_common_days(first, last, span) for span in spans]
    beyond = (last - first).days + 1 - sum(days)
    *row, outside = largest_remainder(held.number, [Fraction(number) for number in (*days, beyond)])
    return Spread(tuple(row), outside)


def after(held: Held, day: date | None) -> int:
    """How many of its events lie after a day, evenly by days like the rest; 0 where nothing is said of either."""
    first, last = held.first, held.last
    if first is None or last is None or day is None or last <= day:
        return 0
    if first > day:
        return held.number
    days = (Fraction((day - first).days + 1), Fraction((last - day).days))
    return largest_remainder(held.number, days)[1]


def _common_days(first: date, last: date, span: "Span") -> int:
    return max(0, (min(last, span.end) - max(first, span.start)).days + 1)
