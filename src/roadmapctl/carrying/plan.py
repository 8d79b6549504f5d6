"""All sections of the next period's plan, in the order of the format."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from roadmapctl.analysis.carry.following import Step
from roadmapctl.analysis.review.moment import by_period
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.analysis.segments.traits import with_parts
from roadmapctl.carrying.aims import focus, goals, milestones
from roadmapctl.carrying.dangling import without_dangling
from roadmapctl.carrying.funnel import funnel
from roadmapctl.carrying.ids import moved, names, renamed
from roadmapctl.carrying.insights import insights
from roadmapctl.carrying.source import Source
from roadmapctl.carrying.work import organization, tactics
from roadmapctl.cutting.plan import Draft, Links
from roadmapctl.cutting.sheet import Section, section
from roadmapctl.cutting.yaml_text import Written as Figure
from roadmapctl.diagnostics import Path
from roadmapctl.i18n import dates
from roadmapctl.i18n.carry_words import NAMES
from roadmapctl.model import Plan
from roadmapctl.model.references import referred_ids
from roadmapctl.model.time import Period, plain_period

ORDER = (
    "discovery", "market", "metrics", "goals", "focus", "strategy", "funnel", "milestones", "ideas", "tactics", "playbooks",
    "organization", "measurement",
)  # fmt: skip


def draft(source: Source, links: Links, *, funnel_gone: str | None = None) -> Draft:
    """The plan of the next period. `funnel_gone` is the reason why the funnel is left out, None to put it in."""
    shape = funnel(source, links.moved) if funnel_gone is None else None
    sections = {
        "discovery": _discovery(source),
        "goals": goals(source),
        "focus": focus(source),
        "funnel": shape or section({}),
        "milestones": milestones(source),
        "ideas": section(_ideas(source)),
        "tactics": tactics(source),
        "organization": organization(source),
        "measurement": _measurement(source, links),
    }
    header = _header(source, links)
    values = _used(source, {**header, **{key: part.value for key, part in sections.items() if part.value}})
    values = without_dangling({key: value for key, value in values.items() if value}, source.wider_goals)
    ordered = {key: values[key] for key in ORDER if values.get(key)}
    comments = dict(_comments(source, sections, {**header, **ordered}))
    if "funnel" in source.values and shape is None:
        gone = funnel_gone or source.comment("funnel_not_carried")
        comments[()] = (*comments[()], source.comment("funnel_gone", reason=gone))
    new = names(ordered, source.carry.step.before, source.carry.step.after)
    return Draft(renamed({**header, **ordered}, new), moved(comments, new))


def _header(source: Source, links: Links) -> dict[str, Any]:
    carry = source.carry
    known = {key: source.values[key] for key in ("language", "currency", "unit") if key in source.values}
    head = {"roadmap": 1, "name": name(carry.plan.name, carry.step, source), **known}
    head |= {"period": Figure(carry.period.text) if carry.period.text else plain_period(carry.period)}
    head |= {"framework": source.values["framework"]} if source.values.get("framework") else {}
    budgets = [tactic.budget for id_ in carry.tactics if (tactic := carry.plan.tactics[id_]).budget is not None]
    if carry.plan.budget is not None and budgets:
        head["budget"] = source.quantity(source.exact(exact_sum(budgets)), None)
    return {**head, **({"parent": links.parent} if links.parent and source.keeps_parent else {})}


def name(old: str, step: Step, source: Source) -> str:
    """The plan's name with the next period in place of the one it names; without one the period is added."""
    new = old
    for was, now in _called(step):
        if was in old:
            new = old.replace(was, now)
            break
    if new != old:
        return new
    year = f"(?<![0-9]){step.before.start.year}(?![0-9])"
    turned = re.sub(year, str(step.after.start.year), old)
    return source.words.said(NAMES, "in_period", name=turned, period=source.next)


def _called(step: Step) -> Iterator[tuple[str, str]]:
    """How names call a period, and the next one in the same manner: the longest first."""
    before, after = step.before, step.after
    if before.text is not None and after.text is not None:
        yield before.text, after.text
        for language in ("en", "zh"):
            yield _in(before, language), _in(after, language)
        yield from _loosely(before, after)


def _in(one: Period, language: Any) -> str:
    return dates.period(one.start, one.end, one.text, language)


