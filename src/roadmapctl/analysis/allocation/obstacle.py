"""Why money cannot be allocated, as a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible, Path

Reason = Literal[
    "no_sources",  # no source says what money brings
    "no_amount",  # neither the sources nor the plan say how much is spent
    "no_points",  # a source's response has no points: fields `source`
    "no_period",  # a response covers another time than the plan, which states none: fields `source`
    "no_deal_size",  # a response is in revenue, and the average deal is not said: fields `source`
    "floor_above_cap",  # a source has to get more than it can take: fields `source`, `floor`, `cap`, `cap_by`
    "no_whole_event",  # no whole number of events lies between floor and cap: fields `source`, `floor`, `cap`, `price`
    "floors_above_amount",  # the sources' floors are more than there is: fields `amount`, `least`
    "out_of_reach",  # the target, with all sources at their caps: fields `wanted`, `most`, `spend`
]


class Obstacle(NamedTuple):
    """Why there is no allocation: `path` is the place in the plan to mend, `fields` are the values to say it with."""

    path: Path
    reason: Reason
    fields: Mapping[str, Any] = MappingProxyType({})


Stopped = Obstacle | Infeasible
