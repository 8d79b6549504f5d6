"""What is known of a plan on a day, for those who look for causes in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible, plan_funnel
from roadmapctl.analysis.kpis.stage_metrics import counts_units_of
from roadmapctl.analysis.status.ledger import Ledger
from roadmapctl.analysis.status.result import MilestoneStatus, Progress
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Scene:
    """A plan, its records and what has been made of them so far; `goals` are their progress by id."""

    frame: Frame
    ledger: Ledger
    goals: Mapping[str, Progress]
    milestones: tuple[MilestoneStatus, ...]
    as_of: date

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.frame.plan

    @property
    def since(self) -> date:
        """The first day that counts."""
        return self.frame.start or date.min

    def until(self, found: Progress) -> date:
        """The last day that counts for a goal: today, or its own."""
        return self.as_of if found.end is None else min(self.as_of, found.end)

    @cached_property
    def funnel(self) -> FunnelResult | None:
        """The plan's funnel, where it can be computed."""
        result = plan_funnel(self.plan) if self.plan.funnel is not None else None
        return None if isinstance(result, Infeasible) else result

    @cached_property
    def supporters(self) -> Mapping[str, list[str]]:
        """By goal, those that support it, in the plan's order."""
        found: dict[str, list[str]] = {}
        for id, goal in self.plan.goals.items():
            if goal.supports is not None:
                found.setdefault(goal.supports, []).append(id)
        return found

    def stage_of(self, metric: str) -> int | None:
        """The number of the funnel's stage whose units a metric counts, top first."""
        found = self.plan.metrics.get(metric)
        if found is None or self.plan.funnel is None:
            return None
        stages = enumerate(self.plan.funnel.stages)
        return next((n for n, stage in stages if counts_units_of(metric, found, stage, self.plan.currency)), None)
