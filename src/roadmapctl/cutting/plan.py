"""All sections of a cut plan, in the order of the format."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roadmapctl.analysis.segments.traits import with_parts
from roadmapctl.cutting.aims import goals, milestones
from roadmapctl.cutting.focus import focus
from roadmapctl.cutting.funnel import Moved, funnel
from roadmapctl.cutting.sheet import Section, Source, section
from roadmapctl.cutting.work import organization, tactics
from roadmapctl.cutting.yaml_text import yaml_text
from roadmapctl.diagnostics import Path
from roadmapctl.i18n import dates
from roadmapctl.i18n.cutting_words import NAMES
from roadmapctl.model import Plan
from roadmapctl.model.references import referred_ids
from roadmapctl.model.time import plain_period

METHOD = "quarterly"
NOTICE = timedelta(days=14)
"""Between the final review and the end: what it decides goes into the next plan."""


@dataclass(frozen=True)
class Links:
    """How the new plan names files: the wider plan's, and from one that the wider plan names to the same one."""

    parent: str
    moved: Moved


@dataclass(frozen=True)
class Draft:
    """A plan to be written: its values, and its comments by path."""

    values: Mapping[str, Any]
    comments: Mapping[Path, tuple[str, ...]]

    @property
    def text(self) -> str:
        """It as YAML."""
        return yaml_text(self.values, self.comments)


def draft(source: Source, links: Links, *, funnel_gone: str | None = None) -> Draft:
    """The plan of a part. `funnel_gone` is the reason why the funnel is left out, None to put it in."""
    funnel_part = _funnel(source, links, funnel_gone)
    sections = {
        "focus": focus(source),
        "goals": goals(source),
        "funnel": funnel_part,
        "milestones": milestones(source),
        "tactics": tactics(source, stages=bool(funnel_part.value)),
        "organization": organization(source),
        "measurement": _measurement(source, links),
    }
    values = {key: part.value for key, part in sections.items() if part.value}
    order = ("market", "metrics", "goals", "focus", "strategy", "funnel", "milestones", "tactics", "playbooks")
    used = _used(source, {**_header(source, links), **values})
    ordered = {key: used[key] for key in (*order, "organization", "measurement") if used.get(key)}
    comments = _comments(source, links, sections, ordered)
    if "funnel" in source.values and not funnel_part.value:
        gone = funnel_gone or source.words.comment("funnel_not_cut")
        comments[()] = (*comments[()], source.words.comment("funnel_gone", reason=gone))
    return Draft({**_header(source, links), **ordered}, comments)


def _header(source: Source, links: Links) -> dict[str, Any]:
    plan, budget = source.cut.plan, source.cut.budget
    known = {key: source.values[key] for key in ("language", "currency", "unit") if key in source.values}
    head = {"roadmap": 1, "name": name(source), **known, "period": plain_period(source.cut.period)}
    method = {"framework": [METHOD]} if source.cut.kind in ("quarter", "own_quarter") else {}
    money = {"budget": source.words.figure(budget.whole)} if plan.budget is not None or budget.whole else {}
    return {**head, **method, **money, "parent": links.parent}


def name(source: Source) -> str:
    """The wider plan's name and the part's."""
    year = str(source.cut.period.start.year)
    part = part_name(source)
    if year in source.cut.plan.name and source.cut.period.text is not None:
        part = part.removesuffix(f" {year}").removeprefix(f"{year}年")
    return source.words.said(NAMES, "in_year", name=source.cut.plan.name, part=part)


def part_name(source: Source) -> str:
    """`Q3 2027`, `2027年第三季度`; its days where it is cut at the edges of the wider plan's period."""
    period = source.cut.period
    return dates.period(period.start, period.end, period.text, source.words.language)


def _funnel(source: Source, links: Links, gone: str | None) -> Section:
    """The funnel, or nothing."""
    found = None if gone is not None else funnel(source, links.moved)
    return section({}) if found is None else found


def _measurement(source: Source, links: Links) -> Section:
    """The rhythm and two reviews; the wider plan's figures can be taken over."""
    period, words = source.cut.period, source.words
    rhythm = source.section("measurement", "rhythm")
    middle = period.start + (period.end - period.start) // 2
    last = period.end - NOTICE
    halfway = {"midpoint": {"date": _working_day(middle).isoformat()}} if middle < last else {}
    reviews = {**halfway, "final": {"date": max(_working_day(last), period.start).isoformat()}}
    value = {"rhythm": rhythm if rhythm in ("week", "month") else "month", "reviews": reviews}
    actuals = source.section("measurement", "actuals")
    taken = (words.comment("actuals", actuals=links.moved(actuals)),) if isinstance(actuals, str) else ()
    return section(value, words.comment("measurement"), rhythm=taken)


def _working_day(day: date) -> date:
    """The day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _used(source: Source, values: dict[str, Any]) -> dict[str, Any]:
    """The values with those playbooks, messages, segments and metrics of the wider plan that something in them names."""
    playbooks = _only(source.section("playbooks"), values, "playbooks")
    values = {**values, "playbooks": playbooks}
    messages = _only(source.section("strategy", "messages"), values, "strategy.messages")
    strategy = {key: value for key, value in source.section("strategy").items() if key not in ("means", "messages")}
    values = {**values, "strategy": {**strategy, **({"messages": messages} if messages else {})}}
    written = source.section("market", "segments")
    segments = with_parts(_only(written, values, "market.segments"), written)
    values = {**values, "market": {"segments": segments} if segments else {}}
    return {**values, "metrics": _only(source.section("metrics"), values, "metrics")}


def _only(members: Mapping[str, Any], values: dict[str, Any], place: str) -> dict[str, Any]:
    """The members of a section, such as `strategy.messages`, that the values refer to."""
    named = referred_ids(Plan.model_validate(values)).get(place, set())
    return {id: member for id, member in members.items() if id in named}


def _comments(
    source: Source, links: Links, sections: Mapping[str, Section], values: Mapping[str, Any]
) -> dict[Path, tuple[str, ...]]:
    words, plan = source.words, source.cut.plan
    found: dict[Path, tuple[str, ...]] = {
        (): (words.comment("head", part=part_name(source), plan=plan.name, parent=links.parent),),
        ("budget",): (_money(source),),
    }
    for key, part in sections.items():
        if key in values:
            found |= {(key, *path): lines for path, lines in part.comments.items() if lines}
    return found


def _money(source: Source) -> str:
    words, budget = source.words, source.cut.budget
    if not budget.unplanned:
        return words.comment("budget_all")
    return words.comment("budget", tactics=words.money(budget.tactics), unplanned=words.money(budget.unplanned))
