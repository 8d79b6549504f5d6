"""The value of one input at which the volumes that are planned just meet the goal."""

from fractions import Fraction
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.funnel.forward import deals_of
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.load import Document
from roadmapctl.load.document import value_at
from roadmapctl.load.scalars import resolve
from roadmapctl.model.numbers import plain_text, quantity
from roadmapctl.model.unreadable import Unreadable
from roadmapctl.scenarios.overlay import Outcome, Refused, outcome

ROUNDS = 48
DIGITS = 6
FAR = Fraction(10**6)
"""How far from its present size a value that is no share is looked for."""


class Solved(NamedTuple):
    """A `value` that just meets the goal, to six digits; `least`: higher values meet it too, else lower ones.

    The planned volumes are held fast: as the plan stands they bring `deals_now`, and `wanted_now` are wanted.
    """

    path: str
    value: Fraction
    least: bool
    is_share: bool
    now: Any
    deals_now: Fraction
    wanted_now: Fraction


class Unsolved(NamedTuple):
    """No value just meets the goal: all of them do, or none, or the path holds no number."""

    path: str
    why: Literal["always", "never", "no_number"]


class _Search(NamedTuple):
    document: Document
    path: str
    planned: FunnelResult
    percent: bool

    def surplus(self, value: Fraction) -> Fraction | None:
        """Deals beyond those wanted at a value; None where nothing can be computed there."""
        found = self.outcome(value)
        return None if not isinstance(found, Outcome) else self.over(found)

    def outcome(self, value: Fraction) -> "Outcome | Infeasible | Refused":
        text = f"{plain_text(value * 100)}%" if self.percent else resolve(plain_text(value))
        return outcome(self.document, "", {self.path: text})

    def over(self, found: Outcome) -> Fraction:
        return deals_of(self.planned, found.result) - found.result.demand.deals


def solve(document: Document, path: str, planned: FunnelResult) -> Solved | Unsolved:
    """The value at a dotted path at which the volumes of `planned` bring just the deals the document's funnel wants.

    The volumes are those the plan commits to; the document may be under a scenario. Halving: what the volumes bring rises or
    falls with every single input. Raises NoSuchItem.
    """
    here = outcome(document, "", {})
    now = value_at(document.value, tuple(path.split(".")))
    search = _Search(document, path, planned, percent=isinstance(now, str) and now.strip().endswith("%"))
    ends = _ends(search, now)
    if ends is None or not isinstance(here, Outcome):
        return Unsolved(path, "no_number")
    low, high = ends
    at_low, at_high = search.surplus(low), search.surplus(high)
    meets_low, meets_high = at_low is not None and at_low >= 0, at_high is not None and at_high >= 0
    if meets_low == meets_high:
        return Unsolved(path, "always" if meets_low else "never")
    value = _halved(search, low, high, least=meets_high)
    return Solved(
        path,
        value,
        least=meets_high,
        is_share=high == 1,
        now=now,
        deals_now=deals_of(planned, here.result),
        wanted_now=here.result.demand.deals,
    )


def _ends(search: _Search, now: Any) -> tuple[Fraction, Fraction] | None:
    """Where to look: the whole of a share, or a million times either way; None where the path takes no number."""
    tiny = Fraction(1, 10**6)
    if isinstance(search.outcome(Fraction(1, 2)), Outcome) and isinstance(search.outcome(Fraction(3, 2)), Refused):
        return tiny, Fraction(1)
    size = _size(now)
    low, high = size / FAR, size * FAR
    whole = isinstance(search.outcome(Fraction(3, 2)), Refused)
    if whole:
        low, high = Fraction(0), Fraction(round(high))
    return None if isinstance(search.outcome(high), Refused) else (low, high)


def _size(now: Any) -> Fraction:
    """The present value, where one number stands there; else 1."""
    try:
        return abs(Fraction(quantity(now))) or Fraction(1)
    except Unreadable:
        return Fraction(1)


def _halved(search: _Search, low: Fraction, high: Fraction, *, least: bool) -> Fraction:
    """Between an end that meets the goal and one that does not, six digits of the value where that changes."""
    whole = isinstance(search.outcome((low + high) / 2 + Fraction(1, 3)), Refused)
    for _ in range(ROUNDS):
        middle = _middle(low, high, whole=whole)
        if middle in (low, high):
            break
        over = search.surplus(middle)
        if (over is not None and over >= 0) == least:
            high = middle
        else:
            low = middle
    return _rounded(search, high if least else low, up=least)


def _middle(low: Fraction, high: Fraction, *, whole: bool) -> Fraction:
    """Halfway; between sizes far apart, halfway in their digits, so that a few rounds are enough."""
    if whole:
        return Fraction((low + high) // 2)
    if low and high / low > 4:
        return Fraction(round(float(low * high) ** 0.5 * 10**9), 10**9) or (low + high) / 2
    return (low + high) / 2


def _rounded(search: _Search, value: Fraction, *, up: bool) -> Fraction:
    """Six significant digits; the nearest ones if they meet the goal, else those on the side that does."""
    if not value:
        return value
    power = Fraction(1)
    while value * power < 10 ** (DIGITS - 1):
        power *= 10
    nearest = Fraction(round(value * power)) / power
    over = search.surplus(nearest)
    if over is not None and over >= 0:
        return nearest
    return Fraction(-(-value * power // 1) if up else value * power // 1) / power
