"""The collections of a plan: what people call by an id, and often by a name."""

from collections.abc import Iterator, Mapping
from typing import Any

from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan
from roadmapctl.rules.once import once

SECTIONS = ("metrics", "goals", "focus", "milestones", "ideas", "tactics", "playbooks")


def collections(plan: Plan) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every mapping of members by id, with its path; empty and absent ones are left out."""
    found: list[tuple[Path, Mapping[str, Any]]] = [((section,), getattr(plan, section)) for section in SECTIONS]
    if plan.market is not None:
        found.append((("market", "segments"), plan.market.segments))
    if plan.discovery is not None:
        found.append((("discovery", "competitors"), plan.discovery.competitors))
    if plan.strategy is not None:
        found.append((("strategy", "messages"), plan.strategy.messages))
    if plan.funnel is not None:
        found.append((("funnel", "sources"), plan.funnel.sources))
    if plan.organization is not None:
        found.append((("organization", "people"), plan.organization.people))
        found.append((("organization", "stakeholders"), plan.organization.stakeholders))
    if plan.measurement is not None:
        found.append((("measurement", "reviews"), plan.measurement.reviews))
    return ((path, members) for path, members in found if members)


@once
def names(plan: Plan) -> tuple[tuple[Path, str, Any], ...]:
    """Every name of a member with the path of the name and the member, collection by collection; then the funnel's stages."""
    return tuple(_names(plan))


def _names(plan: Plan) -> Iterator[tuple[Path, str, Any]]:
    for path, members in collections(plan):
        if "name" not in vars(next(iter(members.values()))):
            continue  # a goal, for one, is called by its sentence
        for id, member in members.items():
            if member.name is not None:
                yield (*path, id, "name"), member.name, member
    for stage in plan.funnel.stages if plan.funnel is not None else ():
        if stage.name is not None:
            yield ("funnel", "stages", stage.id, "name"), stage.name, stage