def _loosely(before: Period, after: Period) -> Iterator[tuple[str, str]]:
    """`2027 Q3`, `2027年Q3`, and the year of a plan for a year."""
    was, now = str(before.text).partition("-"), str(after.text).partition("-")
    if was[2]:
        for between in (" ", "年", "年 "):
            yield f"{was[0]}{between}{was[2]}", f"{now[0]}{between}{now[2]}"
        ordinals = ("first", "second", "third", "fourth")
        if was[2][0] == "Q":
            old, new = ordinals[int(was[2][1]) - 1], ordinals[int(now[2][1]) - 1]
            yield f"{old} quarter {was[0]}", f"{new} quarter {now[0]}"
            yield f"{old.capitalize()} quarter {was[0]}", f"{new.capitalize()} quarter {now[0]}"
    else:
        yield was[0], now[0]


def _discovery(source: Source) -> Section:
    """A line that says where the plan comes from, and the question that only a human can answer."""
    if not source.section("discovery"):
        return section({})
    today = source.comment("today_text", period=source.before, day=source.words.day(source.carry.reviewed.moment.day))
    return section({"today": today}, source.comment("today"))


def _ideas(source: Source) -> dict[str, Any]:
    """The ideas, without goals that do not go on and days that are over."""
    found = {}
    for id_, values in source.section("ideas").items():
        gone = {"start", "end"} | ({"goal"} if (values or {}).get("goal") in source.carry.done else set())
        found[id_] = {key: value for key, value in (values or {}).items() if key not in gone}
    return found


def _measurement(source: Source, links: Links) -> Section:
    """The rhythm, two reviews, and what was learned."""
    period, written = source.carry.period, source.section("measurement")
    days = {kind: by_period(period, kind).isoformat() for kind in ("midpoint", "final")}
    reviews = {kind: {"date": day} for kind, day in days.items()}
    if days["midpoint"] == days["final"]:
        reviews.pop("midpoint")
    rhythm = {"rhythm": written["rhythm"]} if "rhythm" in written else {}
    learned = insights(source)
    value = {**rhythm, "reviews": reviews, **({"insights": learned} if learned else {})}
    actuals = written.get("actuals")
    taken = [source.comment("actuals", actuals=links.moved(actuals))] if isinstance(actuals, str) else []
    return section(value, source.comment("measurement"), *taken)


def _used(source: Source, values: dict[str, Any]) -> dict[str, Any]:
    """The values with the strategy, and with those playbooks, segments and metrics that something in them names."""
    values = {**values, "strategy": source.section("strategy"), "playbooks": _only(source, values, "playbooks")}
    market = dict(source.section("market"))
    values = {**values, "market": {}}
    segments = _segments(source, values)
    values["market"] = {**market, "segments": segments} if segments else {}
    return {**values, "metrics": _only(source, values, "metrics")}


def _segments(source: Source, values: dict[str, Any]) -> dict[str, Any]:
    """The segments that something names, and those that are reached where a tactic takes place."""
    named = _only(source, values, "market.segments")
    places = {tactic.get("channel") for tactic in values.get("tactics", {}).values()}
    found = source.section("market", "segments")
    reached = [id_ for id_, one in found.items() if places & set((one or {}).get("channels") or ())]
    return with_parts({*named, *reached}, found)


def _only(source: Source, values: dict[str, Any], place: str) -> dict[str, Any]:
    """The members of a section that the values refer to."""
    filled = {key: value for key, value in values.items() if value}
    named = referred_ids(Plan.model_validate(filled)).get(place, set())
    return {id_: member for id_, member in source.section(*place.split(".")).items() if id_ in named}


def _comments(
    source: Source, sections: Mapping[str, Section], values: Mapping[str, Any]
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    plan, moment = source.carry.plan, source.carry.reviewed.moment
    yield (), (source.comment("head", plan=plan.name, day=source.words.day(moment.day)),)
    if plan.parent is not None and not source.keeps_parent:
        yield ("period",), (source.comment("parent", parent=plan.parent, period=source.next),)
    if "budget" in values and plan.budget is not None:
        yield ("budget",), (_money(source),)
    for key, part in sections.items():
        if key in values:
            for path, lines in part.comments.items():
                if lines:
                    yield (key, *path), lines


def _money(source: Source) -> str:
    """What the period before had, and what was spent of it."""
    status = source.carry.reviewed.status
    spent = status.spend.money.spent if status is not None else None
    said = ""
    if spent is not None:
        said = source.comment("spent", spent=source.words.money(source.exact(spent)), day=source.day())
    budget = source.carry.plan.budget
    return source.comment("budget", budget=source.words.money(budget) if budget is not None else "", spent=said)
