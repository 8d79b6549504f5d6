"""What is true of everybody in a segment: its own traits, and those of the segments it combines."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from roadmapctl.model import Plan
from roadmapctl.model.market import Segment

Trait = str | bool | int | Decimal
ANY = ("any", "all", "不限", "任意", "全部")
"""Values that bound nothing, in lower case."""
FEWEST = 2
"""Segments that must say a trait, and values it must have, for it to tell segments apart."""


def segments_of(plan: Plan) -> Mapping[str, Segment]:
    """The plan's segments by id."""
    return {} if plan.market is None else plan.market.segments


def parts_of(plan: Plan, id_: str) -> tuple[str, ...]:
    """The other segments that a segment combines, those that these combine included, each once."""
    segments = segments_of(plan)
    found: dict[str, None] = {}
    open_ = list(segments[id_].combines)
    while open_:
        part = open_.pop(0)
        if part in segments and part not in found and part != id_:
            found[part] = None
            open_ += segments[part].combines
    return tuple(found)


def with_parts(named: Collection[str], segments: Mapping[str, Any]) -> dict[str, Any]:
    """Of segments as they are written in a plan those that are named, and all that they combine, in the plan's order."""
    open_, found = list(named), set()
    while open_:
        id_ = open_.pop()
        if id_ in segments and id_ not in found:
            found.add(id_)
            open_ += (segments[id_] or {}).get("combines") or ()
    return {id_: segment for id_, segment in segments.items() if id_ in found}


def is_any(value: Trait) -> bool:
    """Does the value say that there is no bound?"""
    return isinstance(value, str) and value.strip().lower() in ANY


def traits_of(plan: Plan, id_: str) -> dict[str, Trait]:
    """The traits of a segment: what it says itself goes before what its parts say, and both before `any`."""
    segments = segments_of(plan)
    found: dict[str, Trait] = {}
    for one in (id_, *parts_of(plan, id_)):
        for name, value in segments[one].traits.items():
            if name not in found or is_any(found[name]):
                found[name] = value
    return found


def dimensions_of(plan: Plan) -> tuple[str, ...]:
    """The traits by which the segments are told apart: those the plan names, else the two that most segments say with different
    values, in the plan's order on a tie."""
    if plan.market is not None and plan.market.dimensions:
        return tuple(dict.fromkeys(plan.market.dimensions))
    said = [traits_of(plan, id_) for id_ in segments_of(plan)]
    times = Counter(name for traits in said for name in traits)
    telling = [name for name in times if times[name] >= FEWEST and len(set(_values(said, name))) >= FEWEST]
    return tuple(sorted(telling, key=lambda name: -times[name])[:2])


def _values(said: list[dict[str, Trait]], name: str) -> Iterator[str]:
    return (text_of(traits[name]) for traits in said if name in traits)


def text_of(value: Trait) -> str:
    """A value as one text, so that values can be compared: 5 and 5.0 are one."""
    return str(value.normalize()) if isinstance(value, Decimal) else str(value)
