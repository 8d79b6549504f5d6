"""Costs and returns of a funnel: CAC, ROAS, ROI, break-even and pipeline; of programmes alone and fully loaded."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.inflows import UNNAMED
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.money.lifetime import Lifetime, Payback, lifetime, lifetime_value, payback
from roadmapctl.analysis.money.savings import Saved, hours_saved
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Customer

__all__ = [
    "Costs",
    "Loaded",
    "Payback",
    "break_even_cpa",
    "break_even_revenue",
    "break_even_roas",
    "break_even_units",
    "channel_cac",
    "contribution_margin",
    "cost_per",
    "funnel_costs",
    "gross_profit",
    "lifetime_value",
    "net_return",
    "payback",
    "pipeline_gap",
    "plan_costs",
    "required_pipeline",
    "roas",
    "roi",
]

RatesByStage = Sequence[Mapping[tuple[str, str], Fraction]]
"""The rate at which units go on from each stage, by their source and segment."""
NO_COSTS: Mapping[str, Fraction] = MappingProxyType({})


class Loaded(NamedTuple):
    """Fully loaded: `spend` on programmes and on what marketing and sales cost `beside` them, by id. Money is in
    the plan's currency; None where it cannot be computed."""

    beside: Mapping[str, Fraction]
    spend: Fraction
    cac: Fraction | None
    roas: Fraction | None
    roi: Fraction | None


class Costs(NamedTuple):
    """What the funnel costs and returns. Money is in the plan's currency; None where it cannot be computed.

    `spend` on programmes is the sum of the sources' costs where any of them states one (`basis` "sources"),
    else the plan's budget ("budget"). `cac` is spend / customers to win; `cac_on_budget` the whole plan's
    budget per customer, beside a `cac` by the sources' costs alone. `roi` is on `margin`, the gross margin (1,
    on revenue, where none is stated). `cost_per_stage` is spend per unit that must pass the stage, by its id;
    `channel_cac` cost per unit / Π r, by source, and `by_source` the same at each stage from the one it feeds
    down, by source and stage. `loaded` is None where the plan states no costs beside the sources', `lifetime`
    without a customer's revenue, `saved` without a playbook that saves hours.
    """

    spend: Fraction | None
    basis: Literal["sources", "budget"] | None
    cac: Fraction | None
    cac_on_budget: Fraction | None
    roas: Fraction | None
    roi: Fraction | None
    margin: Fraction
    margin_stated: bool
    break_even_roas: Fraction | None
    break_even_cpa: Fraction | None
    cost_per_stage: Mapping[str, Fraction | None]
    channel_cac: Mapping[str, Fraction | None]
    by_source: Mapping[str, Mapping[str, Fraction]] = MappingProxyType({})
    loaded: Loaded | None = None
    lifetime: Lifetime | None = None
    saved: Saved | None = None


def plan_costs(plan: Plan, result: FunnelResult) -> Costs:
    """The costs of a plan's funnel."""
    funnel = plan.funnel
    margin = None if funnel is None or funnel.margin is None else Fraction(funnel.margin)
    costs = funnel_costs(
        result,
        margin=margin,
        budget=None if plan.budget is None else Fraction(plan.budget),
        beside={} if funnel is None else {id_: Fraction(cost) for id_, cost in funnel.costs.items()},
        customer=None if funnel is None else funnel.customer,
    )
    return costs._replace(saved=hours_saved(plan))


def funnel_costs(
    result: FunnelResult,
    *,
    margin: Fraction | None = None,
    budget: Fraction | None = None,
    beside: Mapping[str, Fraction] = NO_COSTS,
    customer: Customer | None = None,
) -> Costs:
    """The costs of any funnel; `margin` is a part (0 to 1), `budget` and the costs `beside` the sources are money."""
    stated = [source.cost for source in result.sources if source.cost is not None]
    spend = sum(stated, Fraction(0)) if stated else budget
    basis: Literal["sources", "budget"] | None = "sources" if stated else None if budget is None else "budget"
    part = Fraction(1) if margin is None else margin
    demand = result.demand
    cac = _per(spend, demand.deals)
    loaded = None if spend is None or not beside else _loaded(result, spend, beside, part)
    rates = rates_by_stage(result)
    return Costs(
        spend=spend,
        basis=basis,
        cac=cac,
        cac_on_budget=_per(budget, demand.deals),
        roas=None if spend is None or demand.revenue is None else roas(demand.revenue, spend),
        roi=None if spend is None or demand.revenue is None else roi(demand.revenue, spend, part),
        margin=part,
        margin_stated=margin is not None,
        break_even_roas=break_even_roas(part),
        break_even_cpa=None if demand.deal_size is None else break_even_cpa(demand.deal_size, part),
        cost_per_stage={stage.id: _per(spend, stage.need) for stage in result.stages},
        channel_cac={
            source.id: None if source.cost_per_unit is None else channel_cac(source.cost_per_unit, source.conversion)
            for source in result.sources
        },
        by_source={
            source.id: dict(_at_stages(source, source.cost_per_unit, result, rates))
            for source in result.sources
            if source.cost_per_unit is not None
        },
        loaded=loaded,
        lifetime=None if customer is None else lifetime(customer, part, cac, loaded.cac if loaded else None),
    )


