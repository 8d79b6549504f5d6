"""Every step of a funnel with its numbers, so that it can be checked by hand."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.explanation.costs import of_costs
from roadmapctl.analysis.explanation.mix import of_average_deal, of_mix
from roadmapctl.analysis.explanation.sources import of_source
from roadmapctl.analysis.explanation.steps import Key, Step, difference, up
from roadmapctl.analysis.funnel.demand import Demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Leg, StageResult
from roadmapctl.analysis.funnel.segments import pipeline_value
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.analysis.plain import percent, plain

__all__ = ["Key", "Step", "explain"]


def explain(result: FunnelResult, costs: Costs | None = None) -> tuple[Step, ...]:
    """The steps in the order of the computation: target, deals, stages from the bottom up, sources, costs."""
    steps = [*_of_demand(result), *of_mix(result), *_of_stages(result)]
    for source in result.sources:
        steps.extend(of_source(source, result))
    if costs is not None:
        steps.extend(of_costs(costs, result))
    return tuple(steps)


def _of_demand(result: FunnelResult) -> Iterator[Step]:
    demand = result.demand
    if demand.already_won or demand.other_teams:
        yield _net_target(demand)
    yield from of_average_deal(result)
    in_money = demand.unit == "money" and demand.deal_size is not None
    division = f"{plain(demand.net_target)} / {plain(demand.deal_size or 1)} = " if in_money else ""
    fields_deals = {
        "net_target": demand.net_target,
        "deal_size": demand.deal_size,
        "deals": demand.deals,
        "deals_whole": demand.deals_whole,
    }
    yield Step("deals", fields_deals, f"{division}{up(demand.deals)}")


def _net_target(demand: Demand) -> Step:
    fields = {
        "target": demand.target,
        "already_won": demand.already_won,
        "other_teams": demand.other_teams,
        "net_target": demand.net_target,
        "unit": demand.unit,
    }
    shown = difference(demand.target, demand.already_won, demand.other_teams)
    return Step("net-target", fields, f"{shown} = {plain(demand.net_target)}")


def _of_stages(result: FunnelResult) -> Iterator[Step]:
    below: StageResult | None = None
    for stage in reversed(result.stages):
        if below is not None:
            yield from _of_stage(stage, below)
        if stage.in_hand:
            yield _without_hand(stage)
        below = stage
    if result.coverage is not None:
        yield _coverage(result, result.coverage)
    for stage in result.stages:
        if stage.last_useful_date is not None:
            dated = {"stage": stage.id, "date": stage.last_useful_date, "too_late": stage.too_late}
            yield Step("last-useful-date", dated, stage.last_useful_date.isoformat())


def _coverage(result: FunnelResult, coverage: Fraction) -> Step:
    """By number of deals; where segments' deals differ in size, by what they are worth."""
    pipeline, last = result.stages[-2], result.stages[-1]
    fields = {
        "stage": pipeline.id,
        "need": pipeline.need,
        "deals": last.need,
        "coverage": coverage,
    }
    above, below = plain(pipeline.need), plain(last.need)
    value = pipeline_value(result.segments)
    if value is not None and len(result.segments) > 1:
        worth = [f"{plain(s.need[pipeline.id])} × {plain(s.deal_size or 0)}" for s in result.segments]
        above, below = f"({' + '.join(worth)})", plain(value.deals)
    return Step("coverage", fields, f"{above} / {below} = {plain(coverage)}")


def _without_hand(stage: StageResult) -> Step:
    shown = difference(stage.need, stage.in_hand, least=stage.anyway)
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
        yield Step("stage", fields, f"{_legs(stage.legs, below)} = {up(stage.need)}")


def _legs(legs: tuple[Leg, ...], below: StageResult) -> str:
    """`10,000 / 6%`; what comes anyway is added as it is; sources with one rate are added before they are divided, those that
    feed the next stage taken off."""
    anyway = sum((leg.need for leg in legs if leg.anyway), Fraction(0))
    by_rate: dict[Fraction, Fraction] = {}
    for leg in legs:
        if not leg.anyway:
            by_rate[leg.rate] = by_rate.get(leg.rate, Fraction(0)) + leg.wanted
    passing_by = below.new - sum((leg.wanted for leg in legs), Fraction(0))
    spared = any(leg.due != leg.wanted for leg in legs)
    if len(by_rate) == 1 and passing_by > 0 and not anyway and not spared:
        return f"({plain(below.new)} − {plain(passing_by)}) / {percent(next(iter(by_rate)))}"
    asked = [f"{plain(wanted)} / {percent(rate)}" for rate, wanted in by_rate.items()]
    return " + ".join([plain(anyway), *asked] if anyway else asked or [plain(anyway)])


def _recycled(stage: StageResult, below: StageResult, rate: Fraction) -> Step:
    due = sum((leg.due for leg in stage.legs), Fraction(0))
    wanted = sum((leg.wanted for leg in stage.legs), Fraction(0))
    least = sum((leg.due for leg in stage.legs if leg.anyway), Fraction(0))
    shown = f"{plain(due)} − {plain(stage.recycled_units)} × {percent(rate)}"
    fields = {
        "stage": stage.id,
        "next": below.id,
        "units": stage.recycled_units,
        "rate": rate,
        "due": due,
        "wanted": wanted,
    }
    formula = f"max({plain(least)}, {shown})" if due - stage.recycled < least else shown
    return Step("recycled", fields, f"{formula} = {plain(wanted)}")


def _effective_rate(stage: StageResult, rate: Fraction, recycling: Fraction) -> Step:
    effective = stage.effective_rate or Fraction(0)
    fields = {"stage": stage.id, "rate": rate, "recycling": recycling, "effective_rate": effective}
    formula = f"{percent(rate)} / (1 − {percent(recycling)} × (1 − {percent(rate)})) = {percent(effective)}"
    return Step("effective-rate", fields, formula)
