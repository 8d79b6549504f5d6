"""From committed volumes down to customers: each meeting's units together, then thinned by the rates they share."""

from collections.abc import Mapping, Sequence

from roadmapctl.analysis.uncertainty.chance import counts_of, hardly_exceeded
from roadmapctl.analysis.uncertainty.counts import FEW, Counts, Thinning, together
from roadmapctl.analysis.uncertainty.course import Entry, Meeting
from roadmapctl.analysis.uncertainty.factor import Factor, product, thinned
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity
from roadmapctl.analysis.uncertainty.laws import Law
from roadmapctl.analysis.uncertainty.meeting import of_counts, sum_of

State = Fixed | Intensity | list[float]
"""Units by their mean before chance, or, where they are few, by the probability of each number."""


class Flow:
    """Entries on their way through uncertain rates, for any volumes."""

    def __init__(self, entries: Sequence[Entry], root: Meeting, laws: Mapping[str, Law]) -> None:
        self._entries, self._root, self._laws = entries, root, laws
        self._factors: dict[tuple[str, ...], Factor] = {}
        self._thinnings: dict[tuple[str, ...], Thinning] = {}

    def customers(self, units: Sequence[int]) -> State:
        """What becomes of so many units of each entry."""
        return self._through(self._root, units)

    def _through(self, meeting: Meeting, units: Sequence[int]) -> State:
        state = self._together(meeting, units)
        if not meeting.rates or (isinstance(state, Fixed) and not state.first):
            return state
        if isinstance(state, list):
            return self._thinning(meeting.rates).of(state)
        return thinned(state, self._factor(meeting.rates))

    def _together(self, meeting: Meeting, units: Sequence[int]) -> State:
        parts = [self._through(earlier, units) for earlier in meeting.earlier]
        parts = [part for part in parts if not isinstance(part, Fixed) or part.first]
        entered = [(units[n], self._entries[n].chance) for n in meeting.entries if units[n] and self._entries[n].chance]
        fixed = Fixed()
        for number, chance in entered:
            fixed = fixed.with_units(number, chance)
        if not parts and len({chance for _, chance in entered}) < 2:
            return fixed  # a single binomial, which needs no approximation
        most = sum(map(_most, parts)) + sum(min(number, hardly_exceeded(Fixed(number * chance, 0, 0))) for number, chance in entered)
        if most <= FEW:
            few = [part if isinstance(part, list) else counts_of(part) for part in parts]
            few += [counts_of(Fixed().with_units(number, chance)) for number, chance in entered]
            whole: Counts = [1.0]
            for part in few:
                whole = together(whole, part)
            return list(whole)
        if not parts:
            return fixed
        return sum_of([of_counts(part) if isinstance(part, list) else part for part in parts]).plus(fixed)

    def _factor(self, rates: tuple[str, ...]) -> Factor:
        if rates not in self._factors:
            self._factors[rates] = product([self._laws[rate] for rate in rates])
        return self._factors[rates]

    def _thinning(self, rates: tuple[str, ...]) -> Thinning:
        if rates not in self._thinnings:
            of_most = counts_of(thinned(Fixed(FEW, FEW, FEW), self._factor(rates)))
            self._thinnings[rates] = Thinning(FEW, of_most)
        return self._thinnings[rates]


def _most(part: State) -> float:
    return len(part) - 1 if isinstance(part, list) else hardly_exceeded(part)
