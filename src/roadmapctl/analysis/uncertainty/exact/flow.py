"""From committed volumes down to customers: each meeting's units together, then thinned by the rates they share."""

from collections.abc import Mapping, Sequence
from math import prod

from roadmapctl.analysis.uncertainty.distributions.counts import FEW, Thinning, together
from roadmapctl.analysis.uncertainty.distributions.laws import Law
from roadmapctl.analysis.uncertainty.distributions.positive import Positive, of_law
from roadmapctl.analysis.uncertainty.distributions.product import product, product_step
from roadmapctl.analysis.uncertainty.exact.chance import counts_of, hardly_exceeded
from roadmapctl.analysis.uncertainty.exact.intensity import Fixed, Intensity, thinned
from roadmapctl.analysis.uncertainty.exact.sums import of_counts, sum_of
from roadmapctl.analysis.uncertainty.question.meeting import Entry, Meeting

Uncertain = Intensity | list[float]
"""Units by their mean before chance, or, where they are few, by the probability of each number."""
State = Fixed | Uncertain

SEVERAL = 1000
"""Customers up to which independent inflows of them are told one by one: where no rate follows, that takes little time."""
MANY = 300
"""Units from which on one more or less does not change how inflows are made up."""


class Flow:
    """Entries on their way through uncertain rates of known means, for any volumes."""

    def __init__(
        self, entries: Sequence[Entry], root: Meeting, laws: Mapping[str, Law], means: Mapping[str, float]
    ) -> None:
        self._entries, self._root, self._laws = entries, root, laws
        self._yields = [entry.chance * prod(means[rate] for rate in entry.rates) for entry in entries]
        self._factors: dict[tuple[str, ...], Positive] = {}
        self._steps: dict[tuple[str, ...], float] = {}
        self._thinnings: dict[tuple[str, ...], Thinning] = {}
        self._sums: dict[Meeting, tuple[Sequence[int], Intensity]] = {}

    def sure(self, units: Sequence[int]) -> int:
        """Customers whom no rate is before."""
        return sum(units[entry.arrival] * entry.multiple for entry in self._entries if entry.is_sure)

    def customers(self, units: Sequence[int]) -> State:
        """What becomes of so many units of each arrival, beside those that are sure."""
        entered = [0 if entry.is_sure else units[entry.arrival] * entry.multiple for entry in self._entries]
        if self._root.rates:
            return self._through(self._root, entered)
        return self._together(self._root, entered, few=SEVERAL)

    def _through(self, meeting: Meeting, units: Sequence[int]) -> Uncertain:
        """What comes through the rates that are shared from a meeting on."""
        state = self._together(meeting, units)
        if isinstance(state, list):
            return self._thinning(meeting.rates).of(state)
        if isinstance(state, Fixed):
            return thinned(state, self._factor(meeting.rates)) if state.first else [1.0]
        return thinned(state, self._factor(meeting.rates), self._step(meeting.rates, state))

    def _step(self, rates: tuple[str, ...], state: Intensity) -> float:
        """The same for all volumes, so that what is known of the rates is worked out once."""
        if rates not in self._steps:
            self._steps[rates] = product_step(state.mean, self._factor(rates))
        return self._steps[rates]

    def _together(self, meeting: Meeting, units: Sequence[int], few: int = FEW) -> State:
        """What meets, before the rates that are shared from there on; told one by one up to `few`."""
        scaled = self._scaled(meeting, units)
        if scaled is not None:
            return scaled
        parts = [part for earlier in meeting.earlier if (part := self._through(earlier, units)) != [1.0]]
        entered = [(units[n], self._entries[n].chance) for n in meeting.entries if units[n] and self._entries[n].chance]
        fixed = Fixed()
        for number, chance in entered:
            fixed = fixed.with_units(number, chance)
        if not parts and len({chance for _, chance in entered}) < 2:
            return fixed  # a single binomial, which needs no approximation
        if _are_few(parts, entered, fixed, few):
            return _one_by_one(parts, entered)
        if not parts:
            return fixed
        whole = sum_of([of_counts(part) if isinstance(part, list) else part for part in parts]).plus(fixed)
        self._sums[meeting] = units, whole
        return whole

    def _scaled(self, meeting: Meeting, units: Sequence[int]) -> Intensity | None:
        """A sum known for other volumes, from which these differ by one factor and rounding; None where they do not."""
        if meeting not in self._sums:
            return None
        known, whole = self._sums[meeting]
        members = [n for n in _members(meeting) if known[n] or units[n]]
        before, after = (sum(of[n] * self._yields[n] for n in members) for of in (known, units))
        factor = after / before
        if any(known[n] < MANY or abs(units[n] - factor * known[n]) > 2 * self._entries[n].multiple for n in members):
            return None
        return Intensity(whole.mean.times(factor), *whole.marks)

    def _factor(self, rates: tuple[str, ...]) -> Positive:
        if rates not in self._factors:
            self._factors[rates] = product([of_law(self._laws[rate]) for rate in rates])
        return self._factors[rates]

    def _thinning(self, rates: tuple[str, ...]) -> Thinning:
        if rates not in self._thinnings:
            self._thinnings[rates] = Thinning(FEW, counts_of(thinned(Fixed(FEW, FEW, FEW), self._factor(rates))))
        return self._thinnings[rates]


def _are_few(parts: Sequence[Uncertain], entered: Sequence[tuple[int, float]], fixed: Fixed, few: int) -> bool:
    """Is it next to certain that they are no more than a few all together?"""
    if fixed.first > few:
        return False
    most = sum(len(part) - 1 if isinstance(part, list) else hardly_exceeded(part) for part in parts)
    return most + sum(min(number, hardly_exceeded(Fixed(number * chance))) for number, chance in entered) <= few


def _one_by_one(parts: Sequence[Uncertain], entered: Sequence[tuple[int, float]]) -> list[float]:
    """Few units of independent inflows together."""
    whole = [1.0]
    for part in (*parts, *(Fixed().with_units(number, chance) for number, chance in entered)):
        whole = together(whole, part if isinstance(part, list) else counts_of(part))
    return whole


def _members(meeting: Meeting) -> list[int]:
    """The entries that meet there or earlier."""
    return [*meeting.entries, *(number for earlier in meeting.earlier for number in _members(earlier))]
