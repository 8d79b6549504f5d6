"""Step 6: who carries the tactics."""

from typing import NamedTuple

from roadmapctl.analysis.money.budget import budget_view
from roadmapctl.report.wording import Wording


class PersonRow(NamedTuple):
    """Somebody with duties, goals and tactics."""

    name: str
    role: str
    functions: str
    goals: str
    tactics: str
    budget: str


def people_rows(words: Wording) -> tuple[PersonRow, ...]:
    """The people in the plan's order, each with the tactics they own and the money in them."""
    organization = words.plan.organization
    owned = {line.id: line for line in budget_view(words.plan).by_owner}
    return tuple(
        PersonRow(
            name=words.person(id_),
            role=person.role or "",
            functions=words.join(person.functions),
            goals=words.join(words.goal(goal) for goal in person.goals),
            tactics=words.count(owned[id_].tactics) if id_ in owned else "",
            budget=words.budget(owned[id_].planned) if id_ in owned and owned[id_].planned else "",
        )
        for id_, person in (organization.people.items() if organization is not None else ())
    )
