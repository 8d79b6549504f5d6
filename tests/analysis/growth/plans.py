"""Small plans for the tests of growth."""

from roadmapctl.model import Plan
from roadmapctl.project import check_text

HEAD = "roadmap: 1\nname: X\ncurrency: EUR\n"


def plan_of(text: str) -> Plan:
    """The plan that a text is; faults of the text fail the test."""
    checked = check_text((HEAD + text).encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return checked.plan
