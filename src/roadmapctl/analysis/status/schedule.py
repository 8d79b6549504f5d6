"""The time of a plan, and the starting points of its metrics."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.analysis.status.course import Step
from roadmapctl.analysis.status.progress import Way
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.milestones import Milestone


class Frame(NamedTuple):
    """When the plan begins and ends, and by metric the goal that is the first on it."""

    plan: Plan
    start: date | None
    end: date | None
    first: Mapping[str, str]

    def of_goal(self, goal: Goal) -> Way:
        """From the plan's beginning to the goal's day, or the plan's end."""
        end = goal.due or self.end
        return Way(
            goal.metric, self.start, end, goal.baseline, goal.aim, goal.split, goal.segment, self._steps(goal, end)
        )

    def _steps(self, goal: Goal, end: date | None) -> tuple[Step, ...]:
        """The milestones of a goal on a flow, where they share all of it out among their days and it has no split of its own."""
        if (
            goal.split is not None
            or not goal.aim
            or end is None
            or self.start is None
            or not self._adds_up(goal.metric)
        ):
            return ()
        alike = self._alike(goal.metric, goal)
        dated = [
            (m.date, m.target) for m in alike if m.date is not None and m.target is not None and m.date >= self.start
        ]
        if len(dated) < 2 or len(dated) < len(alike) or exact_sum(target for _, target in dated) != goal.aim:
            return ()
        return tuple(Step(min(day, end), Fraction(target) / Fraction(goal.aim)) for day, target in sorted(dated))

    def _adds_up(self, id: str | None) -> bool:
        metric = self.plan.metrics.get(id or "")
        return metric is not None and not metric.is_rate and metric.kind == "flow"

    def of_milestone(self, id: str) -> Way:
        """From where its goal starts to its own target, in the goal's rhythm and of the goal's segment."""
        milestone = self.plan.milestones[id]
        goal = self.goal_of(milestone)
        baseline = None if goal is None else goal.baseline
        rhythm, segment = (None, None) if goal is None else (goal.split, goal.segment)
        start = self.start if milestone.date is None else self._begins(milestone, milestone.date, goal)
        return Way(milestone.metric, start, milestone.date, baseline, milestone.target, rhythm, segment)

    def _begins(self, milestone: Milestone, day: date, goal: Goal | None) -> date | None:
        """The plan's first day. Of a flow whose milestones are parts of the goal, as RM610 counts them, the day after the one
        before; milestones that come to more than the goal are each the whole so far."""
        if not self._adds_up(milestone.metric):
            return self.start
        alike = self._alike(milestone.metric, goal)
        aim = None if goal is None else goal.aim
        if aim is not None and exact_sum(m.target for m in alike if m.target is not None) > aim:
            return self.start
        before = [m.date for m in alike if m.date is not None and m.date < day]
        return max(before) + timedelta(days=1) if before else self.start

    def _alike(self, metric: str | None, goal: Goal | None) -> list[Milestone]:
        """The milestones on a metric that lead to one goal."""
        return [m for m in self.plan.milestones.values() if m.metric == metric and self.goal_of(m) is goal]

    def goal_of(self, milestone: Milestone) -> Goal | None:
        """The goal on the same metric: its own, else the first."""
        own = self.plan.goals.get(milestone.goal or "")
        if own is not None and own.metric == milestone.metric:
            return own
        return self.plan.goals.get(self.first.get(milestone.metric or "", ""))

    def baseline(self, metric: str) -> Decimal | None:
        """Where a metric starts from."""
        goal = self.plan.goals.get(self.first.get(metric, ""))
        return None if goal is None else goal.baseline


def frame(plan: Plan) -> Frame:
    """The plan's period; without one it begins with its first tactic and has no end of its own."""
    first: dict[str, str] = {}
    for id, goal in plan.goals.items():
        if goal.metric is not None:
            first.setdefault(goal.metric, id)
    if plan.period is not None:
        return Frame(plan, plan.period.start, plan.period.end, first)
    starts = [tactic.start for tactic in plan.tactics.values() if tactic.start is not None]
    return Frame(plan, min(starts, default=None), None, first)
