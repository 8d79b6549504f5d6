"""What each structure of a marketing team asks for, and what the listed people do not answer.

A start-up has one or two roles, a mature company a department with a head, a multinational one central team, a team in each
unit, or both (the organisation layer of the transformation pyramid).
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from roadmapctl.model.organization import Organization

Gap = Literal["too_many_roles", "no_head", "people_in_units", "nobody_in_units", "nobody_central"]
Members = Literal["any", "none", "some", "mixed"]


class Expected(NamedTuple):
    """What a structure asks for. `most_roles`: so many at most, None without a limit; `in_units`: none of the people work for
    a single unit, at least some do, some do and some do not, or that makes no difference."""

    most_roles: int | None
    head: bool
    in_units: Members


EXPECTED = {
    "startup": Expected(2, False, "any"),
    "centralized": Expected(None, True, "none"),
    "by-unit": Expected(None, True, "some"),
    "hybrid": Expected(None, True, "mixed"),
}
"""By structure."""


def structure_gaps(organization: Organization) -> tuple[Gap, ...]:
    """In what the listed people differ from the structure; nothing where no structure or nobody is listed."""
    expected = EXPECTED.get(organization.structure or "")
    return () if expected is None or not organization.people else tuple(_gaps(organization, expected))


def _gaps(organization: Organization, expected: Expected) -> Iterator[Gap]:
    people = organization.people.values()
    if expected.most_roles is not None and len({p.role for p in people if p.role}) > expected.most_roles:
        yield "too_many_roles"
    if expected.head and organization.head is None:
        yield "no_head"
    in_units = sum(person.unit is not None for person in people)
    if in_units and expected.in_units == "none":
        yield "people_in_units"
    if not in_units and expected.in_units in ("some", "mixed"):
        yield "nobody_in_units"
    if in_units == len(people) and expected.in_units == "mixed":
        yield "nobody_central"
