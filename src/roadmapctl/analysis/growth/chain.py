"""From a tactic to the milestone it serves, to the goal that leads to, to the wider goal."""

from decimal import Decimal
from typing import NamedTuple

from roadmapctl.model import Plan


class Link(NamedTuple):
    """One way down from a goal: `milestone` and `tactic` are None where nothing stands below.

    `brings` is what the tactic contributes to the milestone's metric, in its unit; None where it says nothing of it.
    """

    goal: str
    wider: str | None
    milestone: str | None = None
    tactic: str | None = None
    brings: Decimal | None = None


def chain(plan: Plan) -> tuple[Link, ...]:
    """Every goal with the milestones that lead to it and the tactics that serve those, in the plan's order."""
    return tuple(link for id_ in plan.goals for link in _of_goal(plan, id_))


def _of_goal(plan: Plan, id_: str) -> list[Link]:
    top = Link(id_, plan.goals[id_].supports)
    own = [milestone for milestone, value in plan.milestones.items() if value.goal == id_]
    return [link for milestone in own for link in _of_milestone(plan, top._replace(milestone=milestone))] or [top]


def _of_milestone(plan: Plan, link: Link) -> list[Link]:
    metric = plan.milestones[link.milestone or ""].metric
    return [
        link._replace(tactic=id_, brings=tactic.contributes.get(metric or ""))
        for id_, tactic in plan.tactics.items()
        if tactic.milestone == link.milestone
    ] or [link]
