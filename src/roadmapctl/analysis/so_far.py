"""Milestones of a flow that count from the plan's first day: each is the whole so far, and not its own stretch of time."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from roadmapctl.model import Plan

Run = list[str]
"""The ids of the milestones of one goal on one flow, in time."""
CAUTION = Fraction(5, 4)
"""Tactics that bring up to a quarter more than a milestone asks for were planned for it."""
ROUNDING = Fraction(11, 10)
"""Parts that come to a tenth more than their goal were still meant to share it out."""


def counted_so_far(plan: Plan) -> frozenset[str]:
    """The milestones whose targets count all that came in since the plan began; of a flow the others count their own part.

    “38,000 visitors by Easter, 92,000 by July, 210,000 by December” can be read in both ways, and plans are written in both. The
    reading is taken that more of the plan's own numbers agree with: the goal's target, and what the tactics of each milestone
    bring. Where neither fits better, each milestone counts its own part.
    """
    runs = [run for run in _runs(plan) if len(run) > 1]
    given = _given(plan) if runs else {}
    return frozenset(id for run in runs if _is_so_far(plan, run, given) for id in run)


def _runs(plan: Plan) -> list[Run]:
    """By goal and flow, the dated milestones that state a target."""
    flows = {id for id, metric in plan.metrics.items() if metric.kind == "flow" and metric.better != "down"}
    found: dict[tuple[str | None, str], Run] = {}
    for id, milestone in plan.milestones.items():
        if milestone.metric in flows and milestone.date is not None and milestone.target is not None:
            found.setdefault((milestone.goal, milestone.metric or ""), []).append(id)
    return [sorted(run, key=lambda id: plan.milestones[id].date or 0) for run in found.values()]


def _given(plan: Plan) -> dict[str, Decimal]:
    """By milestone, what its tactics bring of its metric."""
    found: dict[str, Decimal] = {}
    for tactic in plan.tactics.values():
        milestone = plan.milestones.get(tactic.milestone or "")
        if milestone is not None and (part := tactic.contributes.get(milestone.metric or "")) is not None:
            found[tactic.milestone or ""] = found.get(tactic.milestone or "", Decimal(0)) + part
    return found


def _is_so_far(plan: Plan, run: Run, given: Mapping[str, Decimal]) -> bool:
    targets = [Fraction(plan.milestones[id].target or 0) for id in run]
    steps = [targets[0], *(later - earlier for earlier, later in pairwise(targets))]
    brought = [Fraction(given.get(id, 0)) for id in run]
    goal = plan.goals.get(plan.milestones[run[0]].goal or "")
    aim = (
        None
        if goal is None or goal.aim is None or goal.metric != plan.milestones[run[0]].metric
        else Fraction(goal.aim)
    )
    as_whole = sum(map(_fits, brought, steps)) + (targets[-1] == aim)
    as_parts = sum(map(_fits, brought, targets)) + (aim is not None and aim <= sum(targets) <= ROUNDING * aim)
    alone = (
        1 if aim is None else 0
    )  # without the goal's word, one tactic that brings too little must not turn the reading
    return as_whole > as_parts + alone


def _fits(brought: Fraction, asked: Fraction) -> bool:
    return 0 < asked <= brought <= CAUTION * asked
