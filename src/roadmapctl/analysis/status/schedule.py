"""The time of a plan, and the starting points of its metrics."""

from collections.abc import Mapping, Sequence
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
    """When the plan begins and ends, by metric the goal that is the first on it, and the milestones by metric and goal."""

    plan: Plan
    start: date | None
    end: date | None
    first: Mapping[str, str]
    leading: Mapping[tuple[str | None, str | None], Sequence[Milestone]]

    def of_goal(self, id: str) -> Way:
        """From the plan's beginning to the goal's day, or the plan's end."""
        goal = self.plan.goals[id]
        end = goal.due or self.end
        return Way(
            goal.metric, self.start, end, goal.baseline, goal.aim, goal.split, goal.segment, self._steps(id, goal, end)
        )

    def own(self, id: str) -> list[Milestone]:
        """The milestones that name a goal, on its own metric."""
        return [m for m in self.leading.get((self.plan.goals[id].metric, id), ()) if m.goal == id]

    def _steps(self, id: str, goal: Goal, end: date | None) -> tuple[Step, ...]:
        """The milestones of a goal on a flow, where they share all of it out among their days and it has no split of its own."""
        if (
            goal.split is not None
            or not goal.aim
            or end is None
            or self.start is None
            or not self._adds_up(goal.metric)
        ):
            return ()
        alike = self.leading.get((goal.metric, id), ())
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
        leads_to = _goal_of(self.plan, milestone, self.first)
        goal = self.plan.goals.get(leads_to or "")
        baseline = None if goal is None else goal.baseline
        rhythm, segment = (None, None) if goal is None else (goal.split, goal.segment)
        alike = self.leading[milestone.metric, leads_to]
        start = self.start if milestone.date is None else self._begins(milestone, milestone.date, goal, alike)
        return Way(milestone.metric, start, milestone.date, baseline, milestone.target, rhythm, segment)

    def _begins(self, milestone: Milestone, day: date, goal: Goal | None, alike: Sequence[Milestone]) -> date | None:
        """The plan's first day. Of a flow whose milestones are parts of the goal, as RM610 counts them, the day after the one
        before; milestones that come to more than the goal are each the whole so far."""
        if not self._adds_up(milestone.metric):
            return self.start
        aim = None if goal is None else goal.aim
        if aim is not None and exact_sum(m.target for m in alike if m.target is not None) > aim:
            return self.start
        before = [m.date for m in alike if m.date is not None and m.date < day]
        return max(before) + timedelta(days=1) if before else self.start

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
    leading: dict[tuple[str | None, str | None], list[Milestone]] = {}
    for milestone in plan.milestones.values():
        leading.setdefault((milestone.metric, _goal_of(plan, milestone, first)), []).append(milestone)
    if plan.period is not None:
        return Frame(plan, plan.period.start, plan.period.end, first, leading)
    starts = [tactic.start for tactic in plan.tactics.values() if tactic.start is not None]
    return Frame(plan, min(starts, default=None), None, first, leading)


def _goal_of(plan: Plan, milestone: Milestone, first: Mapping[str, str]) -> str | None:
    """The goal on the same metric: its own, else the first."""
    own = plan.goals.get(milestone.goal or "")
    if own is not None and own.metric == milestone.metric:
        return milestone.goal
    return first.get(milestone.metric or "")
