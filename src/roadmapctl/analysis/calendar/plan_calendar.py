"""From a plan and its funnel to the funnel's calendar."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from roadmapctl.analysis.calendar.arrivals import EvenFlow, Forward
from roadmapctl.analysis.calendar.dues import NONE, WHOLE, Range
from roadmapctl.analysis.calendar.late import late_at
from roadmapctl.analysis.calendar.netting import new_part
from roadmapctl.analysis.calendar.rows import Calendar, Row, SourceCalendar, StageCalendar, in_whole
from roadmapctl.analysis.calendar.spans import By, Span, spans_of
from roadmapctl.analysis.calendar.spill import spill_of
from roadmapctl.analysis.calendar.timing import Timing, timing_of
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult, StageResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.schedule import days_in
from roadmapctl.analysis.seasonality import Weights, split
from roadmapctl.model import Plan
from roadmapctl.model.numbers import Step
from roadmapctl.model.time import Lag, Period, SpreadLag

MOST_STEPS = 2_000_000
"""Days times stages; beyond, a calendar would take more than seconds."""


def plan_calendar(plan: Plan, result: FunnelResult, by: By) -> Calendar | Infeasible:
    """The calendar of a plan's funnel by month, quarter or week."""
    funnel = plan.funnel
    if funnel is None:
        return Infeasible(("funnel",), "no_funnel")
    lags = [stage.lag for stage in funnel.stages[:-1]]
    return funnel_calendar(result, lags, by, weights=funnel.seasonality, growth=funnel.growth)


def funnel_calendar(
    result: FunnelResult,
    lags: Sequence[Lag | None],
    by: By,
    *,
    weights: Weights | None = None,
    growth: Step | None = None,
) -> Calendar | Infeasible:
    """The calendar of any funnel that has a period; `lags` are the times from each stage to the next, top first."""
    period, spans = result.period, spans_of(result.period, by)
    if period is None or isinstance(spans, Infeasible):
        return spans if isinstance(spans, Infeasible) else Infeasible(("period",), "no_period")
    if _steps(period, lags, len(spans)) > MOST_STEPS:
        fields = {"days": days_in(period), "stages": len(result.stages)}
        return Infeasible(("funnel", "stages"), "too_much", fields)
    timing = timing_of(result, period, lags, weights or {})
    forward = Forward(timing.dues, timing.even or EvenFlow(period, lags), [span.end for span in spans])
    row = cache(
        lambda stage, deals: timing.dues.row(stage, deals, spans)
    )  # most sources of a stage are for the same deals
    work = _Work(timing, forward, spans, row)
    stages = tuple(_stage(number, stage, work) for number, stage in enumerate(result.stages))
    sources = tuple(_source(source, work) for source in result.sources)
    return Calendar(by, period, spans, stages, sources, spill_of(result, timing.streams[-1], forward, growth))


def _steps(period: Period, lags: Sequence[Lag | None], spans: int) -> int:
    """What a calendar costs: the days of each stage, and for lags that vary each pair of stages."""
    varying = sum(isinstance(lag, SpreadLag) for lag in lags)
    days = days_in(period)
    return days * (len(lags) + 1) + varying * len(lags) * min(days, 732) * (spans + 60) // 40


class _Work(NamedTuple):
    """What all rows are made from."""

    timing: Timing
    forward: Forward
    spans: tuple[Span, ...]
    row: Callable[[int, Range], Row]
    """Which part of the deals' units are to enter a stage in each span."""


def _stage(number: int, stage: StageResult, work: _Work) -> StageCalendar:
    cover, streams = work.timing.covers[number], work.timing.streams[number]
    anyway = work.forward.arrivals({stream: units for stream, units in streams.items() if stream.anyway}, number)
    arrivals = work.forward.arrivals(streams, number)
    late = late_at(number, work.timing)
    need = _sum(_units(stage.need - stage.anyway, number, cover.need, work), anyway.in_time)
    new = _sum(_units(stage.new - stage.anyway, number, cover.new, work), anyway.in_time)
    *new_whole, after_whole = in_whole(stage.new_whole - late.short_whole, (*new, anyway.after))
    return StageCalendar(
        id=stage.id,
        name=stage.name,
        late=late,
        need=need,
        need_whole=in_whole(stage.need_whole - late.needed_whole, (*need, anyway.after))[:-1],
        new=new,
        new_whole=tuple(new_whole),
        anyway_after=anyway.after,
        after_whole=after_whole,
        from_hand=stage.need - stage.new,
        reached=arrivals.in_time,
        spill=arrivals.after,
    )


def _sum(row: Row, other: Row) -> Row:
    return tuple(a + b for a, b in zip(row, other, strict=True))


def _units(units: Fraction, stage: int, deals: Range, work: _Work) -> Row:
    """Of the units for a range of deals, those that are to enter a stage in each span."""
    if not units:
        return (NONE,) * len(work.spans)
    return tuple(units * part for part in work.row(stage, deals))


def _source(source: SourceResult, work: _Work) -> SourceCalendar:
    units = _entries(source, work)
    late = source.units - sum(units, NONE)
    whole = in_whole(source.units_whole, (late + units[0], *units[1:]))
    return SourceCalendar(source.id, source.name, source.feeds, late, units, whole)


def _entries(source: SourceResult, work: _Work) -> Row:
    """What comes anyway comes evenly by months; all else when its deals ask for it."""
    dues, stages = work.timing.dues, work.timing.result.stages
    if source.brings is not None:
        return split(source.units, dues.period, {}, work.spans)
    number = next(i for i, stage in enumerate(stages) if stage.id == source.feeds)
    asked = work.timing.covers[number].new.size * _left(source, stages[number])
    return _units(source.units, number, Range(1 - asked), work)


def _left(source: SourceResult, stage: StageResult) -> Fraction:
    """The part of a source's new units that is really asked of it: units in hand further up spare it the first of them."""
    new = stage.parts[source.id] * new_part(stage)
    return min(source.units / new, WHOLE) if new else WHOLE
