"""What the annual method asks of ideas: their order, the best set that fits, the four levers."""

from roadmapctl.analysis.ideas.choose import Ideas, plan_ideas
from roadmapctl.analysis.ideas.limits import money_of, time_of
from roadmapctl.report.figures import Section
from roadmapctl.report.ideas.ranking import ranking_sections
from roadmapctl.report.ideas.view import gap_sections, levers_section, limits_section, set_sections
from roadmapctl.report.ideas.words import Words
from roadmapctl.report.view.telling import chosen, rows_of
from roadmapctl.report.wording import Wording

COLUMNS = "rank idea lever segment goal >how >score >budget"
LEVERS = ("audience", "activity", "content", "media")


def ideas(words: Wording) -> tuple[Section, ...]:
    """The ideas, those with the highest score first, what the scores are, and what is left to fill in."""
    if not words.plan.ideas:
        return ()
    found, said = _ideas(words), Words(words)
    sections = (*ranking_sections(found, said, COLUMNS), *gap_sections(found, said))
    return sections if len(found.rankings) > 1 else _untitled(sections)


def _ideas(words: Wording) -> Ideas:
    return plan_ideas(words.plan, money_of(words.plan), time_of(words.plan))


def _untitled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The first of them has the title of the report's own section."""
    return (sections[0]._replace(title=""), *sections[1:]) if sections else ()


def best_set(words: Wording) -> tuple[Section, ...]:
    """The best set within what budget and people the plan leaves, what is short of it, and what each lever has."""
    if not words.plan.ideas:
        return ()
    found, said = _ideas(words), Words(words)
    limits = limits_section(found, said)
    return (limits, *_untitled(tuple(set_sections(found, said))), levers_section(found, said))


def levers(words: Wording) -> tuple[Section, ...]:
    """The tactics by the lever they pull."""
    rows = (
        (
            chosen(words, f"{lever}_lever"),
            words.tactic(id_),
            words.segment(tactic.segment),
            words.budget(tactic.budget),
        )
        for lever in LEVERS
        for id_, tactic in words.plan.tactics.items()
        if tactic.lever == lever
    )
    return rows_of(words, "lever tactic segment >budget", rows)
