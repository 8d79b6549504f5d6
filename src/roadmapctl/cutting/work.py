"""Tactics of a cut plan, and the people who carry them."""

from typing import Any

from roadmapctl.analysis.parts.goals import is_level
from roadmapctl.analysis.parts.tactics import TacticPart
from roadmapctl.cutting.focus import areas
from roadmapctl.cutting.sheet import Section, Source, section
from roadmapctl.i18n import dates
from roadmapctl.model.tactics import Tactic

KEPT_OF_ORGANIZATION = ("structure", "functions", "head", "hour_cost")


def tactics(source: Source, *, stages: bool) -> Section:
    """The tactics that run in the part, with their days, money and contributions there.

    `stages`: is there a funnel, to whose stages and sources events can lead?
    """
    words, plan = source.words, source.cut.plan
    found = source.members("tactics", source.cut.tactics)
    belongs = areas(source)
    members = {id: _tactic(source, id, values, belongs.get(id), stages) for id, values in found.items()}
    above = {id: _above(source, id) for id in members}
    undated = [id for id, tactic in plan.tactics.items() if tactic.start is None and tactic.end is None]
    gone = words.comment("tactic_undated", tactics=words.comment("between").join(undated))
    return section(members, words.comment("tactics"), *([gone] if undated else []), **above)


def _tactic(source: Source, id: str, values: dict[str, Any], area: str | None, stages: bool) -> dict[str, Any]:
    """The tactic's own keys in their order, and its focus area; what the wider plan alone knows is left out."""
    words, cut = source.words, source.cut
    tactic, part = cut.plan.tactics[id], cut.tactics[id]
    changed: dict[str, Any] = {
        "start": part.start.isoformat(),
        "end": part.end.isoformat(),
        "milestone": values.get("milestone") if values.get("milestone") in cut.milestones else None,
        "after": [other for other in values.get("after") or () if other in cut.tactics],
        "focus": area,
        "budget": None if part.budget is None else words.figure(part.budget),
        "contributes": {metric: words.addition(n, metric) for metric, n in part.contributes.items()},
        "hypothesis": _hypothesis(source, tactic, values.get("hypothesis")),
        "playbook": values.get("playbook") if _is_event_here(tactic, part) else None,
        "event": _event(_without_funnel(values.get("event"), stages), tactic, part),
    }
    order = [key for key in values if key != "focus"]
    place = next((n for n, key in enumerate(order) if key in ("milestone", "owner", "channel", "start")), len(order))
    order.insert(place, "focus")
    whole = {key: changed.get(key, values.get(key)) for key in dict.fromkeys([*order, "start", "end"])}
    return {key: value for key, value in whole.items() if value not in (None, [], {})}


def _hypothesis(source: Source, tactic: Tactic, values: dict[str, Any] | None) -> dict[str, Any] | None:
    """What it moves, within the way that the part's goal on that level goes: from where that begins to no further than it ends."""
    stated, plan = tactic.hypothesis, source.cut.plan
    if values is None or stated is None or stated.from_ is None or stated.to is None:
        return values
    ways = (
        part
        for id, part in source.cut.goals.items()
        if plan.goals[id].metric == stated.metric and is_level(plan, plan.goals[id])
    )
    part = next((part for part in ways if part.baseline is not None), None)
    if part is None or part.baseline is None:
        return values
    low, high = sorted((part.baseline, part.target))
    before, after = (min(max(value, low), high) for value in (stated.from_, stated.to))
    if before == after or (before, after) == (stated.from_, stated.to):
        return values
    moved = {"from": source.words.quantity(before, stated.metric), "to": source.words.quantity(after, stated.metric)}
    return {**values, **moved}


def _without_funnel(event: dict[str, Any] | None, stages: bool) -> dict[str, Any] | None:
    """The event without what it says of the funnel, where that is not there."""
    if event is None or stages:
        return event
    kept = {key: value for key, value in event.items() if key != "source"}
    cta = {key: value for key, value in (kept.get("cta") or {}).items() if key != "leads_to"}
    return {key: value for key, value in {**kept, "cta": cta}.items() if value not in (None, {})}


def _event(values: dict[str, Any] | None, tactic: Tactic, part: TacticPart) -> dict[str, Any] | None:
    """What makes the tactic an event, where one is held in the part: a series by its events there, a single one by its day."""
    if values is None or tactic.event is None:
        return None
    if part.events is None:
        return values if tactic.event.date is None or _is_event_here(tactic, part) else None
    kept = values if _is_event_here(tactic, part) else {key: value for key, value in values.items() if key != "date"}
    return {**kept, "events": part.events} if part.events else None


def _is_event_here(tactic: Tactic, part: TacticPart) -> bool:
    """Does the day that its event and its playbook are dated from lie in the part? It is the tactic's first unless said."""
    stated = tactic.event.date if tactic.event is not None else None
    day = stated or tactic.start or part.start
    return part.start <= day <= part.end


def _above(source: Source, id: str) -> tuple[str, ...]:
    """What the wider plan says of the tactic's days and its milestone, where this one cannot."""
    plan, words = source.cut.plan, source.words
    tactic = plan.tactics[id]
    said: dict[str, str] = {}
    if not source.cut.tactics[id].is_whole and tactic.start is not None and tactic.end is not None:
        said["days"] = dates.span(tactic.start, tactic.end, words.language)
    milestone = plan.milestones.get(tactic.milestone or "")
    if milestone is not None and milestone.date is not None and tactic.milestone not in source.cut.milestones:
        said |= {"milestone": milestone.name or tactic.milestone or "", "day": words.day(milestone.date)}
    key = f"tactic{'_part' if 'days' in said else ''}{'_serves' if 'day' in said else ''}"
    return (words.comment(key, **said),) if said else ()


def organization(source: Source) -> Section:
    """The people who own tactics or answer for goals in the part, with those goals."""
    plan = source.cut.plan
    owners = {plan.tactics[id].owner for id in source.cut.tactics}
    people: dict[str, Any] = {}
    for id, values in source.section("organization", "people").items():
        goals = [goal for goal in values.get("goals") or () if goal in source.cut.goals]
        if id in owners or goals:
            person = {**values, "goals": goals}
            people[id] = {key: value for key, value in person.items() if value not in (None, [], {})}
    whole = source.section("organization")
    kept = {key: whole[key] for key in KEPT_OF_ORGANIZATION if key in whole}
    if kept.get("head") not in people:
        kept.pop("head", None)
    return section({**kept, "people": people} if people else {})
