"""A metric on its way from a baseline to a target: what the plan wants by now, what there is, and where that leads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.pacing import due
from roadmapctl.analysis.status.course import Rhythm, Step, share_by_steps, share_due, weights_of
from roadmapctl.analysis.status.held import held
from roadmapctl.analysis.status.ledger import Ledger, Track
from roadmapctl.analysis.status.result import Gap, Progress
from roadmapctl.analysis.status.verdict import verdict_of
from roadmapctl.model import Plan
from roadmapctl.model.metrics import Metric

NOTHING = Fraction(0)


class Way(NamedTuple):
    """From a baseline to a target of a metric, from a day to a day, in a rhythm or by steps of the plan's own; of a segment, where
    one is named."""

    metric: str | None
    start: date | None
    end: date | None
    baseline: Decimal | None
    target: Decimal | None
    rhythm: Rhythm | None = None
    segment: str | None = None
    steps: tuple[Step, ...] = ()


def progress(plan: Plan, ledger: Ledger, way: Way, as_of: date) -> Progress:
    """How far a metric has come on its way by the end of a day."""
    metric = plan.metrics.get(way.metric or "")
    if metric is None or way.metric is None:
        return Progress(
            None, start=way.start, end=way.end, target=_exact(way.target), verdict="no_plan", gap="no_metric"
        )
    found = _planned(plan, way, metric, ledger, as_of)
    track = ledger.track(way.metric, way.start or date.min, way.segment, way.baseline)
    if not isinstance(track, Track):
        return _unmeasured(found, track)
    return _measured(found, track, as_of)


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _planned(plan: Plan, way: Way, metric: Metric, ledger: Ledger, as_of: date) -> Progress:
    """What the plan wants, and how much of it by now. A flow begins at nothing: its baseline is the period before."""
    kind = ledger.kind(way.metric)
    baseline, target = _exact(way.baseline), _exact(way.target)
    first = NOTHING if kind == "flow" else baseline
    share = None
    if way.start is not None and way.end is not None:
        weights = weights_of(plan, kind)
        share = (
            share_by_steps(way.start, way.steps, as_of, weights)
            if way.steps
            else share_due(way.start, way.end, as_of, weights, way.rhythm)
        )
    wanted = None if share is None or target is None or first is None else due(target, share, first)
    down = metric.better == "down" if first is None or target in (None, first) else target < first
    ceiling = kind == "flow" and metric.better == "down"
    return Progress(
        metric=way.metric, kind=kind, start=way.start, end=way.end, baseline=baseline, target=target, share=share,
        to_date=wanted, down=down or ceiling, ceiling=ceiling, by_milestones=bool(way.steps),
    )  # fmt: skip


def _unmeasured(found: Progress, gap: Gap) -> Progress:
    if gap == "no_kind":
        return replace(found, gap=gap, verdict="no_plan")
    return replace(found, gap=gap, verdict="not_due" if found.share == 0 else "no_data")


def _measured(found: Progress, track: Track, as_of: date) -> Progress:
    """With the value at the end of the way or today, whichever is first, and what it comes to."""
    point = track.until(as_of if found.end is None else min(as_of, found.end))
    if point is None:
        return _unmeasured(found, "no_records")
    met = (p.day for p in track.points if not found.ceiling and found.is_met_by(Fraction(p.value)))
    reached = next(met, None)
    found = replace(found, actual=Fraction(point.value), measured=point.day, basis=track.basis, reached_on=reached)
    found = held(found)
    return replace(found, verdict=verdict_of(found, as_of))
