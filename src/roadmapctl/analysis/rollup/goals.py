"""The wider plan's goals, and what its members ask for towards each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.rollup.budget import unplanned
from roadmapctl.analysis.rollup.members import Member, Share
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric

Kind = Literal["flow", "stock", "rate"]

State = Literal["met", "short", "beyond", "so_far", "added", "not_added", "served", "not_yet", "nobody"]
"""`added`: there is no wider plan to hold the sum against. `so_far`: part of the time until the goal is due has no plan yet.
`not_added`: rates of several units, or a metric that the members count in another unit. `served`: members work towards it by other
metrics. `not_yet`: no member names it, and part of the time has no plan yet. `nobody`: no member names it."""


@dataclass(frozen=True)
class GoalShare:
    """What a member asks for towards a goal of the wider plan, on the goal's own metric."""

    member: Member
    goal: str
    value: Fraction


@dataclass(frozen=True)
class GoalSum:
    """A goal of the wider plan and its members' shares of it, in the metric's unit.

    `total` adds up a flow; of a stock it is the last value of each line of plans, added up over the lines; of a rate the last
    value of the only line. None where nothing can be added. `over` is total less target, the other way round where less is better:
    below 0 is short. `helpers` serve the goal by other metrics; `others` count its metric in another unit or kind.
    """

    id: str
    goal: Goal
    metric: Metric | None
    kind: Kind
    shares: tuple[GoalShare, ...]
    helpers: tuple[Member, ...]
    others: tuple[Member, ...]
    target: Fraction | None
    total: Fraction | None
    over: Fraction | None
    state: State


def goal_sums(share: Share) -> tuple[GoalSum, ...]:
    """The goals of the wider plan in its order; without one, a sum for each metric that the members have goals on."""
    whole = share.whole
    if whole is not None:
        return tuple(_sum(share, whole, id) for id in whole.goals)
    goals = (goal for member in share.members for goal in member.plan.goals.values())
    return tuple(_metric_sum(share, id) for id in dict.fromkeys(goal.metric for goal in goals) if id is not None)


def _metric_sum(share: Share, id: str) -> GoalSum:
    """The members' widest goals on a metric, added up; `id` is the metric's."""
    parts = tuple(
        GoalShare(member, g, Fraction(aim))
        for member in share.members
        for g, goal in member.plan.goals.items()
        if goal.metric == id and not _is_part(member.plan, goal) and (aim := goal.aim) is not None
    )
    metrics = [part.member.plan.metrics.get(id) for part in parts]
    metric = next((metric for metric in metrics if metric is not None), None)
    kind = kind_of(metric, next((m.plan.currency for m in share.members if m.plan.currency), None))
    unlike = _unlike(metric, id, parts)
    total = None if unlike else _total(share, kind, parts)
    state: State = "not_added" if total is None else "added"
    return GoalSum(id, Goal(metric=id), metric, kind, parts, (), unlike, None, total, None, state)


def _is_part(plan: Plan, goal: Goal) -> bool:
    """Does a goal support another one of its plan on the same metric, so that it is in that one's number?"""
    wider = plan.goals.get(goal.supports or "")
    return wider is not None and wider is not goal and wider.metric == goal.metric


def _unlike(metric: Metric | None, id: str | None, parts: tuple[GoalShare, ...]) -> tuple[Member, ...]:
    """The members that count a metric otherwise."""
    others = (part.member for part in parts if not _alike(metric, part.member.plan.metrics.get(id or "")))
    return tuple(dict.fromkeys(others))


def kind_of(metric: Metric | None, currency: str | None) -> Kind:
    """Whether a metric adds up over time, stands at a value, or is a share of something. Unsaid it adds up."""
    if metric is not None and metric.unit is not None and unit_of(metric, currency) == "rate":
        return "rate"
    return "stock" if metric is not None and metric.kind == "stock" else "flow"


def _sum(share: Share, whole: Plan, id: str) -> GoalSum:
    goal = whole.goals[id]
    metric = whole.metrics.get(goal.metric or "")
    kind = kind_of(metric, whole.currency)
    served = [(member, g) for member in share.members for g in supporting(member.plan, id)]
    parts = tuple(
        GoalShare(member, g, Fraction(aim))
        for member, g in served
        if member.plan.goals[g].metric == goal.metric and (aim := member.plan.goals[g].aim) is not None
    )
    unlike = _unlike(metric, goal.metric, parts)
    total = None if unlike else _total(share, kind, parts)
    target = None if goal.aim is None else Fraction(goal.aim)
    over = None if total is None or target is None else total - target
    if over is not None and metric is not None and metric.better == "down":
        over = -over
    helpers = tuple(dict.fromkeys(member for member, _ in served if member not in {p.member for p in parts}))
    state = _state(share, goal, parts, bool(served), over)
    return GoalSum(id, goal, metric, kind, parts, helpers, unlike, target, total, over, state)


def supporting(plan: Plan, id: str) -> Iterator[str]:
    """The goals of a plan that support a goal of its parent directly: by an id that is none of its own, or is their own."""
    return (g for g, goal in plan.goals.items() if goal.supports == id and (id == g or id not in plan.goals))


def _alike(one: Metric | None, other: Metric | None) -> bool:
    """Do two plans count a metric in the same way? What one of them does not say is taken from the other."""
    if one is None or other is None:
        return True
    pairs = ((one.unit, other.unit), (one.kind, other.kind))
    return all(here is None or there is None or here == there for here, there in pairs)


def _total(share: Share, kind: Kind, parts: tuple[GoalShare, ...]) -> Fraction | None:
    if not parts:
        return None
    if kind == "flow":
        return sum((part.value for part in parts), Fraction(0))
    last: dict[str, GoalShare] = {}
    for part in sorted(parts, key=_end):
        last[share.line_of(part.member)] = part
    if kind == "rate" and len(last) > 1:
        return None
    return sum((part.value for part in last.values()), Fraction(0))


def _end(part: GoalShare) -> date:
    plan = part.member.plan
    return plan.goals[part.goal].due or (plan.period.end if plan.period is not None else date.min)


def _state(share: Share, goal: Goal, parts: tuple[GoalShare, ...], served: bool, over: Fraction | None) -> State:
    if not parts and served:
        return "served"
    if not parts:
        return "not_yet" if _is_unfinished(share, goal) else "nobody"
    if over is None:
        return "not_added"
    if over >= 0:
        return "met" if over == 0 else "beyond"
    return "so_far" if _is_unfinished(share, goal) else "short"


def _is_unfinished(share: Share, goal: Goal) -> bool:
    """Is there time before the goal is due that no member plans?"""
    gaps = (gap for found in unplanned(share).values() for gap in found)
    return any(goal.due is None or gap.start <= goal.due for gap in gaps)
