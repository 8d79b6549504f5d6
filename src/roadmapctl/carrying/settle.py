"""The next period's plan, checked before anybody sees it."""

from roadmapctl.carrying.plan import draft
from roadmapctl.carrying.source import Source
from roadmapctl.cutting.plan import Links
from roadmapctl.cutting.settle import Check, Settled, settled


def settle(source: Source, links: Links, check: Check) -> Settled:
    """The plan of the next period, settled."""
    return settled(source.words, lambda funnel_gone: draft(source, links, funnel_gone=funnel_gone), check)
