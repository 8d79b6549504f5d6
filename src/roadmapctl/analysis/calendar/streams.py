"""Of what every stage's arrivals consist: planned units, those that come anyway, those in hand and recycled above it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, WHOLE, Range
from roadmapctl.analysis.calendar.netting import Cover, Group


class Stream(NamedTuple):
    """Units that set out from one stage for the same deals.

    They enter the stage with the index `enters` when it is time for their deals, but not before the period
    begins. Those in hand at the stage above do so by themselves (the plan does not say how old they are).
    `planned`: somebody has to bring them. `anyway`: they come without, so many a month, for no deals in particular.
    """

    enters: int
    deals: Range = Range(NONE)
    planned: bool = False
    anyway: bool = False


Streams = dict[Stream, Fraction]
"""Units by stream."""


def streams_by_stage(groups: Sequence[Group], covers: Sequence[Cover]) -> tuple[Streams, ...]:
    """For each stage, top first, the units that reach it or enter at it, without those in hand there; the sum is `new`."""
    found: tuple[Streams, ...] = tuple({} for _ in covers)
    for group in groups:
        first = Stream(group.feeds, anyway=True) if group.anyway else Stream(group.feeds, covers[group.feeds].new, True)
        _add(found[group.feeds], first, group.entering)
        parts: Streams = {first: WHOLE}
        for position in range(group.feeds, len(covers) - 1):
            parts = parts if group.anyway else _one_stage_down(parts, position, group, covers)
            for stream, part in parts.items():
                _add(found[position + 1], stream, part * group.due[position])
    return found


def _one_stage_down(parts: Streams, position: int, group: Group, covers: Sequence[Cover]) -> Streams:
    """The parts of what newly reaches the next stage, from those of what newly reaches or enters this one."""
    cover = covers[position]
    new = cover.new.size / cover.need.size if cover.need.size else NONE
    passing = {stream: part * new for stream, part in parts.items()}
    _add(passing, Stream(position + 1, cover.in_hand), 1 - new)
    due = group.due[position]
    wanted = group.wanted[position] / due if due else WHOLE
    below = {stream: part * wanted for stream, part in passing.items()}
    _add(below, Stream(position, Range(covers[position + 1].new.low, cover.need.low)), 1 - wanted)
    return {stream: part for stream, part in below.items() if part}


def _add(streams: Streams, stream: Stream, units: Fraction) -> None:
    if units:
        streams[stream] = streams.get(stream, NONE) + units
