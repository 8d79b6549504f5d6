"""People as figures: goals broken down to them, then the team, then those whose agreement the plan needs."""

from collections.abc import Iterator

from roadmapctl.i18n.text import shown
from roadmapctl.report.figures import Figures, Section
from roadmapctl.report.people.goals import goal_sections
from roadmapctl.report.people.team import team_sections
from roadmapctl.report.people.words import Words
from roadmapctl.report.view import telling, transformation


def people_figures(words: Words) -> Figures:
    """All of it."""
    goals = goal_sections(words)
    head = [Section(notes=(words.note("broken_down"),))] if goals else []
    sections = (*head, *goals, *team_sections(words), *_around(words))
    colon = words.label("colon")
    return Figures(f"{words.label('title')}{colon}{shown(words.wording.plan.name)}", sections, colon)


def _around(words: Words) -> Iterator[Section]:
    """Stakeholders and handovers, as the report has them, the first section of each with their name."""
    told = {"stakeholders": transformation.stakeholders, "handovers": transformation.handovers}
    for name, make in told.items():
        for number, section in enumerate(make(words.wording)):
            yield section if number else section._replace(title=telling.label(words.wording, name))
