"""How many there are, by status and in all."""

from collections.abc import Mapping
from typing import NamedTuple

from roadmapctl.analysis.segments.traits import segments_of
from roadmapctl.model import Plan


class Sizes(NamedTuple):
    """Sizes of the segments by status (None: said by none), and their sum.

    `combined` are segments made of others: who belongs to them is counted there already. `unsaid` have no size.
    """

    by_status: Mapping[str | None, int]
    total: int
    combined: tuple[str, ...]
    unsaid: tuple[str, ...]


def sizes(plan: Plan) -> Sizes:
    """The sizes of a plan's segments; nobody is counted twice for being in a combination of segments."""
    segments = segments_of(plan)
    by_status: dict[str | None, int] = {}
    for segment in segments.values():
        if segment.size is not None and not segment.combines:
            by_status[segment.status] = by_status.get(segment.status, 0) + segment.size
    return Sizes(
        by_status=by_status,
        total=sum(by_status.values()),
        combined=tuple(id_ for id_, segment in segments.items() if segment.combines),
        unsaid=tuple(id_ for id_, segment in segments.items() if segment.size is None and not segment.combines),
    )
