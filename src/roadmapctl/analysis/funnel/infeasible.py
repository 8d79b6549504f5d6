"""What stands in the way of a computation: missing or impossible parts of a plan, as a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Path = tuple[str | int, ...]

Reason = Literal[
    "no_funnel",  # the plan has no funnel
    "no_goal",  # the funnel names no goal of the plan
    "no_target",  # its goal has neither a target nor a baseline with a change
    "rate_goal",  # its goal is a rate, which is no number of customers and no money
    "scaled_unit",  # its metric counts in 万元 or the like: 1000 could be meant either way
    "no_deal_size",  # its goal is money, and the average deal is not said
    "no_stages",  # the funnel has no stages
    "duplicate_stage",  # two stages have one id: fields `stage`
    "no_rate",  # a stage that units must pass has no rate: fields `stage`
    "zero_rate",  # a rate of 0 with units still wanted behind it: fields `stage` or `source`, `wanted`
    "too_many",  # more than 10^18 units would be wanted: fields `stage` or `source`
    "unknown_stage",  # a source feeds, or has a rate for, a stage that is not there: fields `source`, `stage`
    "no_share",  # one of several sources has no share: fields `source`
    "share_and_brings",  # a source has a share, and a number it brings anyway: fields `source`
    "shares_sum",  # the sources' shares do not sum to 1: fields `sum`
    "segment_shares_sum",  # the segments' shares do not sum to 1: fields `sum`
    "unknown_stage_of_segment",  # a segment has a rate for a stage that is not there: fields `segment`, `stage`
    "no_segment_deal_size",  # its goal is money, and the average deal of a segment is not said: fields `segment`
    "no_period",  # the plan has no period, which a calendar needs
    "too_much",  # its period has too many days for so many stages: fields `days`, `stages`
    "too_long",  # its period has too many days for a calendar: fields `by`, `days`
]


class Infeasible(NamedTuple):
    """Why there is no result: `path` is the place in the plan to mend, `fields` the values to say it with."""

    path: Path
    reason: Reason
    fields: Mapping[str, Any] = MappingProxyType({})
