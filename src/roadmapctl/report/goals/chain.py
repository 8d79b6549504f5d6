"""What carries each goal, and the KPIs by level."""

from collections.abc import Iterator, Sequence

from roadmapctl.analysis.growth.chain import Link
from roadmapctl.analysis.growth.levels import Kpi
from roadmapctl.i18n.method_words import LABELS as METHOD_LABELS
from roadmapctl.report.figures import Section, Table
from roadmapctl.report.goals.words import Words
from roadmapctl.report.trends import trend_text


def chain_section(links: Sequence[Link], words: Words) -> Section:
    """A row for each tactic under its milestone and goal; what is named in the row above is not named again."""
    rows = []
    before = Link("", None)
    for link in links:
        rows.append(_link(link, words, new_goal=link.goal != before.goal, new_milestone=link[:3] != before[:3]))
        before = link
    columns = words.columns("goal wider milestone date >target tactic >brings")
    alone = [words.wording.goal(link.goal) for link in links if link.milestone is None]
    notes = (words.note("carried_by_none", goals=words.join(alone)),) if alone else ()
    return Section(words.label("chain"), table=Table(columns, tuple(rows)), notes=notes)


def _link(link: Link, words: Words, *, new_goal: bool, new_milestone: bool) -> tuple[str, ...]:
    wording = words.wording
    milestone = wording.plan.milestones.get(link.milestone or "") if new_milestone else None
    metric = wording.plan.milestones[link.milestone].metric if link.milestone is not None else None
    return (
        wording.goal(link.goal) if new_goal else "",
        wording.goal(link.wider) if new_goal else "",
        "" if milestone is None else wording.milestone(link.milestone),
        "" if milestone is None else wording.day(milestone.date),
        "" if milestone is None else words.cell(milestone.target, metric),
        wording.tactic(link.tactic),
        words.step(link.brings, metric),
    )


def levels_section(found: Sequence[Kpi], words: Words) -> Iterator[Section]:
    """A row for each metric, under its level; none where no metric has a level."""
    if not any(kpi.level for kpi in found):
        return
    rows = []
    before = ""
    for kpi in found:
        level = _level(kpi, words)
        rows.append((level if level != before else "", *_kpi(kpi, words)))
        before = level
    columns = words.columns("level metric >before >base trend >target >relative")
    yield Section(words.label("levels"), table=Table(columns, tuple(rows)))


def _level(kpi: Kpi, words: Words) -> str:
    return words.label("no_level") if kpi.level is None else METHOD_LABELS[kpi.level][words.wording.language == "zh"]


def _kpi(kpi: Kpi, words: Words) -> tuple[str, ...]:
    growth = (kpi.target - kpi.base) / abs(kpi.base) if kpi.target is not None and kpi.base else None
    return (
        words.wording.metric(kpi.metric),
        words.cell(kpi.before, kpi.metric),
        words.cell(kpi.base, kpi.metric),
        trend_text(kpi.trend, words.wording) if kpi.trend is not None else "",
        words.cell(kpi.target, kpi.metric),
        words.percent(growth),
    )
