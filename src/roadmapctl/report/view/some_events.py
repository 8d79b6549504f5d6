"""The event programme in a report told by another method."""

from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording


def some_events(words: Wording) -> tuple[Section, ...]:
    """The programme of a plan some of whose tactics are events; of any other nothing."""
    if all(tactic.event is None for tactic in words.plan.tactics.values()):
        return ()
    from roadmapctl.report.view.events import programme  # most plans have none

    return programme(words)
