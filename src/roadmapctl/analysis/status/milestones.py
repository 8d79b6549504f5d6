"""Milestones: reached, due or late."""

from datetime import date

from roadmapctl.analysis.status.ledger import Ledger
from roadmapctl.analysis.status.progress import progress
from roadmapctl.analysis.status.result import MilestoneState, MilestoneStatus, Progress
from roadmapctl.analysis.status.schedule import Frame


def milestone_statuses(frame: Frame, ledger: Ledger, as_of: date) -> tuple[MilestoneStatus, ...]:
    """The milestones in order of their dates, those without one last."""
    in_time = sorted(frame.plan.milestones.items(), key=lambda item: (item[1].date is None, item[1].date or date.max))
    found = []
    for id, milestone in in_time:
        on_way = progress(frame.plan, ledger, frame.of_milestone(id), as_of)
        left = None if milestone.date is None else (milestone.date - as_of).days
        found.append(MilestoneStatus(id, milestone.date, _state(on_way, milestone.date, as_of), on_way, left))
    return tuple(found)


def _state(found: Progress, day: date | None, as_of: date) -> MilestoneState:
    if found.metric is None or found.target is None or found.gap == "no_kind":
        return "no_measure"
    if found.reached_on is not None and (day is None or found.reached_on <= day):
        return "reached"
    if day is not None and as_of >= day:
        if found.reached_on is not None:
            return "reached_late"
        return "no_data" if found.actual is None else "reached" if found.verdict == "reached" else "late"
    return "due" if found.actual is not None or found.share == 0 else "no_data"
