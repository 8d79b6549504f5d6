"""What it takes until somebody buys."""

from roadmapctl.report.events.tables import note
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording


def buying_sections(words: Wording) -> tuple[Section, ...]:
    """How many touches, people and channels one purchase takes, as the plan has it."""
    buying = words.plan.market.buying if words.plan.market is not None else None
    if buying is None or buying.touches is None or buying.people is None or buying.channels is None:
        return ()
    counts = {key: words.count(getattr(buying, key)) for key in ("touches", "people", "channels")}
    return (Section(notes=(note(words, "buying", **counts),)),)
