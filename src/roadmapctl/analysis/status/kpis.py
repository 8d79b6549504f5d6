"""Metrics by the level of the KPI scheme: where each stands, and how the goal on it is doing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.status.ledger import Ledger, Track
from roadmapctl.analysis.status.result import KpiStatus, Progress
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model.metrics import Metric

LEVELS = ("educate", "engage", "advocate", None)
"""From the first contact to the customer who recommends; metrics of no level come last."""


def kpi_statuses(frame: Frame, ledger: Ledger, goals: Mapping[str, Progress], as_of: date) -> tuple[KpiStatus, ...]:
    """The metrics by level, and in the plan's order. `goals` are the goals' progress by id."""
    rows = [_status(id, metric, frame, ledger, goals, as_of) for id, metric in frame.plan.metrics.items()]
    return tuple(sorted(rows, key=lambda row: LEVELS.index(row.level)))


def _status(
    id: str, metric: Metric, frame: Frame, ledger: Ledger, goals: Mapping[str, Progress], as_of: date
) -> KpiStatus:
    start, baseline = frame.start or date.min, frame.baseline(id)
    track = ledger.track(id, start, None, baseline)
    point = track.until(as_of) if isinstance(track, Track) else None
    goal = frame.first.get(id)
    on_way = goals.get(goal or "")
    found = KpiStatus(
        metric=id,
        level=metric.level,
        kind=ledger.kind(id),
        actual=None if point is None else Fraction(point.value),
        measured=None if point is None else point.day,
        before=_before(track, baseline, start) if isinstance(track, Track) else None,
        verdict="no_data" if point is None else "no_plan",
    )
    if on_way is None:
        return found
    return KpiStatus(
        **{**vars(found), "goal": goal, "target": on_way.target, "pacing": on_way.pacing, "verdict": on_way.verdict}
    )


def _before(track: Track, baseline: Decimal | None, start: date) -> Fraction | None:
    """Where it started: the goal's baseline, else the last record before the plan began."""
    if baseline is not None:
        return Fraction(baseline)
    points = [point for point in track.points if point.day < start]
    return Fraction(points[-1].value) if points else None
