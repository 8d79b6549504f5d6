"""One part of a plan's period with all that lies in it: what a quarterly plan is written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from roadmapctl.analysis.parts.goals import GoalPart, goal_parts
from roadmapctl.analysis.parts.milestones import MilestonePart, milestone_part
from roadmapctl.analysis.parts.money import BudgetPart, budget_parts
from roadmapctl.analysis.parts.periods import Kind, parts_of
from roadmapctl.analysis.parts.tactics import TacticPart, tactic_parts
from roadmapctl.analysis.status.schedule import Frame, frame
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


@dataclass(frozen=True)
class Cut:
    """The `number`th (from 0) of the parts that a plan's period consists of, and what of the plan lies in it.

    The goals, tactics and milestones of the plan that are not named here have nothing in the part.
    """

    plan: Plan
    kind: Kind
    parts: tuple[Period, ...]
    number: int
    budget: BudgetPart
    goals: Mapping[str, GoalPart]
    tactics: Mapping[str, TacticPart]
    milestones: Mapping[str, MilestonePart]

    @property
    def period(self) -> Period:
        """The part's days."""
        return self.parts[self.number]

    @property
    def is_first(self) -> bool:
        """Does it begin where the plan does? What is in hand today is in hand then, and not later."""
        return self.number == 0


def cut(plan: Plan, kind: Kind, number: int) -> Cut:
    """What of a plan (with a period) lies in the `number`th of its quarters, halves or months.

    What all of them ask for sums to what the plan does.
    """
    parts = () if plan.period is None else parts_of(plan.period, kind)
    within = frame(plan)
    goals = {id: part for id in plan.goals if (part := goal_parts(within, id, parts)[number]) is not None}
    rows = {id: tactic_parts(plan, tactic, parts) for id, tactic in plan.tactics.items()}
    tactics = {id: here for id, row in rows.items() if (here := row[number]) is not None}
    budget = budget_parts(plan, parts, rows.values())[number]
    return Cut(plan, kind, parts, number, budget, goals, tactics, _milestones(within, parts[number], goals, tactics))


def _milestones(
    within: Frame, part: Period, goals: Mapping[str, GoalPart], tactics: Mapping[str, TacticPart]
) -> dict[str, MilestonePart]:
    """Those dated in the part, each held against the one before it on its metric, or against where the goal begins."""
    plan = within.plan
    dated = [(m.date, id) for id, m in plan.milestones.items() if m.date is not None and part.covers(m.date)]
    serving: dict[str | None, dict[str, TacticPart | None]] = {}
    for tactic in plan.tactics:
        serving.setdefault(plan.tactics[tactic].milestone, {})[tactic] = tactics.get(tactic)
    reached: dict[str, Decimal] = {}
    found: dict[str, MilestonePart] = {}
    for _, id in sorted(dated):
        milestone = plan.milestones[id]
        goal = goals.get(milestone.goal or "")
        before = reached.get(milestone.metric or "", _start(plan, milestone.goal, milestone.metric, goals))
        found[id] = milestone_part(within, id, part, goal, serving.get(id, {}), before)
        target = found[id].target
        if milestone.metric is not None and target is not None:
            reached[milestone.metric] = target
    return {id: found[id] for id in plan.milestones if id in found}


def _start(plan: Plan, goal: str | None, metric: str | None, goals: Mapping[str, GoalPart]) -> Decimal | None:
    """Where a metric stands when the part begins: the baseline of the milestone's own goal, else of the first one on it."""
    if goal in goals and plan.goals[goal or ""].metric == metric:
        return goals[goal or ""].baseline
    return next((part.baseline for id, part in goals.items() if plan.goals[id].metric == metric), None)
