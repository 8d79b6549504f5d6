"""The stages of a computed funnel: volumes, the ways of the sources to the next stage, and dates."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from roadmapctl.analysis.funnel.inflows import UNNAMED, Inflow
from roadmapctl.analysis.funnel.lags import last_useful_dates
from roadmapctl.analysis.funnel.volumes import Flows, Volume, recycled_units
from roadmapctl.analysis.funnel.ways import stated_rate, with_recycling
from roadmapctl.analysis.rounding import summed, whole_up
from roadmapctl.model.funnel import Stage
from roadmapctl.model.time import Period

NONE = Fraction(0)


class Leg(NamedTuple):
    """The way of one source's units, of one segment where there are segments, from a stage to the next: `need` =
    `wanted` / `rate`.

    `due` units must newly reach the next stage from here; `wanted` of them once recycled units have brought
    theirs. `rate` is the effective one, the source's or the segment's own where it has one. `source` is empty
    for a funnel that names no sources, `segment` for one that names no segments. `anyway`: they come without
    being asked for, so `need` is what passes of them.
    """

    source: str
    due: Fraction
    wanted: Fraction
    rate: Fraction
    need: Fraction
    segment: str = ""
    anyway: bool = False


class Passing:
    """What passes a stage on each way: worked out for those who ask for it, as few do."""

    def __init__(self, position: int, ways: Sequence[Inflow], volume: Volume) -> None:
        """The stage at `position`."""
        self._position, self._ways, self._volume = position, ways, volume

    def __eq__(self, other: object) -> bool:
        """Two are the same where the same passes."""
        return isinstance(other, Passing) and (self.legs, self.parts) == (other.legs, other.parts)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The legs of the sources that pass the stage; none from the last one."""
        due = tuple(self._volume.due)
        wanted = due if self._volume.wanted is self._volume.due else self._volume.wanted
        rows = zip(self._ways, due, wanted, self._volume.need, strict=True) if due else ()
        return tuple(
            Leg(way.id, of, left, rate, need, way.segment, way.brings is not None)
            for way, of, left, need in rows
            if (rate := way.rates[self._position]) is not None
        )

    @cached_property
    def parts(self) -> Mapping[str, Fraction]:
        """Units by source, without those that no source which is named brings."""
        parts: dict[str, Fraction] = {}
        for way, part in zip(self._ways, self._volume.need, strict=True):
            if way.id != UNNAMED:
                parts[way.id] = parts[way.id] + part if way.id in parts else part
        return parts


class StageResult(NamedTuple):
    """A stage. Volumes are units that must pass it in the plan's period.

    `need` counts all of them, `anyway` those that come without being asked for, `new` the latter and those
    others that are not in hand at this stage yet; `parts` is `need` by source (empty without sources; what no
    source that is named brings is missing from it). `rate` is as stated, the point value or the multiplier
    (None for the last stage, or where only sources have rates); `effective_rate` has recycling inside the stage
    in it, r / (1 − ρ(1 − r)). `recycled` are the units of the *next* stage that recycled units of this one bring.
    `last_useful_date` is the last day on which a unit may enter this stage and still become a customer in the
    period; `too_late`: new units are wanted, and that day lies before the period's first.
    """

    id: str
    name: str | None
    rate: Fraction | None
    effective_rate: Fraction | None
    need: Fraction
    need_whole: int
    in_hand: int
    recycling: Fraction | None
    recycled_units: int
    recycled_rate: Fraction | None
    recycled: Fraction
    new: Fraction
    new_whole: int
    passing: Passing
    last_useful_date: date | None
    too_late: bool
    anyway: Fraction = NONE

    @property
    def parts(self) -> Mapping[str, Fraction]:
        """`need` by source."""
        return self.passing.parts

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The ways of the sources to the next stage."""
        return self.passing.legs


def stage_results(
    stages: Sequence[Stage], ways: Sequence[Inflow], volumes: Sequence[Volume], flows: Flows, period: Period | None
) -> tuple[StageResult, ...]:
    """The stages, top first, with what comes anyway in `flows`."""
    lags = [stage.lag for stage in stages[:-1]]
    dates = last_useful_dates(lags, period.end) if period is not None else (None,) * len(stages)
    rows = enumerate(zip(stages, volumes, dates, strict=True))
    *above, last = (
        _stage_result(stage, volume, Passing(position, ways, volume), flows, day, period)
        for position, (stage, volume, day) in rows
    )
    return (*above, last._replace(rate=None, effective_rate=None))


def _stage_result(
    stage: Stage,
    volume: Volume,
    passing: Passing,
    flows: Flows,
    day: date | None,
    period: Period | None,
) -> StageResult:
    need, new, recycled = volume.total, volume.total_new, stage.recycled
    rate = stated_rate(stage)
    past = day is not None and period is not None and day < period.start
    return StageResult(
        id=stage.id,
        name=stage.name,
        rate=rate,
        effective_rate=with_recycling(rate, stage),
        need=need,
        need_whole=(need_whole := whole_up(need)),
        in_hand=stage.in_hand,
        recycling=None if stage.recycling is None else Fraction(stage.recycling),
        recycled_units=0 if recycled is None else recycled.units,
        recycled_rate=None if recycled is None else recycled.rate.point,
        recycled=recycled_units(stage),
        new=new,
        new_whole=need_whole if new is need else whole_up(new),
        passing=passing,
        last_useful_date=day,
        too_late=past and new > 0,
        anyway=summed(volume.need[number] for number in flows) if flows else NONE,
    )
