"""Goals on the stages of the funnel, beside what its target takes of each."""

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.kpis.names import figures_of, plain, stage_of
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel, Stage
from roadmapctl.rules.goals.wider import serves
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.demand import Demand
    from roadmapctl.analysis.funnel.reverse import FunnelResult, StageResult

ENOUGH, TOO_MANY = Fraction(9, 10), Fraction(11, 10)
"""Parts of what is needed between which a goal was rounded, or planned with a reserve."""
FAR_TOO_MANY = 5
"""Times the units of an earlier stage that the whole target takes: so many more are no reserve."""
EARLY = timedelta(days=60)


class StageGoals(NamedTuple):
    """The goals on a stage, what they ask for together, and the new units the funnel's target takes of it.

    `fits`: they ask for as many, and of customers for no more than the whole target takes, of other units for no more than a few
    times that, which is `need` then.
    """

    stage: str
    goals: tuple[str, ...]
    total: Fraction
    need: Fraction
    fits: bool


def stage_goals(plan: Plan, result: "FunnelResult") -> list[StageGoals]:
    """The stages that goals are set on, the last one first; empty for a plan with one goal."""
    found: list[StageGoals] = []
    stages = plan.funnel.stages if plan.funnel is not None and len(plan.goals) > 1 else ()
    for stage, volume in reversed(list(zip(stages, result.stages, strict=False))):
        goals = _goals_on(plan, plan.funnel, stage) if plan.funnel is not None else ()
        if goals and _late_enough(plan, goals, volume):
            total = sum((Fraction(plan.goals[id].aim or 0) for id in goals), Fraction(0))
            last = stage_of(stage) == "customer"
            most = _customers(result.demand) if last else _units(result.demand, volume)
            too_many = most is not None and total > most * (TOO_MANY if last else FAR_TOO_MANY)
            need = most if most is not None and too_many else volume.new
            found.append(StageGoals(stage.id, goals, total, need, not too_many and total >= need * ENOUGH))
    return found


def _goals_on(plan: Plan, funnel: Funnel, stage: Stage) -> tuple[str, ...]:
    """The goals that count units of the stage, where one of them leads to the funnel's goal; none where one is in doubt."""
    named, figure = plain(stage.id), stage_of(stage)
    counting = [
        id
        for id, (name, figures) in _counted(plan).items()
        if id != funnel.goal and (name == named or figure in figures)
    ]
    whole = tuple(id for id in counting if plan.goals[id].supports not in counting)  # the others are parts of these
    if funnel.goal is None or not any(serves(plan, id, funnel.goal) for id in whole):
        return ()
    sound = all(trusted(plan.goals[id], plan.metrics[plan.goals[id].metric or ""]) for id in whole)
    return whole if sound else ()


@once
def _counted(plan: Plan) -> dict[str, tuple[str, frozenset[str]]]:
    """By goal on a flow of units, what it counts: the name of its metric, and the figures that this may stand for."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for id, goal in plan.goals.items():
        metric = plan.metrics.get(goal.metric or "")
        if metric is None or goal.metric is None or metric.kind == "stock":
            continue
        if unit_of(metric, plan.currency) == "customers":
            found[id] = plain(goal.metric), figures_of(goal.metric, metric)
    return found


def _late_enough(plan: Plan, goals: tuple[str, ...], volume: "StageResult") -> bool:
    """Is the last of them due near the last day on which units of this stage count?"""
    days = [goal.due for goal in (plan.goals[id] for id in goals) if goal.due is not None]
    end = volume.last_useful_date or (plan.period.end if plan.period is not None else None)
    return len(days) == len(goals) and end is not None and max(days) >= end - EARLY


def _customers(demand: "Demand") -> Fraction | None:
    """The customers that the whole target takes, with what is won and what other teams bring; None where it is not money."""
    return None if demand.unit != "money" or not demand.deal_size else demand.target / demand.deal_size


def _units(demand: "Demand", volume: "StageResult") -> Fraction | None:
    """The units of an earlier stage that the whole target takes; None where the funnel has none to bring."""
    return None if not demand.net_target or not volume.need else volume.need * demand.target / demand.net_target
