"""Where playbooks are run: the tactics that follow one, each with the day from which its steps are counted."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic, TacticEvent

CountedFrom = Literal["event", "start", "given"]
LONGEST_SERIES = 100
"""Of a longer one only the first event is dated: nobody reads a thousand touches."""


class Run(NamedTuple):
    """One use of a playbook. `tactic` is None for one that is not planned yet. `zero` is the moment its steps are counted
    from, None where the plan does not say it; `counted_from`: the event's date, the tactic's first day, or a date given. It is
    number `number` of `of` events of a series; from the second on its day is an estimate."""

    playbook: str
    tactic: str | None
    segment: str | None
    zero: Moment | None
    counted_from: CountedFrom | None
    starts: date | None = None
    number: int = 1
    of: int = 1


def runs(plan: Plan) -> tuple[Run, ...]:
    """The tactics that follow a playbook of the plan, in the plan's order; of a series every event.

    Steps are counted from the date of the tactic's event. A tactic that is no event (a roll-out in a new unit) counts from its
    first day. An event without a date has no day to count from: its tactic's first day is weeks of work before it.
    """
    return tuple(
        run
        for id_, tactic in plan.tactics.items()
        if tactic.playbook in plan.playbooks
        for run in _runs(tactic.playbook, id_, tactic)
    )


def _runs(playbook: str, id_: str, tactic: Tactic) -> Iterator[Run]:
    plain = Run(playbook, id_, tactic.segment, None, None, tactic.start)
    event = tactic.event
    if event is not None and event.date is not None:
        days = _days(event, event.date, tactic.end)
        for number, day in enumerate(days, 1):
            zero = Moment(day, event.time)
            yield plain._replace(zero=zero, counted_from="event", number=number, of=len(days))
    elif event is None and tactic.start is not None:
        yield plain._replace(zero=Moment(tactic.start), counted_from="start")
    else:
        yield plain


def _days(event: TacticEvent, first: date, end: date | None) -> list[date]:
    """The days of a series, evenly from its first to the tactic's last; only the first where that cannot be said."""
    number = event.events or 1
    if end is None or end < first or not 1 < number <= LONGEST_SERIES:
        return [first]
    length = (end - first).days
    return [first + timedelta(days=length * place // (number - 1)) for place in range(number)]
