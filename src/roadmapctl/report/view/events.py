"""What the event programme adds to a report: the same sections that `roadmapctl events` shows, one function for each part."""

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.once import once
from roadmapctl.analysis.programme.matching import event_sources
from roadmapctl.analysis.programme.programme import Programme, plan_programme
from roadmapctl.model import Plan
from roadmapctl.report.events.actions import action_sections
from roadmapctl.report.events.buying import buying_sections
from roadmapctl.report.events.content import content_sections
from roadmapctl.report.events.experience import experience_sections
from roadmapctl.report.events.listing import listing_sections
from roadmapctl.report.events.programme import programme_sections
from roadmapctl.report.events.returns import return_sections
from roadmapctl.report.events.reuse import reuse_sections
from roadmapctl.report.figures import Section
from roadmapctl.report.view.in_time import funnel_of, in_time
from roadmapctl.report.wording import Wording


def programme(words: Wording) -> tuple[Section, ...]:
    """Events needed and planned, by size and month, and those on the calendar."""
    found = _programme(words.plan)
    return (*(() if found is None else programme_sections(words, found)), *listing_sections(words))


def content(words: Wording) -> tuple[Section, ...]:
    """The content matrix, its gaps, and the balance of hero, hub and hygiene."""
    return content_sections(words)


def experience(words: Wording) -> tuple[Section, ...]:
    """What guests experience, as a checklist."""
    return experience_sections(words)


def actions(words: Wording) -> tuple[Section, ...]:
    """Every event's call to action, where it leads, and what follows for each grade of lead."""
    return action_sections(words)


def returned(words: Wording) -> tuple[Section, ...]:
    """What every event costs and returns, what its content becomes, and how much buying takes."""
    found = _programme(words.plan)
    return (*return_sections(words, found), *reuse_sections(words, found), *buying_sections(words))


@once
def _programme(plan: Plan) -> Programme | None:
    """The programme of a plan whose funnel holds events."""
    if not event_sources(plan):
        return None
    result = funnel_of(plan)
    return None if isinstance(result, Infeasible) else plan_programme(plan, result, in_time(plan))
