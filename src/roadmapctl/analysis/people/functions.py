"""The functions of a team: which of them the plan asks for, and who carries each."""

import re
from typing import NamedTuple

from roadmapctl.model.organization import Organization

BETWEEN = re.compile(r"[\s_-]+")


class Function(NamedTuple):
    """A function, the people who carry it, and whether the organisation says that it is needed."""

    name: str
    people: tuple[str, ...]
    needed: bool


def functions(organization: Organization) -> tuple[Function, ...]:
    """The functions that are needed, as the organisation names them, then the others that people have.

    Case, hyphens and spaces make no difference: `Trade shows` and `trade-shows` are one function.
    """
    carried: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for name in organization.functions:
        names.setdefault(alike(name), name)
    needed = set(names)
    for id_, person in organization.people.items():
        for name in person.functions:
            names.setdefault(alike(name), name)
            if id_ not in carried.setdefault(alike(name), []):
                carried[alike(name)].append(id_)
    return tuple(Function(name, tuple(carried.get(key, ())), key in needed) for key, name in names.items())


def alike(name: str) -> str:
    """What two spellings of one function have in common."""
    return BETWEEN.sub(" ", name.strip()).casefold()
