"""Small plans for the tests of growth."""

from roadmapctl.analysis.growth.growth import Growth, growths
from roadmapctl.model import Plan
from roadmapctl.project import check_text

HEAD = "roadmap: 1\nname: X\ncurrency: EUR\n"


def plan_of(text: str) -> Plan:
    """The plan that a text is; faults of the text fail the test."""
    checked = check_text((HEAD + text).encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


def growth_of(plan: Plan, goal: str) -> Growth:
    """The growth of one goal."""
    return next(growth for growth in growths(plan) if growth.goal == goal)
