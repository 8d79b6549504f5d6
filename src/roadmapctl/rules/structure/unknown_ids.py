"""The ids that a plan names and nothing in it has, as the rules about references ask."""

from collections.abc import Mapping
from typing import Any

from roadmapctl.model import Plan
from roadmapctl.model.references import section_ids
from roadmapctl.rules.once import ids_in_use, once

PEOPLE = "organization.people"


def known_ids(plan: Plan, section: str) -> Mapping[str, Any]:
    """What a reference to a section may mean, by id; a goal may be the wider plan's."""
    ids = section_ids(plan, section)
    if section == "goals" and plan.above is not None:
        return {**ids, **plan.above.goals}
    return ids


@once
def unknown_ids(plan: Plan) -> dict[str, set[str]]:
    """By section, the ids that are named and not there."""
    named = {s: ids for s, ids in ids_in_use(plan).items() if not (s == PEOPLE and plan.organization is None)}
    unknown = {section: ids.difference(known_ids(plan, section)) for section, ids in named.items()}
    if unknown.get("goals") and plan.parent is not None and (plan.above is None or _is_its_own_parent(plan)):
        del unknown["goals"]  # the goals of the plan that was meant are not known (RM031, RM040)
    return {section: ids for section, ids in unknown.items() if ids}


def _is_its_own_parent(plan: Plan) -> bool:
    from roadmapctl.rules.parent.rm040_plan_is_its_own_parent import is_itself  # only a plan with a parent needs it

    return is_itself(plan)
