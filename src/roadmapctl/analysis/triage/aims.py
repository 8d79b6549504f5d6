"""Which goal a contribution counts towards, and how much of that goal's way it is: what makes different metrics comparable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.tactics import Tactic


@dataclass(frozen=True)
class Aim:
    """A goal on a metric. `way` is what it asks for in the metric's unit, above 0: of a flow its target, else target − baseline.

    `sign` is −1 where less is better, so that `sign` · contribution is above 0 where it helps.
    """

    goal: str
    metric: str
    way: Fraction
    sign: int


@dataclass(frozen=True)
class Moved:
    """How far a contribution moves a goal: in the metric's unit, above 0 where it helps, and as a part of the goal's way."""

    aim: Aim
    amount: Fraction

    @property
    def share(self) -> Fraction:
        """amount / way."""
        return self.amount / self.aim.way


def aim(plan: Plan, metric: str, goal: str | None = None) -> Aim | None:
    """The goal on a metric: `goal` where it is the plan's and on it, else the first of the plan that is, else of its parent.

    None where there is none, or none that says how far it goes.
    """
    held = {**(plan.above.goals if plan.above is not None else {}), **plan.goals}
    own = [goal] if goal in plan.goals else []
    order = [id_ for id_ in (*own, *plan.goals, goal, *held) if id_ is not None and id_ in held]
    found = (_aim(plan, metric, id_, held[id_]) for id_ in order if held[id_].metric == metric)
    return next((one for one in found if one is not None), None)


def _aim(plan: Plan, metric: str, id_: str, goal: Goal) -> Aim | None:
    known = plan.metrics.get(metric)
    way = _way(goal, known.kind if known is not None else None)
    sign = -1 if known is not None and known.better == "down" else 1
    return Aim(id_, metric, way * sign, sign) if way is not None and way * sign > 0 else None


def _way(goal: Goal, kind: str | None) -> Fraction | None:
    if goal.aim is None:
        return None
    start = goal.baseline if kind != "flow" else Decimal(0)
    return None if start is None else Fraction(goal.aim) - Fraction(start)


def moved(plan: Plan, contributes: Mapping[str, Decimal], goal: str | None) -> Iterator[Moved]:
    """How far contributions move goals, by metric; what no goal is measured by moves none. `goal` is what they are meant for."""
    for metric, amount in contributes.items():
        found = aim(plan, metric, goal)
        if found is not None and amount:
            yield Moved(found, Fraction(amount) * found.sign)


def meant_for(plan: Plan, tactic: Tactic) -> str | None:
    """The goal of the tactic's milestone."""
    milestone = plan.milestones.get(tactic.milestone or "")
    return milestone.goal if milestone is not None else None


def planned_towards(plan: Plan, aimed: Aim) -> Fraction:
    """What all planned tactics bring towards a goal, in its metric's unit."""
    amounts = (
        tactic.contributes[aimed.metric]
        for tactic in plan.tactics.values()
        if aimed.metric in tactic.contributes and aim(plan, aimed.metric, meant_for(plan, tactic)) == aimed
    )
    return exact_sum(amounts) * aimed.sign
