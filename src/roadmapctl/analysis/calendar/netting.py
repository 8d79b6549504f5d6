"""What is in hand serves the deals that fall due first: which deals every stage still has to bring units for.

What sources bring anyway stays out of it: it is taken off the deals before anything is planned, and comes when it comes.
"""

from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, WHOLE, Range
from roadmapctl.analysis.funnel.reverse import FunnelResult, StageResult
from roadmapctl.analysis.rounding import carried


class Cover(NamedTuple):
    """A stage's planned deals in order of their due date: those it needs units for, served from hand first, then by new units."""

    need: Range
    new: Range

    @property
    def in_hand(self) -> Range:
        """Those whose units are in hand at the stage."""
        return Range(self.need.low, self.new.low)


def covers_of(result: FunnelResult) -> tuple[Cover, ...]:
    """The planned deals that each stage is needed for, top first.

    What lies below a stage has served the first deals already: units in hand there, and what recycled units
    bring. With 1 − f the part of the deals that is left: 1 − f' = (1 − f)·new / need at a stage, and
    1 − f = (1 − f')·wanted / due on the way to the one above.
    """
    found: list[Cover] = []
    left = WHOLE
    for stage in reversed(result.stages):
        legs = [leg for leg in stage.legs if not leg.anyway] if stage.recycled else []
        if legs:  # else all that is due is wanted
            left *= _part(sum((leg.wanted for leg in legs), NONE), sum((leg.due for leg in legs), NONE))
        kept = carried(left * new_part(stage), "final")
        found.append(Cover(Range(1 - left), Range(1 - kept)))
        left = kept
    return tuple(reversed(found))


def new_part(stage: StageResult) -> Fraction:
    """The part of a stage's planned units that is not in hand."""
    return _part(stage.new - stage.anyway, stage.need - stage.anyway)


def _part(part: Fraction, whole: Fraction) -> Fraction:
    return part / whole if whole else NONE


class Group(NamedTuple):
    """The units that enter at one stage and fare the same: all that are planned, or all that come `anyway`.

    `entering` new units enter at the stage with the index `feeds`. From each stage `due` units newly reach the
    next, of which recycled ones bring all but `wanted`; both have one entry a stage, 0 above `feeds` and for the last.
    """

    feeds: int
    anyway: bool
    entering: Fraction
    due: tuple[Fraction, ...]
    wanted: tuple[Fraction, ...]


def groups_of(result: FunnelResult) -> tuple[Group, ...]:
    """The funnel's units by the stage they enter at."""
    entered: set[tuple[str, str]] = set()
    found: list[Group] = []
    for position, stage in enumerate(result.stages):
        fresh = [leg for leg in stage.legs if (leg.source, leg.segment) not in entered]
        entered.update((leg.source, leg.segment) for leg in fresh)
        for anyway in (False, True):
            legs = [leg for leg in fresh if leg.anyway == anyway]
            needed = sum((leg.need for leg in legs), NONE)
            if position == len(result.stages) - 1:
                needed = _fed_last(result, anyway)
            if legs or needed:
                keys = {(leg.source, leg.segment) for leg in legs}
                due, wanted = zip(*(_flow(each, keys) for each in result.stages), strict=True)
                found.append(Group(position, anyway, needed if anyway else needed * new_part(stage), due, wanted))
    return tuple(found)


def _flow(stage: StageResult, keys: set[tuple[str, str]]) -> tuple[Fraction, Fraction]:
    legs = [leg for leg in stage.legs if (leg.source, leg.segment) in keys]
    return sum((leg.due for leg in legs), NONE), sum((leg.wanted for leg in legs), NONE)


def _fed_last(result: FunnelResult, anyway: bool) -> Fraction:
    """Units of sources that feed the last stage; of a funnel of one stage also those that no source is named for."""
    last = result.stages[-1]
    feeding = [source for source in result.sources if source.feeds == last.id]
    named = sum((last.parts[s.id] for s in feeding if (s.brings is not None) == anyway), NONE)
    unnamed = last.need - sum(last.parts.values(), NONE) if len(result.stages) == 1 and not anyway else NONE
    return named + unnamed