def _loaded(result: FunnelResult, programmes: Fraction, beside: Mapping[str, Fraction], margin: Fraction) -> Loaded:
    revenue, spend = result.demand.revenue, programmes + sum(beside.values(), Fraction(0))
    return Loaded(
        beside=beside,
        spend=spend,
        cac=cost_per(spend, result.demand.deals),
        roas=None if revenue is None else roas(revenue, spend),
        roi=None if revenue is None else roi(revenue, spend, margin),
    )


def _at_stages(
    source: SourceResult, per_unit: Fraction, result: FunnelResult, rates: RatesByStage
) -> Iterator[tuple[str, Fraction]]:
    """What one of its units costs at each stage from the one it feeds down: cost per unit / the part that reaches it."""
    for stage_id, part in reach(source, result, rates):
        if part:
            yield stage_id, per_unit / part


def rates_by_stage(result: FunnelResult) -> RatesByStage:
    """The rates of each stage by source and segment, for `reach`."""
    return [{(leg.source, leg.segment): leg.rate for leg in stage.legs} for stage in result.stages]


def reach(source: SourceResult, result: FunnelResult, rates: RatesByStage) -> Iterator[tuple[str, Fraction]]:
    """The part of a source's units, over all segments, that reaches each stage from the one it feeds down."""
    parts = {segment.id: segment.of_units for segment in source.segments} or {"": Fraction(1)}
    below = False
    for stage, stated in zip(result.stages, rates, strict=True):
        below = below or stage.id == source.feeds
        if not below:
            continue
        yield stage.id, sum(parts.values(), Fraction(0))
        for segment, part in parts.items():
            own = stated.get((source.id, segment))
            parts[segment] = part * (stated.get((UNNAMED, segment), Fraction(0)) if own is None else own)


def _per(spend: Fraction | None, units: Fraction) -> Fraction | None:
    return None if spend is None else cost_per(spend, units)


def cost_per(spend: Fraction, units: Fraction) -> Fraction | None:
    """Spend / units: CPL of leads, cost per MQL of MQLs, CAC of customers. None without units."""
    return spend / units if units else None


def channel_cac(cost_per_unit: Fraction, conversion: Fraction) -> Fraction | None:
    """What a channel's customer costs: CPL / Π r. None where none of its units becomes a customer."""
    return cost_per_unit / conversion if conversion else None


def roas(revenue: Fraction, spend: Fraction) -> Fraction | None:
    """Revenue / spend (what Chinese ad talk often calls ROI). None without spend."""
    return revenue / spend if spend else None


def roi(revenue: Fraction, spend: Fraction, margin: Fraction = Fraction(1)) -> Fraction | None:
    """(margin·revenue − spend) / spend. None without spend."""
    return net_return(revenue, spend, margin) / spend if spend else None


def net_return(revenue: Fraction, spend: Fraction, margin: Fraction = Fraction(1)) -> Fraction:
    """What is left of it in money: margin·revenue − spend."""
    return margin * revenue - spend


def break_even_roas(margin: Fraction, profit: Fraction = Fraction(0)) -> Fraction | None:
    """The ROAS at which `profit`, a part of revenue, is left after spend: 1 / (margin − profit). None where none is enough."""
    return 1 / (margin - profit) if margin > profit else None


def break_even_cpa(deal_size: Fraction, margin: Fraction) -> Fraction:
    """The most a customer may cost: D · margin."""
    return deal_size * margin


def break_even_units(fixed: Fraction, price: Fraction, variable: Fraction) -> Fraction | None:
    """Units whose contribution covers the fixed costs: fixed / (price − variable). None where no number is enough."""
    return fixed / (price - variable) if price > variable else Fraction(0) if fixed <= 0 else None


def break_even_revenue(fixed: Fraction, margin: Fraction) -> Fraction | None:
    """Revenue whose margin covers the fixed costs: fixed / margin. None where no revenue is enough."""
    return fixed / margin if margin > 0 else None


def contribution_margin(price: Fraction, variable: Fraction) -> Fraction:
    """The part of a price (above 0) that is left after the cost of one more unit: (price − variable) / price."""
    return (price - variable) / price


def gross_profit(revenue: Fraction, margin: Fraction, fees: Fraction, service: Fraction) -> Fraction:
    """What a customer leaves a month: revenue · (margin − fees) − service. `fees` are a part of revenue, `service` is money."""
    return revenue * (margin - fees) - service


def required_pipeline(goal: Fraction, win_rate: Fraction) -> Fraction | None:
    """The pipeline, in money, that brings `goal`: goal / win rate. None where nothing is won."""
    return goal / win_rate if win_rate else Fraction(0) if goal <= 0 else None


def pipeline_gap(goal: Fraction, win_rate: Fraction, pipeline: Fraction) -> Fraction | None:
    """What is missing of it beside the pipeline there is; never below 0."""
    required = required_pipeline(goal, win_rate)
    return None if required is None else max(Fraction(0), required - pipeline)
