"""Where a plan stands at the end of a day."""

from dataclasses import replace
from datetime import date

from roadmapctl.analysis.status.causes import Scene, causes_of
from roadmapctl.analysis.status.kpis import kpi_statuses
from roadmapctl.analysis.status.ledger import Ledger
from roadmapctl.analysis.status.milestones import milestone_statuses
from roadmapctl.analysis.status.progress import progress
from roadmapctl.analysis.status.result import Counted, GoalStatus, Progress, Status
from roadmapctl.analysis.status.schedule import Frame, frame
from roadmapctl.analysis.status.spend import spend_status
from roadmapctl.analysis.status.tactics import tactic_statuses
from roadmapctl.analysis.status.through import due_through_milestones
from roadmapctl.model import Plan


def latest(plan: Plan) -> date | None:
    """The last day that anything is recorded of, of those in the plan's period if there are such. None without records."""
    records = plan.recorded.records if plan.recorded is not None else ()
    if not records:
        return None
    within = [r.date for r in records if plan.period is None or r.date <= plan.period.end]
    return max(within or (r.date for r in records))


def status(plan: Plan, as_of: date) -> Status:
    """The plan held against what is recorded of it until the end of a day; without any records, what is due by then."""
    within, ledger = frame(plan), Ledger(plan, as_of)
    goals = {id: _on_its_way(id, within, ledger, as_of) for id in plan.goals}
    milestones = milestone_statuses(within, ledger, as_of)
    tactics = tactic_statuses(within, ledger, as_of)
    scene = Scene(within, ledger, goals, milestones, as_of)
    return Status(
        as_of=as_of,
        start=within.start,
        end=within.end,
        goals=tuple(GoalStatus(id, found, causes_of(id, scene)) for id, found in goals.items()),
        milestones=milestones,
        tactics=tactics,
        kpis=kpi_statuses(within, ledger, goals, as_of),
        spend=spend_status(within, ledger, as_of),
        counted=_counted(plan, within, as_of),
    )


def _on_its_way(id: str, within: Frame, ledger: Ledger, as_of: date) -> Progress:
    found = progress(within.plan, ledger, within.of_goal(id), as_of)
    return replace(found, through_milestones=due_through_milestones(within, id, found, as_of))


def _counted(plan: Plan, within: Frame, as_of: date) -> Counted:
    days = [record.date for record in plan.recorded.records] if plan.recorded is not None else []
    after = sum(day > as_of for day in days)
    before = 0 if within.start is None else sum(day < within.start for day in days)
    return Counted(len(days), after, before, max((day for day in days if day <= as_of), default=None))
