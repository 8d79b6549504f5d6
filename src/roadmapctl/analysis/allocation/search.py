"""The best split of all, and the proof that there is none better.

Concave responses need no search. For S-shaped ones and whole events it is branch and bound: within boxes of spends the
envelopes tell what no split can exceed (`relaxed`); where the best split on the envelopes is one on the responses too, it is
the best within its boxes; where not, the box of the source that is furthest off is cut in two at its spend.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count
from math import ceil, floor
from typing import NamedTuple

from roadmapctl.analysis.allocation.curves import Amount
from roadmapctl.analysis.allocation.options import Goal, Option
from roadmapctl.analysis.allocation.relaxed import Box, Relaxation, Relaxed
from roadmapctl.analysis.allocation.settling import settled

NONE = Fraction(0)
NEARLY = 1e-9
EXACTLY = 1e-12
REPAIRS = 2
MARGIN = Fraction(1, 10)
MOST_BOXES = 2000
MOST_WORK = 40_000
"""Boxes that are opened, times sources: some seconds. What is not proved by then is said not to be."""

Boxes = tuple[Box, ...]
Spends = tuple[Amount, ...]


class Split(NamedTuple):
    """Spend by source, to the cent, and what no split can exceed: the deals for an amount of money, or, for an amount of deals,
    the money below which none gets there. `proved`: the split comes to within a billionth of that, cents aside."""

    spends: tuple[Fraction, ...]
    bound: Fraction
    proved: bool


def best_split(options: Sequence[Option], goal: Goal) -> Split | None:
    """The split that meets the goal best; None where none keeps to the bounds and meets it."""
    boxes = tuple(box_of(option, goal) for option in options)
    if any(box.low > box.high for box in boxes):
        return None
    search = _Search(options, goal)
    best = search.run(boxes)
    if best is None:
        return None
    promised = search.promised(best)
    bound = Fraction(promised if goal.kind == "spend" else -promised)
    return Split(settled(best, options, boxes, goal), bound, not search.improves(promised))


def box_of(option: Option, goal: Goal) -> Box:
    """Its floor and cap, in whole events where it is a series of them; without a cap, all that the goal can ask of it."""
    each = Fraction(1) if option.step is None else option.step
    cap = option.cap
    if cap is None:
        brings = Fraction(option.deals(each))
        alone = goal.amount if goal.kind == "spend" else goal.amount / brings * each + each if brings else NONE
        cap = max(option.floor + each, alone)
    if option.step is None:
        return Box(option.floor, cap)
    return Box(ceil(option.floor / each) * each, floor(cap / each) * each)


def _well_within(spend: Fraction, box: Box) -> Fraction:
    """The spend, but no nearer to an end of the box than a tenth of it: slivers would be cut off without end."""
    margin = (box.high - box.low) * MARGIN
    return min(max(spend, box.low + margin), box.high - margin)


class _Search:
    """Looks for the highest score: deals, or money with a minus sign."""

    def __init__(self, options: Sequence[Option], goal: Goal) -> None:
        self._options = options
        self._goal = goal
        self._by_spend = goal.kind == "spend"
        self._relaxation = Relaxation(options, goal)
        self._order = count()
        self._open: list[tuple[Amount, int, Boxes, Relaxed]] = []
        self._best: Spends | None = None
        self._score: Amount = 0

    def run(self, boxes: Boxes) -> Spends | None:
        """Opens boxes in the order of what they promise, until none promises more than what was found."""
        self._enter(boxes)
        for _ in range(min(MOST_BOXES, MOST_WORK // len(self._options))):
            if not self._open or not self.improves(-self._open[0][0]):
                break
            _, _, boxes, relaxed = heappop(self._open)
            for part in self._cut(boxes, relaxed):
                self._enter(part)
        return self._best

    def promised(self, best: Spends) -> Amount:
        """The most that any split can score, this one being the best that was found."""
        return max([self._score_of(best), *(-entry[0] for entry in self._open)])

    def improves(self, score: Amount) -> bool:
        """Is it more than the best so far, by more than a billionth?"""
        return self._best is None or score > self._score + NEARLY * abs(float(self._score))

    def _enter(self, boxes: Boxes) -> None:
        relaxed = self._relaxation.solve(boxes)
        if relaxed is None:
            return
        self._try(boxes, relaxed)
        promised = sum(relaxed.deals) if self._by_spend else -sum(relaxed.spends)
        if self.improves(promised):
            heappush(self._open, (-promised, next(self._order), boxes, relaxed))

    def _try(self, boxes: Boxes, relaxed: Relaxed) -> None:
        """What the envelopes say, and a split made of it: sources that are off put where they are not, the others around them."""
        for _ in range(REPAIRS):
            self._keep(relaxed.spends)
            off = [off > 0 for off in self._off(relaxed)]
            if not any(off):
                return
            corners = [self._corner(number, box, relaxed) for number, box in enumerate(boxes)]
            boxes = tuple(Box(c, c) if far else box for c, far, box in zip(corners, off, boxes, strict=True))
            again = self._relaxation.solve(boxes)
            if again is None:
                return
            relaxed = again
        numbered = zip(count(), relaxed.spends, self._off(relaxed), strict=False)
        self._keep([self._corner(n, boxes[n], relaxed) if off else spend for n, spend, off in numbered])

    def _off(self, relaxed: Relaxed) -> list[Amount]:
        """By how many deals each source's response stays below its envelope; 0 where that is next to nothing."""
        nothing = EXACTLY * float(sum(relaxed.deals))
        spends = (self._snapped(number, spend) for number, spend in enumerate(relaxed.spends))
        rows = zip(relaxed.deals, self._options, spends, strict=True)
        below = (deals - option.deals(spend) for deals, option, spend in rows)
        return [off if off > nothing else NONE for off in below]

    def _corner(self, number: int, box: Box, relaxed: Relaxed) -> Fraction:
        """The nearest spend at which a response comes to its envelope: with less money, or to reach deals with more."""
        option, spend = self._options[number], relaxed.spends[number]
        if option.step is not None:
            return (floor if self._by_spend else ceil)(spend / option.step) * option.step
        return self._relaxation.corner(number, box, spend, up=not self._by_spend)

    def _cut(self, boxes: Boxes, relaxed: Relaxed) -> Iterator[Boxes]:
        """The boxes in two, about the spend of the source that is furthest off; nothing where none is."""
        off, number = max((off, -number) for number, off in enumerate(self._off(relaxed)))
        if not off:
            return
        box, spend, step = boxes[-number], Fraction(relaxed.spends[-number]), self._options[-number].step
        below = _well_within(spend, box) if step is None else floor(spend / step) * step
        above = below if step is None else below + step
        for half in (Box(box.low, below), Box(above, box.high)):
            yield (*boxes[:-number], half, *boxes[1 - number :])

    def _keep(self, spends: Sequence[Amount]) -> None:
        """Remember a split if it meets the goal, and better than the best so far."""
        whole = tuple(self._snapped(number, spend) for number, spend in enumerate(spends))
        if any(o.step is not None and spend % o.step for o, spend in zip(self._options, whole, strict=True)):
            return
        deals = sum(option.deals(spend) for option, spend in zip(self._options, whole, strict=True))
        measure = sum(whole) - self._goal.amount if self._by_spend else self._goal.amount - deals
        if measure <= EXACTLY * self._goal.amount and (self._best is None or self._score_of(whole) > self._score):
            self._best, self._score = whole, self._score_of(whole)

    def _snapped(self, number: int, spend: Amount) -> Amount:
        """A spend on whole events that is off them by no more than a float can be."""
        step = self._options[number].step
        if step is None or isinstance(spend, Fraction):
            return spend
        events = round(spend / step)
        return events * step if abs(spend / step - events) <= NEARLY else spend

    def _score_of(self, spends: Spends) -> Amount:
        if not self._by_spend:
            return -sum(spends)
        return sum(option.deals(spend) for option, spend in zip(self._options, spends, strict=True))
