"""Where in a plan something is said: paths with `*` for every member, keys with `|` for either."""

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan

EVERY = "*"
NONE: frozenset[str] = frozenset()
WRITTEN = "__pydantic_fields_set__"
"""The keys that somebody wrote of a part of a plan: what `model_fields_set` hands on, at a third of the time."""
SCALARS = frozenset({str, int, bool, Decimal, date})
"""What most keys hold: each of them says something."""


class Place(NamedTuple):
    """A value of a plan and its path."""

    path: Path
    value: Any


def said(plan: Plan, where: str) -> tuple[Place, ...]:
    """The places that fit a dotted path and say something, in the plan's order; a member of a collection is there as soon as it
    is named."""
    reached = _reached(Place((), plan), where)
    return tuple(reached if where.endswith(EVERY) else (place for place in reached if says_something(place.value)))


def _reached(place: Place, way: str) -> list[Place]:
    """Where a dotted way leads from a place."""
    found = [place]
    for step in way.split("."):
        if step == EVERY:
            found = [inner for one in found for inner in _members(one)]
        else:
            found = [Place((*path, step), inner) for path, value in found if (inner := _at(value, step)) is not None]
    return found


def _members(place: Place) -> list[Place]:
    """The members of a collection; those of a list by their id where they have one."""
    path, value = place
    if type(value) is dict:
        return [Place((*path, key), member) for key, member in value.items()]
    if type(value) is tuple:
        return [Place((*path, _at(item, "id") or index), item) for index, item in enumerate(value)]
    return []


def _at(value: Any, key: str) -> Any:
    """What a mapping or a part of a plan says under a key; None where it says nothing there."""
    if type(value) is dict:
        return value.get(key)
    written = getattr(value, WRITTEN, NONE)
    if key in written:
        return getattr(value, key)
    return getattr(value, f"{key}_") if f"{key}_" in written else None  # `from_` for `from`


def says_something(value: Any) -> bool:
    """Is anything written there? A 0 is; a mapping without a value in it is not."""
    kind = type(value)
    if kind in SCALARS:
        return True
    if kind is dict:
        return any(map(says_something, value.values()))
    if kind is tuple:
        return any(map(says_something, value))
    written = getattr(value, WRITTEN, None)
    return value is not None if written is None else any(says_something(getattr(value, key)) for key in written)


def says(place: Place, keys: str) -> bool:
    """Does the place say one of the keys (`target|change`), each of which may lead further in (`cta.leads_to`)?"""
    part = place.value
    if keys in getattr(part, WRITTEN, NONE) and type(getattr(part, keys)) in SCALARS:
        return True  # one key, and something is there: nearly always
    if says_something(_at(part, keys)):
        return True
    return any(_leads_to_something(place, way) for way in keys.split("|"))


def _leads_to_something(place: Place, way: str) -> bool:
    if "." in way:
        return any(says_something(found.value) for found in _reached(place, way))
    return says_something(_at(place.value, way))


def fits(place: Place, only: str) -> bool:
    """Is it one of those an element is about: any, those that say a key, or those that say it with this value?"""
    if not only:
        return True
    key, _, value = only.partition("=")
    if not value:
        return says(place, key)
    return any(str(found.value) in value.split("|") for found in _reached(place, key))
