"""What deals are worth and when they are enough: the average deal, how single ones differ, and the target."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.uncertainty.question.spread import ALIKE, Spread, spread_of
from roadmapctl.model.estimates import Estimate, Exact
from roadmapctl.model.funnel import Funnel

NO_SIZES: Mapping[str, Estimate] = MappingProxyType({})


class Money(NamedTuple):
    """The average deal (None where it is not said), that of segments where it differs, and how single deals differ around it.

    The target is met by `deals` whole deals, or, where `amount` is given, by deals worth so much. `single` is what is said of
    single deals, in any money.
    """

    size: Estimate | None
    spread: Spread
    deals: int
    amount: float | None
    sizes: Mapping[str, Estimate] = NO_SIZES
    single: Estimate | None = None

    @property
    def is_uncertain(self) -> bool:
        """Is the worth of deals more than a known amount for each?"""
        return self.spread.variation > 0 or bool(self.sizes) or not isinstance(self.size, Exact | None)


def money(funnel: Funnel, result: FunnelResult) -> Money:
    """Of a plan's funnel, solved as `result`."""
    demand, size = result.demand, funnel.deal_size
    spread = ALIKE if funnel.deal_spread is None else spread_of(funnel.deal_spread)
    sizes = {id_: segment.deal_size for id_, segment in funnel.segments.items() if segment.deal_size is not None}
    known = Money(size, spread, demand.deals_whole, None, sizes, funnel.deal_spread)
    by_value = demand.unit == "money" and known.is_uncertain
    return known._replace(amount=float(demand.net_target) if by_value else None)
