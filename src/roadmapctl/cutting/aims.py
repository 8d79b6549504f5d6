"""Goals and milestones of a cut plan."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.parts.goals import GoalPart, is_level
from roadmapctl.cutting.sheet import Section, Source, section
from roadmapctl.model.goals import Goal

GONE = ("statement", "change", "split", "name")


def goals(source: Source) -> Section:
    """The goals that fall due in the part. Each supports the wider plan's goal that it is a part of, and has its id."""
    members = source.members("goals", source.cut.goals)
    found = {id: _goal(source, id, values, source.cut.goals[id]) for id, values in members.items()}
    gone = source.words.comment("between").join(_left_out(source))
    return section(
        found, source.words.comment("goals"), *([source.words.comment("goals_gone", goals=gone)] if gone else [])
    )


def _goal(source: Source, id: str, values: dict[str, Any], part: GoalPart) -> dict[str, Any]:
    plan, words = source.cut.plan, source.words
    goal = plan.goals[id]
    baseline = part.baseline if is_level(plan, goal) else None
    head = {"name": values["name"]} if "name" in values else {}
    new = {**head, "statement": words.statement(goal.metric, baseline, part.target, part.due)}
    kept = {key: value for key, value in values.items() if key not in GONE}
    if part.baseline is not None:
        kept["baseline"] = words.quantity(part.baseline, goal.metric)
    new |= {key: kept[key] for key in ("metric", "baseline") if key in kept}
    new |= {"target": words.quantity(part.target, goal.metric), "due": part.due.isoformat()}
    rhythm = {"split": goal.split} if goal.split in ("month", "week") else {}
    return {**new, **{key: value for key, value in kept.items() if key not in new}, "supports": id, **rhythm}


def _left_out(source: Source) -> Iterator[str]:
    """The goals that are not in the part, each with the reason."""
    for id, goal in source.cut.plan.goals.items():
        if id not in source.cut.goals:
            due = goal.due is not None and goal.due < source.cut.period.start
            key = "goal_due_before" if due else "goal_not_moving" if _can_be_shared(goal) else "goal_not_shared"
            yield source.words.comment(key, goal=id, due=source.words.day(goal.due) if goal.due is not None else "")


def _can_be_shared(goal: Goal) -> bool:
    return goal.aim is not None


def milestones(source: Source) -> Section:
    """The milestones dated in the part; one whose tactics bring too little here asks somebody to decide."""
    plan, words = source.cut.plan, source.words
    found = source.members("milestones", source.cut.milestones)
    above: dict[str, tuple[str, ...]] = {}
    for id, part in source.cut.milestones.items():
        metric = plan.milestones[id].metric
        if part.target is not None:
            found[id]["target"] = words.quantity(part.target, metric)
        elif part.wanted is not None and part.brought is not None and part.short is not None:
            found[id].pop("target")
            spoken = {"wanted": words.spoken(part.wanted, metric), "brought": words.added(part.brought, metric)}
            spoken["short"] = words.added(part.short, metric)
            above[id] = (words.comment("milestone_short", **spoken),)
    return section(found, words.comment("milestones"), **above)
