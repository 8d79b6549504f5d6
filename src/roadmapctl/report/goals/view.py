"""All that `roadmapctl goals` shows: growth, splits, step rates, what carries each goal, KPIs by level."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapctl.analysis.calendar.spans import By
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import plan_funnel
from roadmapctl.analysis.growth.chain import Link, chain
from roadmapctl.analysis.growth.growth import Growth, growths
from roadmapctl.analysis.growth.levels import Kpi, kpis
from roadmapctl.analysis.growth.split import Split, Unsplit, goal_split, rhythm_of
from roadmapctl.analysis.growth.step_rates import StepRates, step_rates
from roadmapctl.analysis.status.schedule import frame
from roadmapctl.model import Plan
from roadmapctl.report.figures import Figures, Line, Section
from roadmapctl.report.goals.chain import chain_section, levels_section
from roadmapctl.report.goals.growth import growth_section
from roadmapctl.report.goals.splits import split_sections
from roadmapctl.report.goals.step_rates import step_rate_sections
from roadmapctl.report.goals.words import Words
from roadmapctl.report.wording import Wording


class Goals(NamedTuple):
    """A plan's goals, seen from every side."""

    growths: tuple[Growth, ...]
    splits: tuple[Split | Unsplit, ...]
    step_rates: tuple[StepRates, ...]
    chain: tuple[Link, ...]
    kpis: tuple[Kpi, ...]


def goals_of(plan: Plan, by: By | None = None) -> Goals:
    """The goals split by a rhythm; unless said, each by its own."""
    found, within = growths(plan), frame(plan)
    return Goals(
        growths=found,
        splits=tuple(goal_split(within, growth, by or rhythm_of(plan, growth.goal)) for growth in found),
        step_rates=steps_of(plan, found),
        chain=chain(plan),
        kpis=kpis(plan),
    )


def steps_of(plan: Plan, found: Sequence[Growth]) -> tuple[StepRates, ...]:
    """The step rates of those goals that sit on the funnel and grow; none where the funnel cannot be computed."""
    funnel = None if plan.funnel is None else plan_funnel(plan)
    if funnel is None or isinstance(funnel, Infeasible):
        return ()
    rates = (step_rates(plan, growth, funnel) for growth in found)
    return tuple(one for one in rates if one is not None)


def goals_figures(found: Goals, wording: Wording) -> Figures:
    """All of it under the plan's name."""
    words = Words(wording)
    colon = words.label("colon")
    sections = (
        Section(lines=(seasonality(words),)),
        growth_section(found.growths, found.splits, words),
        *split_sections(found.growths, found.splits, words),
        *step_rate_sections(found.step_rates, words),
        chain_section(found.chain, words),
        *levels_section(found.kpis, words),
    )
    return Figures(f"{words.label('title')}{colon}{wording.plan.name}", sections, colon)


def seasonality(words: Words) -> Line:
    """The weights by which goals are split."""
    return Line(words.label("seasonality"), words.join(_weights(words)) or words.label("even"))


def _weights(words: Words) -> Iterator[str]:
    funnel = words.wording.plan.funnel
    for span, weight in funnel.seasonality.items() if funnel is not None else ():
        yield words.label("weight", span=span, weight=words.wording.count(weight))
