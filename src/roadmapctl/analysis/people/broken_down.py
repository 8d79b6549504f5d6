"""Goals broken down to people: what the tactics that each of them owns bring towards every goal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.contributions import milestone_needs
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric

NONE = Fraction(0)


class Part(NamedTuple):
    """What one person carries of a goal: their tactics and what these bring. `person` is None for tactics without an owner."""

    person: str | None
    tactics: tuple[str, ...]
    brings: Fraction


class Breakdown(NamedTuple):
    """A goal in one measure, broken down to people.

    `asked` is the way to go in the metric's unit, above 0 towards the better: target − baseline of a stock or a rate, the
    target of a flow; in a measure that only its milestones have, what these need together. None where it cannot be said.
    `brings` is the sum of the parts; `elsewhere` what tactics that lead to other goals bring of the same metric.
    """

    goal: str
    metric: str | None
    is_own: bool
    asked: Fraction | None
    answer: tuple[str, ...]
    parts: tuple[Part, ...]
    brings: Fraction
    elsewhere: Fraction

    @property
    def not_carried(self) -> Fraction | None:
        """The part of the way that no tactic brings; None where none is missing or the way is not known."""
        return self.asked - self.brings if self.asked is not None and self.asked > self.brings else None


class _Known(NamedTuple):
    """What is asked of a plan for every goal: the goals each tactic leads to, what milestones need, the tactics that bring a
    metric, how many goals have it, and who answers for a goal."""

    leads_to: Mapping[str, tuple[str, ...]]
    needs: Mapping[str, Decimal]
    bringing: Mapping[str | None, list[str]]
    goals_with: Mapping[str | None, int]
    answering: Mapping[str, list[str]]


def broken_down(plan: Plan) -> tuple[Breakdown, ...]:
    """Every goal in its own metric, then in the other measures of its milestones, in the plan's order.

    What a tactic contributes to a metric that only one goal has is for that goal. Where several goals have it, it is for the goal
    of the tactic's milestone, and for the goals that this one supports; it counts once for each.
    """
    known = _known(plan)
    return tuple(
        _breakdown(plan, id_, goal, metric, known)
        for id_, goal in plan.goals.items()
        for metric in _measures(plan, id_, goal)
    )


def _known(plan: Plan) -> _Known:
    bringing: dict[str | None, list[str]] = {}
    for id_, tactic in plan.tactics.items():
        for metric in tactic.contributes:
            bringing.setdefault(metric, []).append(id_)
    answering: dict[str, list[str]] = {}
    for id_, person in plan.organization.people.items() if plan.organization is not None else ():
        for goal in dict.fromkeys(person.goals):
            answering.setdefault(goal, []).append(id_)
    return _Known(
        {id_: _goals_of(plan, tactic.milestone) for id_, tactic in plan.tactics.items()},
        milestone_needs(plan),
        bringing,
        Counter(goal.metric for goal in plan.goals.values()),
        answering,
    )


def _goals_of(plan: Plan, milestone: str | None) -> tuple[str, ...]:
    """The goal of a milestone and those above it, up to the widest of the plan."""
    found = plan.milestones.get(milestone or "")
    goal = found.goal if found is not None else None
    chain: list[str] = []
    while goal in plan.goals and goal not in chain:
        chain.append(goal or "")
        goal = plan.goals[goal or ""].supports
    return tuple(chain)


def _measures(plan: Plan, id_: str, goal: Goal) -> Iterator[str | None]:
    yield goal.metric
    others = (m.metric for m in plan.milestones.values() if m.goal == id_ and m.metric not in (None, goal.metric))
    yield from dict.fromkeys(others)


def _breakdown(
    plan: Plan,
    id_: str,
    goal: Goal,
    metric: str | None,
    known: _Known,
) -> Breakdown:
    is_own = metric == goal.metric
    measure = plan.metrics.get(metric or "")
    sign = -1 if measure is not None and measure.better == "down" else 1
    answer = tuple(known.answering.get(id_, ()))
    alone = is_own and known.goals_with[metric] == 1
    bringing = known.bringing.get(metric, [])
    led = ((tactic, known.leads_to[tactic]) for tactic in bringing)
    mine = [t for t, goals in led if alone or (id_ in goals if is_own else goals[:1] == (id_,))]
    parts = tuple(_parts(plan, mine, metric, sign, answer))
    given = sum((_given(plan, t, metric) for t in bringing), NONE) * sign
    brings = sum((part.brings for part in parts), NONE)
    asked = way(goal, measure) if is_own else _needed(plan, id_, metric, known.needs)
    return Breakdown(id_, metric, is_own, asked, answer, parts, brings, given - brings)


def _parts(
    plan: Plan, tactics: Iterable[str], metric: str | None, sign: int, answer: tuple[str, ...]
) -> Iterator[Part]:
    """One for everybody who answers for the goal or owns a tactic that brings some of it: people in their order, nobody last."""
    owned: dict[str | None, list[str]] = {person: [] for person in answer}
    for id_ in tactics:
        owned.setdefault(plan.tactics[id_].owner, []).append(id_)
    people = plan.organization.people if plan.organization is not None else {}
    order = [*(id_ for id_ in people if id_ in owned), *(id_ for id_ in owned if id_ is not None and id_ not in people)]
    for person in (*order, *([None] if None in owned else [])):
        brings = sum((_given(plan, id_, metric) for id_ in owned[person]), NONE) * sign
        yield Part(person, tuple(owned[person]), brings)


def _given(plan: Plan, tactic: str, metric: str | None) -> Fraction:
    return Fraction(plan.tactics[tactic].contributes.get(metric or "", Decimal(0)))


def way(goal: Goal, metric: Metric | None) -> Fraction | None:
    """How far it is to a goal, in its metric's unit and above 0 towards the better.

    Target − baseline for a stock or a rate (without a baseline from 0), the target for a flow, whose baseline is last period's
    total and no place to start from. None without a target, and for a flow that shall go down, to which nothing adds up.
    """
    if goal.aim is None or metric is None:
        return None
    if metric.kind == "flow" and metric.unit != "rate":
        return None if metric.better == "down" else Fraction(goal.aim)
    gone = Fraction(goal.aim) - Fraction(goal.baseline or 0)
    return -gone if metric.better == "down" else gone


def _needed(plan: Plan, goal: str, metric: str | None, needs: Mapping[str, Decimal]) -> Fraction | None:
    """What the milestones of a goal that have this measure need together."""
    found = [
        Fraction(needs[id_])
        for id_, m in plan.milestones.items()
        if (m.goal, m.metric) == (goal, metric) and id_ in needs
    ]
    return sum(found, NONE) if found else None
