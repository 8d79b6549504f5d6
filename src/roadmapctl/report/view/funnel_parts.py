"""What the report says of the funnel beyond volumes and costs, each where the plan gives cause."""

from roadmapctl.analysis.funnel import FunnelResult
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording


def funnel_parts(words: Wording, result: FunnelResult) -> tuple[Section, ...]:
    """The parts, in the order in which the report shows them."""
    return ()
