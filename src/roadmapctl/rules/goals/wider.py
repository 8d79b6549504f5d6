"""From a goal to the wider one it serves, of this plan or of its parent."""

from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal


def wider_goal(plan: Plan, id: str) -> Goal | None:
    """The goal that a goal supports; one of its own name is the parent's. None where there is none, or in a ring (RM032)."""
    wider = plan.goals[id].supports
    if wider is None:
        return None
    if wider != id and wider in plan.goals:
        return None if serves(plan, wider, id) else plan.goals[wider]
    return plan.above.goals.get(wider) if plan.above is not None else None


def in_parent(plan: Plan, id: str) -> bool:
    """Is the goal that a goal supports one of the parent's?"""
    wider = plan.goals[id].supports
    return wider is not None and (wider == id or wider not in plan.goals)


def serves(plan: Plan, id: str | None, other: str) -> bool:
    """Does a goal of this plan lead to another one by `supports`, link by link? It leads to itself."""
    met: set[str] = set()
    while id is not None and id in plan.goals and id not in met:
        if id == other:
            return True
        met.add(id)
        id = plan.goals[id].supports
    return False
