"""From committed volumes down to customers: each meeting's units together, then thinned by the rates they share."""

from collections.abc import Mapping, Sequence
from math import prod

from roadmapctl.analysis.uncertainty.chance import counts_of, hardly_exceeded
from roadmapctl.analysis.uncertainty.counts import FEW, Counts, Thinning, together
from roadmapctl.analysis.uncertainty.meeting import Entry, Meeting
from roadmapctl.analysis.uncertainty.positive import Positive, product, product_step
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity, thinned
from roadmapctl.analysis.uncertainty.laws import Law
from roadmapctl.analysis.uncertainty.sums import of_counts, sum_of

State = Fixed | Intensity | list[float]
"""Units by their mean before chance, or, where they are few, by the probability of each number."""


MANY = 300
"""Units from which on one more or less does not change how inflows are made up."""


class Flow:
    """Entries on their way through uncertain rates, for any volumes."""

    def __init__(self, entries: Sequence[Entry], root: Meeting, laws: Mapping[str, Law]) -> None:
        self._entries, self._root, self._laws = entries, root, laws
        means = {path: law.mean() for path, law in laws.items()}
        self._yields = [entry.chance * prod(means[rate] for rate in entry.rates) for entry in entries]
        self._factors: dict[tuple[str, ...], Positive] = {}
        self._steps: dict[tuple[str, ...], float] = {}
        self._thinnings: dict[tuple[str, ...], Thinning] = {}
        self._sums: dict[Meeting, tuple[Sequence[int], Intensity]] = {}

    def customers(self, units: Sequence[int]) -> State:
        """What becomes of so many units of each arrival."""
        return self._through(self._root, [units[entry.arrival] * entry.multiple for entry in self._entries])

    def _through(self, meeting: Meeting, units: Sequence[int]) -> State:
        state = self._together(meeting, units)
        if not meeting.rates or (isinstance(state, Fixed) and not state.first):
            return state
        if isinstance(state, list):
            return self._thinning(meeting.rates).of(state)
        return thinned(state, self._factor(meeting.rates), self._step(meeting.rates, state))

    def _step(self, rates: tuple[str, ...], state: Fixed | Intensity) -> float | None:
        """The same for all volumes, so that what is known of the rates is worked out once."""
        if isinstance(state, Fixed):
            return None
        return self._steps.setdefault(rates, product_step(state.mean, self._factor(rates)))

    def _together(self, meeting: Meeting, units: Sequence[int]) -> State:
        """What meets, before the rates that are shared from there on."""
        scaled = self._scaled(meeting, units)
        if scaled is not None:
            return scaled
        parts = [part for earlier in meeting.earlier if not _is_none(part := self._through(earlier, units))]
        entered = [(units[n], self._entries[n].chance) for n in meeting.entries if units[n] and self._entries[n].chance]
        fixed = Fixed()
        for number, chance in entered:
            fixed = fixed.with_units(number, chance)
        if not parts and len({chance for _, chance in entered}) < 2:
            return fixed  # a single binomial, which needs no approximation
        if sum(map(_most, parts)) + sum(min(number, _most(Fixed(number * chance))) for number, chance in entered) <= FEW:
            return _one_by_one([*parts, *(Fixed().with_units(number, chance) for number, chance in entered)])
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
        members = _members(meeting)
        before, after = (sum(of[n] * self._yields[n] for n in members) for of in (known, units))
        factor = after / before
        if any(known[n] < MANY or abs(units[n] - factor * known[n]) > 2 * self._entries[n].multiple for n in members):
            return None
        return Intensity(whole.mean.times(factor), *whole.marks)

    def _factor(self, rates: tuple[str, ...]) -> Positive:
        if rates not in self._factors:
            self._factors[rates] = product([self._laws[rate] for rate in rates])
        return self._factors[rates]

    def _thinning(self, rates: tuple[str, ...]) -> Thinning:
        if rates not in self._thinnings:
            of_most = counts_of(thinned(Fixed(FEW, FEW, FEW), self._factor(rates)))
            self._thinnings[rates] = Thinning(FEW, of_most)
        return self._thinnings[rates]


def _one_by_one(parts: Sequence[State]) -> list[float]:
    """Few units of independent inflows together."""
    whole: Counts = [1.0]
    for part in parts:
        whole = together(whole, part if isinstance(part, list) else counts_of(part))
    return list(whole)


def _is_none(part: State) -> bool:
    return isinstance(part, Fixed) and not part.first


def _most(part: State) -> float:
    return len(part) - 1 if isinstance(part, list) else hardly_exceeded(part)


def _members(meeting: Meeting) -> list[int]:
    """The entries that meet there or earlier."""
    return [*meeting.entries, *(number for earlier in meeting.earlier for number in _members(earlier))]
