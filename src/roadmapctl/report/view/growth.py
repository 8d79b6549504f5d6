"""What the annual method asks of goals: growth over last year, splits, step rates, what carries them, KPIs by level."""

from roadmapctl.analysis.growth.chain import chain
from roadmapctl.analysis.growth.growth import growths
from roadmapctl.analysis.growth.levels import kpis
from roadmapctl.report.figures import Section
from roadmapctl.report.goals.chain import chain_section, levels_section
from roadmapctl.report.goals.growth import growth_section
from roadmapctl.report.goals.splits import split_sections
from roadmapctl.report.goals.step_rates import step_rate_sections
from roadmapctl.report.goals.view import goals_of, seasonality, steps_of
from roadmapctl.report.goals.words import Words
from roadmapctl.report.wording import Wording


def growth(words: Wording) -> tuple[Section, ...]:
    """The goals beside last year's results."""
    if not words.plan.goals:
        return ()
    found = goals_of(words.plan)
    return (growth_section(found.growths, found.splits, Words(words))._replace(title=""),)


def splits(words: Wording) -> tuple[Section, ...]:
    """Each goal by its own rhythm."""
    found, said = goals_of(words.plan), Words(words)
    sections = tuple(split_sections(found.growths, found.splits, said))
    weights = seasonality(said)
    note = f"{weights.label}{said.label('colon')}{weights.value}"
    return (Section(notes=(note,)), *sections) if sections else ()


def step_rates(words: Wording) -> tuple[Section, ...]:
    """What the funnel's rates would have to be for the goals that sit on it."""
    sections = tuple(step_rate_sections(steps_of(words.plan, growths(words.plan)), Words(words)))
    return (sections[0]._replace(title=""), *sections[1:]) if sections else ()


def carried_by(words: Wording) -> tuple[Section, ...]:
    """The milestones and tactics below each goal."""
    if not words.plan.goals:
        return ()
    return (chain_section(chain(words.plan), Words(words))._replace(title=""),)


def levels(words: Wording) -> tuple[Section, ...]:
    """The metrics by the level of the KPI scheme."""
    found = levels_section(kpis(words.plan), Words(words))
    return tuple(section._replace(title="") for section in found)
