"""All that `roadmapctl events` shows, in the order of the method's six steps."""

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.programme.programme import Programme
from roadmapctl.i18n.text import shown
from roadmapctl.report.events.actions import action_sections
from roadmapctl.report.events.buying import buying_sections
from roadmapctl.report.events.content import content_sections
from roadmapctl.report.events.experience import experience_sections
from roadmapctl.report.events.listing import listing_sections
from roadmapctl.report.events.programme import programme_sections
from roadmapctl.report.events.returns import return_sections
from roadmapctl.report.events.reuse import reuse_sections
from roadmapctl.report.events.tables import note, told
from roadmapctl.report.figures import Figures, Section
from roadmapctl.report.reasons import reason
from roadmapctl.report.wording import Wording


def events_figures(words: Wording, programme: Programme | Infeasible) -> Figures:
    """Programme, content, experience, calls to action, reuse and return, each as far as the plan says something about it."""
    known = None if isinstance(programme, Infeasible) else programme
    sections = (
        *_needed(words, programme),
        *listing_sections(words),
        *content_sections(words),
        *experience_sections(words),
        *action_sections(words),
        *return_sections(words, known),
        *reuse_sections(words, known),
        *buying_sections(words),
    )
    colon = words.label("colon")
    return Figures(f"{told(words, 'events')}{colon}{shown(words.plan.name)}", sections, colon)


def _needed(words: Wording, programme: Programme | Infeasible) -> tuple[Section, ...]:
    """Events needed beside events planned, or why nothing can be said of the number of events."""
    if isinstance(programme, Infeasible):
        return (Section(notes=(note(words, "cannot", reason=reason(words, programme)),)),)
    return programme_sections(words, programme) or (Section(notes=(note(words, "no_sources"),)),)
