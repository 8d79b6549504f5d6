"""People as JSON: stable and versioned."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.people.broken_down import Breakdown, broken_down
from roadmapctl.analysis.people.channels import channel_hands
from roadmapctl.analysis.people.functions import functions
from roadmapctl.analysis.people.loads import Load, loads
from roadmapctl.analysis.people.structures import structure_gaps
from roadmapctl.model import Plan
from roadmapctl.model.organization import Organization
from roadmapctl.report.json_number import plain


def people_json(plan: Plan, findings: Sequence[Mapping[str, Any]] = ()) -> str:
    """One JSON object; amounts to 6 decimals in each metric's unit, `findings` are diagnostics as `validate` has them."""
    data = {
        "version": 1,
        "currency": plan.currency,
        "goals": [_goal(found) for found in broken_down(plan)],
        "people": [_person(plan, load) for load in loads(plan)],
        "organization": None if plan.organization is None else _organization(plan.organization),
        "channels": [
            {"id": c.channel, "tactics": list(c.tactics), "playbook_tactics": list(c.sends), "people": list(c.people)}
            for c in channel_hands(plan)
        ],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _goal(found: Breakdown) -> dict[str, Any]:
    return {
        "goal": found.goal,
        "metric": found.metric,
        "own_metric": found.is_own,
        "to_go": plain(found.asked),
        "answered_by": list(found.answer),
        "parts": [
            {
                "person": part.person,
                "tactics": list(part.tactics),
                "brings": plain(part.brings),
                "share": plain(part.brings / found.asked) if found.asked else None,
            }
            for part in found.parts
        ],
        "brings": plain(found.brings),
        "carried_by_no_tactic": plain(found.not_carried),
        "elsewhere": plain(found.elsewhere),
    }


def _person(plan: Plan, load: Load) -> dict[str, Any]:
    people = plan.organization.people if plan.organization is not None else {}
    one = people.get(load.person or "")
    return {
        "id": load.person,
        "name": None if one is None else one.name,
        "role": None if one is None else one.role,
        "unit": None if one is None else one.unit,
        "functions": [] if one is None else list(one.functions),
        "goals": [] if one is None else list(one.goals),
        "incentive": None if one is None else one.incentive,
        "capacity": None if one is None or one.capacity is None else float(one.capacity),
        "tactics": list(load.tactics),
        "contributes": {metric: plain(value) for metric, value in load.brings.items()},
        "at_once": load.at_once,
        "at_once_limit": load.limit,
        "busiest": None if load.busiest is None else load.busiest.isoformat(),
        "budget": plain(Fraction(load.budget)),
        "event_hours": plain(load.hours),
    }


def _organization(organization: Organization) -> dict[str, Any]:
    count = organization.headcount
    return {
        "structure": organization.structure,
        "head": organization.head,
        "headcount": None if count is None else count.model_dump(mode="json"),
        "gaps": list(structure_gaps(organization)),
        "functions": [{"name": f.name, "people": list(f.people), "needed": f.needed} for f in functions(organization)],
        "stakeholders": [{"id": id_, **one.model_dump(mode="json")} for id_, one in organization.stakeholders.items()],
        "handovers": [{"id": id_, **one.model_dump(mode="json")} for id_, one in organization.handovers.items()],
    }
