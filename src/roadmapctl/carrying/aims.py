"""Goals, milestones and focus areas of the next period's plan."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from roadmapctl.analysis.carry.goals import CarriedGoal
from roadmapctl.analysis.carry.milestones import CarriedMilestone
from roadmapctl.analysis.parts.goals import is_level
from roadmapctl.analysis.review.verdicts import TacticVerdict, pace_of
from roadmapctl.analysis.words.number_words import ENGLISH
from roadmapctl.carrying.source import Source
from roadmapctl.cutting.sheet import Section, section

NUMBERS = re.compile("[0-9]|[一二两三四五六七八九十百千万亿]{2,}")
MOST = 4
"""Tactics that are named in the reason of a focus area."""
GONE = ("statement", "change", "baseline", "target", "due")


def goals(source: Source) -> Section:
    """What is left of each goal; what was reached is named."""
    carry = source.carry
    found = {id_: _goal(source, id_, goal) for id_, goal in carry.goals.items()}
    silent = tuple(id_ for id_ in carry.plan.goals if id_ not in found and id_ not in carry.done)
    lines = [source.comment("goals")]
    lines += [source.comment("done", goals=source.listed(carry.done))] if carry.done else []
    lines += [source.comment("untargeted", goals=source.listed(silent))] if silent else []
    return section(found, *lines, **{id_: tuple(_above(source, goal)) for id_, goal in carry.goals.items()})


def _goal(source: Source, id_: str, goal: CarriedGoal) -> dict[str, Any]:
    plan, words = source.carry.plan, source.words
    own, values = plan.goals[id_], dict(source.section("goals", id_))
    level = is_level(plan, own)
    head = {"name": values["name"]} if "name" in values else {}
    statement = words.statement(own.metric, goal.baseline if level else None, goal.target, goal.due)
    new: dict[str, Any] = {**head, "statement": statement}
    new |= {"metric": values["metric"]} if "metric" in values else {}
    new |= {"baseline": source.quantity(goal.baseline, own.metric)} if goal.baseline is not None else {}
    new |= {"target": source.quantity(goal.target, own.metric), "due": goal.due.isoformat()}
    kept = {key: value for key, value in values.items() if key not in (*GONE, *new) and not _gone(source, key, value)}
    return {**new, **kept}


def _gone(source: Source, key: str, value: Any) -> bool:
    """Does it support a goal that does not go on?"""
    carry = source.carry
    return key == "supports" and value in carry.plan.goals and value not in carry.goals


def _above(source: Source, goal: CarriedGoal) -> Iterator[str]:
    """Where its numbers are from."""
    plan = source.carry.plan
    own = plan.goals[goal.id]
    if goal.actual is None:
        yield source.comment("unknown")
    elif is_level(plan, own):
        yield source.comment("stood", actual=source.spoken(goal.actual, own.metric), day=source.day())
    elif own.aim is not None:
        said = {
            "actual": source.spoken(goal.actual, own.metric, unit=False),
            "target": source.spoken(own.aim, own.metric),
        }
        left = source.spoken(goal.left or Decimal(0), own.metric)
        key = "rest" if goal.expected in (None, goal.actual) else "rest_at_pace"
        said |= {"expected": source.spoken(goal.expected or goal.actual, own.metric, unit=False)}
        yield source.comment(key, day=source.day(), left=left, **said)
    if goal.wider is not None and plan.above is not None:
        key = "level_share" if is_level(plan, own) else "share"
        name = plan.above.goals[own.supports or ""].name or own.supports
        yield source.comment(key, goal=name, target=source.spoken(goal.wider, own.metric), period=source.next)


def milestones(source: Source) -> Section:
    """The milestones that are still ahead; one whose tactics bring too little asks somebody to decide."""
    found: dict[str, Any] = {}
    above: dict[str, tuple[str, ...]] = {}
    for id_, milestone in source.carry.milestones.items():
        values = dict(source.section("milestones", id_))
        values |= {} if milestone.date is None else {"date": milestone.date.isoformat()}
        if milestone.target != source.carry.plan.milestones[id_].target:
            above[id_] = tuple(_retargeted(source, milestone, values))
        found[id_] = values
    return section(found, source.comment("milestones"), **above)


def _retargeted(source: Source, milestone: CarriedMilestone, values: dict[str, Any]) -> Iterator[str]:
    """The milestone with its new target, or without one; a name that says the old number is left to somebody to write."""
    metric = source.carry.plan.milestones[milestone.id].metric
    name = values.get("name")
    if isinstance(name, str) and _says_a_number(name):
        yield source.comment("renamed", name=values.pop("name"))
    if milestone.target is not None:
        values["target"] = source.quantity(milestone.target, metric)
    elif milestone.wanted is not None and milestone.brought is not None:
        values.pop("target", None)
        said = {"wanted": source.spoken(milestone.wanted, metric), "brought": source.spoken(milestone.brought, metric)}
        yield source.comment("milestone_short", **said)


def _says_a_number(name: str) -> bool:
    return NUMBERS.search(name) is not None or any(word in ENGLISH for word in name.lower().replace("-", " ").split())


def focus(source: Source) -> Section:
    """The focus areas that tactics go on in; one in which something worked says so in place of its old reason."""
    areas: dict[str, Any] = {}
    worked: dict[str, list[str]] = {}
    for id_, carried in source.carry.tactics.items():
        area = area_of(source, id_)
        if area is None:
            continue
        areas.setdefault(area, _area(source, area))
        if _has_worked(carried.verdict):
            worked.setdefault(area, []).append(source.carry.plan.tactics[id_].name or id_)
    for area, names in worked.items():
        more = source.comment("more", number=len(names) - MOST) if len(names) > MOST else ""
        named = source.comment("then").join(names[:MOST]) + more
        why = source.comment("worked", period=source.before, why=named)
        areas[area] = {**areas[area], "why": why}
    return section(areas, source.comment("focus"))


def _has_worked(one: TacticVerdict) -> bool:
    """Is it carried over because somebody said so, or because of what it brought? One that has not begun is neither."""
    return one.verdict == "carry-over" and (one.is_decided or pace_of(one.evidence) is not None)


def area_of(source: Source, tactic: str) -> str | None:
    """The focus area of a tactic that goes on: the one it had; what worked and had none gets its goal's."""
    own = source.carry.plan.tactics[tactic].focus
    if own is not None:
        return own
    if source.carry.tactics[tactic].verdict.verdict != "carry-over" or source.carry.plan.focus:
        return None
    return _goal_of(source, tactic)


def _goal_of(source: Source, tactic: str) -> str | None:
    milestone = source.carry.plan.milestones.get(source.carry.plan.tactics[tactic].milestone or "")
    goal = milestone.goal if milestone is not None else None
    return goal if goal in source.carry.goals else None


def _area(source: Source, area: str) -> dict[str, Any]:
    """An area of the plan without the goals that do not go on, or a new one for a goal."""
    plan = source.carry.plan
    if area not in plan.focus:
        goal = plan.goals[area]
        name = goal.name or source.words.metric(goal.metric) or area
        return {"name": name, "goals": [area], **({"improves": [goal.metric]} if goal.metric is not None else {})}
    values = dict(source.section("focus", area))
    kept = [goal for goal in values.pop("goals", None) or () if goal in source.carry.goals]
    return {**values, "goals": kept} if kept else values
