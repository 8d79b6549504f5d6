"""Every step of a funnel with its numbers, so that it can be checked by hand."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.costs import Costs
from roadmapctl.analysis.demand import Demand
from roadmapctl.analysis.events import EventNeed
from roadmapctl.analysis.funnel import FunnelResult, Leg, StageResult
from roadmapctl.analysis.plain import percent, plain
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.sources import SourceResult

Key = Literal[
    "net-target",  # target, already_won, other_teams, net_target, unit
    "deals",  # net_target, deal_size, deals, deals_whole
    "share",  # source, share, deals: its part of the deals
    "new",  # stage, need, in_hand, new: without what is in hand
    "recycled",  # stage, next, units, rate, due, wanted: what recycled units of `stage` spare
    "effective-rate",  # stage, rate, recycling, effective_rate
    "stage",  # stage, next, need, need_whole, and by source: legs
    "coverage",  # stage, need, deals, coverage
    "last-useful-date",  # stage, date, too_late
    "units",  # source, stage, units, units_whole: what a source must bring
    "attendees",  # source, units, rate, attendees
    "events",  # source, attendees, audience, events, events_whole
    "registrants",  # source, attendees, show_rate, registrants
    "capacity",  # source, wanted, capacity, shortfall
    "cost",  # source, cost
    "spend",  # spend, basis
    "cac",  # spend, deals, cac
    "roas",  # revenue, spend, roas
    "roi",  # revenue, spend, margin, roi
    "break-even-roas",  # margin, break_even_roas
    "break-even-cpa",  # deal_size, margin, break_even_cpa
]


class Step(NamedTuple):
    """One step: `key` says which, `fields` are its raw values, `formula` is the sum with plain numbers (`10,000 / 6% = …`)."""

    key: Key
    fields: Mapping[str, Any]
    formula: str


def explain(result: FunnelResult, costs: Costs | None = None) -> tuple[Step, ...]:
    """The steps in the order of the computation: target, deals, stages from the bottom up, sources, costs."""
    steps = [*_of_demand(result.demand), *_shares(result), *_of_stages(result)]
    for source in result.sources:
        steps.extend(_of_source(source, result))
    if costs is not None:
        steps.extend(_of_costs(costs, result))
    return tuple(steps)


def _up(value: Fraction) -> str:
    """`166,666.67 → 166,667`, or the number alone where it is whole."""
    whole = plain(whole_up(value))
    return whole if value == whole_up(value) else f"{plain(value)} → {whole}"


def _of_demand(demand: Demand) -> Iterator[Step]:
    if demand.already_won or demand.other_teams:
        left = demand.target - demand.already_won - demand.other_teams
        sum_ = f"{plain(demand.target)} − {plain(demand.already_won)} − {plain(demand.other_teams)}"
        shown = f"max(0, {sum_})" if left < 0 else sum_
        fields = {
            "target": demand.target,
            "already_won": demand.already_won,
            "other_teams": demand.other_teams,
        }
        fields_net = {**fields, "net_target": demand.net_target, "unit": demand.unit}
        yield Step("net-target", fields_net, f"{shown} = {plain(demand.net_target)}")
    in_money = demand.unit == "money" and demand.deal_size is not None
    division = f"{plain(demand.net_target)} / {plain(demand.deal_size or 1)} = " if in_money else ""
    fields_deals = {
        "net_target": demand.net_target,
        "deal_size": demand.deal_size,
        "deals": demand.deals,
        "deals_whole": demand.deals_whole,
    }
    yield Step("deals", fields_deals, f"{division}{_up(demand.deals)}")


def _shares(result: FunnelResult) -> Iterator[Step]:
    """How the deals are split, where there are several sources."""
    if len(result.sources) < 2:
        return
    last = result.stages[-1]
    for source in result.sources:
        deals = last.parts[source.id]
        formula = f"{percent(source.share)} × {plain(last.need)} = {plain(deals)}"
        yield Step("share", {"source": source.id, "share": source.share, "deals": deals}, formula)


def _of_stages(result: FunnelResult) -> Iterator[Step]:
    below: StageResult | None = None
    for stage in reversed(result.stages):
        if below is not None:
            yield from _of_stage(stage, below)
        if stage.in_hand:
            yield _without_hand(stage)
        below = stage
    if result.coverage is not None:
        pipeline, last = result.stages[-2], result.stages[-1]
        fields = {
            "stage": pipeline.id,
            "need": pipeline.need,
            "deals": last.need,
            "coverage": result.coverage,
        }
        formula = f"{plain(pipeline.need)} / {plain(last.need)} = {plain(result.coverage)}"
        yield Step("coverage", fields, formula)
    for stage in result.stages:
        if stage.last_useful_date is not None:
            dated = {"stage": stage.id, "date": stage.last_useful_date, "too_late": stage.too_late}
            yield Step("last-useful-date", dated, stage.last_useful_date.isoformat())


def _without_hand(stage: StageResult) -> Step:
    difference = f"{plain(stage.need)} − {plain(stage.in_hand)}"
    shown = f"max(0, {difference})" if stage.in_hand > stage.need else difference
    fields = {"stage": stage.id, "need": stage.need, "in_hand": stage.in_hand, "new": stage.new}
    return Step("new", fields, f"{shown} = {plain(stage.new)}")


def _of_stage(stage: StageResult, below: StageResult) -> Iterator[Step]:
    if stage.recycled_rate is not None and stage.legs:
        yield _recycled(stage, below, stage.recycled_rate)
    if stage.recycling and stage.rate is not None and stage.effective_rate not in (None, stage.rate):
        yield _effective_rate(stage, stage.rate, stage.recycling)
    fields = {
        "stage": stage.id,
        "next": below.id,
        "need": stage.need,
        "need_whole": stage.need_whole,
        "legs": stage.legs,
    }
    if stage.legs:
        yield Step("stage", fields, f"{_legs(stage.legs, below)} = {_up(stage.need)}")


def _legs(legs: tuple[Leg, ...], below: StageResult) -> str:
    """`10,000 / 6%`; sources with one rate are added before they are divided, those that feed the next stage taken off."""
    by_rate: dict[Fraction, Fraction] = {}
    for leg in legs:
        by_rate[leg.rate] = by_rate.get(leg.rate, Fraction(0)) + leg.wanted
    passing_by = below.new - sum((leg.wanted for leg in legs), Fraction(0))
    if len(by_rate) == 1 and passing_by > 0 and not any(leg.due != leg.wanted for leg in legs):
        return f"({plain(below.new)} − {plain(passing_by)}) / {percent(next(iter(by_rate)))}"
    return " + ".join(f"{plain(wanted)} / {percent(rate)}" for rate, wanted in by_rate.items())


def _recycled(stage: StageResult, below: StageResult, rate: Fraction) -> Step:
    due = sum((leg.due for leg in stage.legs), Fraction(0))
    wanted = sum((leg.wanted for leg in stage.legs), Fraction(0))
    difference = f"{plain(due)} − {plain(stage.recycled_units)} × {percent(rate)}"
    shown = f"max(0, {difference})" if stage.recycled > due else difference
    fields = {
        "stage": stage.id,
        "next": below.id,
        "units": stage.recycled_units,
        "rate": rate,
        "due": due,
        "wanted": wanted,
    }
    return Step("recycled", fields, f"{shown} = {plain(wanted)}")


def _effective_rate(stage: StageResult, rate: Fraction, recycling: Fraction) -> Step:
    effective = stage.effective_rate or Fraction(0)
    fields = {"stage": stage.id, "rate": rate, "recycling": recycling, "effective_rate": effective}
    formula = f"{percent(rate)} / (1 − {percent(recycling)} × (1 − {percent(rate)})) = {percent(effective)}"
    return Step("effective-rate", fields, formula)


def _of_source(source: SourceResult, result: FunnelResult) -> Iterator[Step]:
    part = next(stage.parts[source.id] for stage in result.stages if stage.id == source.feeds)
    from_hand = "" if part == source.units else f"{plain(part)} − {plain(part - source.units)} = "
    fields = {
        "source": source.id,
        "stage": source.feeds,
        "units": source.units,
        "units_whole": source.units_whole,
    }
    yield Step("units", fields, f"{from_hand}{_up(source.units)}")
    if source.events is not None:
        yield from _of_events(source.id, source.units, source.events)
    if source.capacity is not None and source.shortfall is not None:
        yield _of_capacity(source, source.capacity, source.shortfall)
    if source.cost is not None:
        yield _of_cost(source, source.cost)


def _of_events(source: str, units: Fraction, need: EventNeed) -> Iterator[Step]:
    yield Step(
        "attendees",
        {"source": source, "units": units, "rate": need.rate, "attendees": need.attendees},
        f"{plain(units)} / {percent(need.rate)} = {plain(need.attendees)}",
    )
    yield Step(
        "events",
        {
            "source": source,
            "attendees": need.attendees,
            "audience": need.audience,
            "events": need.events,
            "events_whole": need.events_whole,
        },
        f"{plain(need.attendees)} / {plain(need.audience)} = {_up(need.events)}",
    )
    if need.show_rate is not None and need.registrants is not None:
        yield Step(
            "registrants",
            {
                "source": source,
                "attendees": need.attendees,
                "show_rate": need.show_rate,
                "registrants": need.registrants,
            },
            f"{plain(need.attendees)} / {percent(need.show_rate)} = {_up(need.registrants)}",
        )


def _of_capacity(source: SourceResult, capacity: int, shortfall: int) -> Step:
    wanted = source.units_whole if source.events is None else source.events.events_whole
    difference = f"{plain(wanted)} − {plain(capacity)}"
    shown = f"max(0, {difference})" if capacity > wanted else difference
    fields = {"source": source.id, "wanted": wanted, "capacity": capacity, "shortfall": shortfall}
    return Step("capacity", fields, f"{shown} = {plain(shortfall)}")


def _of_cost(source: SourceResult, cost: Fraction) -> Step:
    events = source.events
    if events is not None and events.cost_per_event is not None:
        times = f"{plain(events.events_whole)} × {plain(events.cost_per_event)}"
    else:
        times = f"{plain(source.units_whole)} × {plain(source.cost_per_unit or 0)}"
    return Step("cost", {"source": source.id, "cost": cost}, f"{times} = {plain(cost)}")


def _of_costs(costs: Costs, result: FunnelResult) -> Iterator[Step]:
    demand, margin = result.demand, costs.margin
    if costs.spend is not None:
        stated = [plain(source.cost) for source in result.sources if source.cost is not None]
        added = f"{' + '.join(stated)} = " if len(stated) > 1 else ""
        yield Step("spend", {"spend": costs.spend, "basis": costs.basis}, f"{added}{plain(costs.spend)}")
        yield from _of_spend(costs, costs.spend, result)
    if costs.margin_stated and costs.break_even_roas is not None:
        fields = {"margin": margin, "break_even_roas": costs.break_even_roas}
        yield Step("break-even-roas", fields, f"1 / {percent(margin)} = {plain(costs.break_even_roas)}")
    if costs.margin_stated and costs.break_even_cpa is not None and demand.deal_size is not None:
        fields = {"deal_size": demand.deal_size, "margin": margin, "break_even_cpa": costs.break_even_cpa}
        formula = f"{plain(demand.deal_size)} × {percent(margin)} = {plain(costs.break_even_cpa)}"
        yield Step("break-even-cpa", fields, formula)


def _of_spend(costs: Costs, spend: Fraction, result: FunnelResult) -> Iterator[Step]:
    deals, revenue = result.demand.deals, result.demand.revenue
    if costs.cac is not None:
        formula = f"{plain(spend)} / {plain(deals)} = {plain(costs.cac)}"
        yield Step("cac", {"spend": spend, "deals": deals, "cac": costs.cac}, formula)
    if costs.roas is not None and revenue is not None:
        formula = f"{plain(revenue)} / {plain(spend)} = {plain(costs.roas)}"
        yield Step("roas", {"revenue": revenue, "spend": spend, "roas": costs.roas}, formula)
    if costs.roi is not None and revenue is not None:
        formula = f"({percent(costs.margin)} × {plain(revenue)} − {plain(spend)}) / {plain(spend)} = {plain(costs.roi)}"
        fields = {"revenue": revenue, "spend": spend, "margin": costs.margin, "roi": costs.roi}
        yield Step("roi", fields, formula)
