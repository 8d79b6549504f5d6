"""Where in a plan something is said: paths with `*` for every member, keys with `|` for either."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan

EVERY = "*"
NONE: frozenset[str] = frozenset()


class Place(NamedTuple):
    """A value of a plan and its path."""

    path: Path
    value: Any


def said(plan: Plan, where: str) -> tuple[Place, ...]:
    """The places that fit a dotted path and say something, in the plan's order; a member of a collection is there as soon as it
    is named."""
    named = where.endswith(EVERY)
    return tuple(p for p in _reached(Place((), plan), where) if named or says_something(p.value))


def _reached(place: Place, way: str) -> list[Place]:
    """Where a dotted way leads from a place."""
    found = [place]
    for step in way.split("."):
        found = [inner for one in found for inner in (_members(one) if step == EVERY else _member(one, step))]
    return found


def _members(place: Place) -> Iterator[Place]:
    """The members of a collection; those of a list by their id where they have one."""
    if isinstance(place.value, dict):
        for key, value in place.value.items():
            yield Place((*place.path, key), value)
    elif isinstance(place.value, tuple):
        for index, value in enumerate(place.value):
            yield Place((*place.path, getattr(value, "id", None) or index), value)


def _member(place: Place, key: str) -> Iterator[Place]:
    value = _at(place.value, key)
    if value is not None:
        yield Place((*place.path, key), value)


def _at(value: Any, key: str) -> Any:
    """What a mapping or a part of a plan says under a key; None where it says nothing there."""
    if isinstance(value, dict):
        return value.get(key)
    written = getattr(value, "model_fields_set", NONE)  # isinstance would have to ask pydantic each time
    if key in written:
        return getattr(value, key)
    return getattr(value, f"{key}_") if f"{key}_" in written else None  # `from_` for `from`


def says_something(value: Any) -> bool:
    """Is anything written there? A 0 is; a mapping without a value in it is not."""
    if value is None or isinstance(value, str):
        return value is not None
    if isinstance(value, (dict, tuple)) and not hasattr(value, "_fields"):
        return any(map(says_something, value.values() if isinstance(value, dict) else value))
    if hasattr(value, "model_fields_set"):
        return any(says_something(getattr(value, name)) for name in value.model_fields_set)
    return True


def says(place: Place, keys: str) -> bool:
    """Does the place say one of the keys (`target|change`), each of which may lead further in (`cta.leads_to`)?"""
    for way in keys.split("|"):
        if "." not in way:  # most questions
            if says_something(_at(place.value, way)):
                return True
        elif any(says_something(found.value) for found in _reached(place, way)):
            return True
    return False


def fits(place: Place, only: str) -> bool:
    """Is it one of those an element is about: any, those that say a key, or those that say it with this value?"""
    if not only:
        return True
    key, _, value = only.partition("=")
    if not value:
        return says(place, key)
    return any(str(found.value) in value.split("|") for found in _reached(place, key))
