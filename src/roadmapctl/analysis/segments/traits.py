"""What is true of everybody in a segment: its own traits, and those of the segments it combines."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapctl.model import Plan
from roadmapctl.model.market import Segment

Trait = str | bool | int | Decimal
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


def traits_of(plan: Plan, id_: str) -> dict[str, Trait]:
    """The traits of a segment: what it says itself goes before what its parts say."""
    segments = segments_of(plan)
    found: dict[str, Trait] = {}
    for one in (id_, *parts_of(plan, id_)):
        for name, value in segments[one].traits.items():
            found.setdefault(name, value)
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
