"""Focus areas of a cut plan: the wider plan's, or those that its tactics show."""

from collections import Counter
from collections.abc import Mapping

from roadmapctl.cutting.sheet import Section, Source, section

MOST = 5
"""Focus areas beyond which nobody concentrates on anything."""


def focus(source: Source) -> Section:
    """The wider plan's focus areas that the part's tactics belong to; without any, one for each goal that they serve."""
    if _are_named(source):
        found = source.members("focus", set(areas(source).values()))
        for area in found.values():
            area["goals"] = [goal for goal in area.get("goals") or () if goal in source.cut.goals]
        return section({id: {k: v for k, v in area.items() if v} for id, area in found.items()})
    merged = _merged(source)
    used = set(areas(source).values())
    goals = {id: [g for g in source.cut.goals if merged.get(g, g) == id] for id in source.cut.goals if id in used}
    return section({id: _area(source, id, own) for id, own in goals.items()}, source.words.comment("focus"))


def _area(source: Source, id: str, goals: list[str]) -> dict[str, object]:
    """The area of a goal, with the goals whose areas were merged into it."""
    plan = source.cut.plan
    improves = dict.fromkeys(metric for goal in goals if (metric := plan.goals[goal].metric) is not None)
    name = plan.goals[id].name or source.words.metric(plan.goals[id].metric) or id
    return {"name": name, "goals": goals, **({"improves": list(improves)} if improves else {})}


def areas(source: Source) -> dict[str, str]:
    """By tactic of the part, the focus area it belongs to: the one it names, where any does; else that of the goal it serves."""
    if _are_named(source):
        named = ((id, source.cut.plan.tactics[id].focus) for id in source.cut.tactics)
        return {id: area for id, area in named if area is not None}
    merged = _merged(source)
    return {id: merged.get(goal, goal) for id, goal in _served(source).items()}


def _are_named(source: Source) -> bool:
    return any(source.cut.plan.tactics[id].focus is not None for id in source.cut.tactics)


def _merged(source: Source) -> Mapping[str, str]:
    """By goal, the wider goal whose area takes it in: of more than five areas, those of the fewest tactics first."""
    count = Counter(_served(source).values())
    merged: dict[str, str] = {}
    for goal in sorted(count, key=lambda goal: count[goal]):
        wider = _in_part(source, source.cut.plan.goals[goal].supports)
        if len(count) - len(merged) > MOST and wider in count and wider is not None and wider not in merged:
            merged = {**{g: wider if w == goal else w for g, w in merged.items()}, goal: wider}
    return merged


def _served(source: Source) -> dict[str, str]:
    """By tactic of the part, the goal of the part that it leads to."""
    found = {id: _goal(source, id) for id in source.cut.tactics}
    return {id: goal for id, goal in found.items() if goal is not None}


def _goal(source: Source, tactic_id: str) -> str | None:
    """Its milestone's goal, else one on a metric it contributes to, else the wider one of these."""
    plan = source.cut.plan
    tactic = plan.tactics[tactic_id]
    milestone = plan.milestones.get(tactic.milestone or "")
    if milestone is not None and milestone.goal is not None:
        return _in_part(source, milestone.goal)
    return next((id for id in source.cut.goals if plan.goals[id].metric in tactic.contributes), None)


def _in_part(source: Source, goal: str | None) -> str | None:
    """The goal, or the first of the goals it supports, link by link, that is in the part."""
    met: set[str] = set()
    while goal is not None and goal not in source.cut.goals and goal in source.cut.plan.goals and goal not in met:
        met.add(goal)
        goal = source.cut.plan.goals[goal].supports
    return goal if goal in source.cut.goals else None
