"""The funnel: from the target back to units, events, money and dates."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.demand import Demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible, SourceResult, StageResult
from roadmapctl.analysis.money.costs import Costs, plan_costs
from roadmapctl.diagnostics import dotted
from roadmapctl.i18n.numbers import number
from roadmapctl.model.time import Lag
from roadmapctl.report.figures import Section
from roadmapctl.report.reasons import reason
from roadmapctl.report.view.funnel_parts import funnel_parts
from roadmapctl.report.wording import Wording
from roadmapctl.scenarios.overlay import Outcome


class FigureRow(NamedTuple):
    """A line of a calculation: what it is and its value; `note` says how it comes about. `loaded` is the value on all that
    marketing and sales cost."""

    name: str
    value: str
    note: str = ""
    loaded: str = ""


class StageRow(NamedTuple):
    """A stage, in whole units; `cost` is the funnel's spend for each unit that must pass it. `new` is empty everywhere where
    nothing is in hand: it would repeat `need`."""

    name: str
    rate: str
    lag: str
    need: str
    in_hand: str
    new: str
    last_useful: str
    cost: str


class FunnelSourceRow(NamedTuple):
    """A source and what it takes. `capacity` and `shortfall` count events where it is one of events, else units."""

    name: str
    feeds: str
    share: str
    units: str
    events: str
    cost_per_unit: str
    cost: str
    cac: str
    capacity: str
    shortfall: str


class FunnelView(NamedTuple):
    """The section; `fault` says why nothing else could be computed; it is empty where all could.

    `parts` are what options of `roadmapctl funnel` show too, where the plan gives cause: months, chances, scenarios.
    """

    fault: str
    chain: str
    owns: str
    demand: tuple[FigureRow, ...]
    stages: tuple[StageRow, ...]
    sources: tuple[FunnelSourceRow, ...]
    costs: tuple[FigureRow, ...]
    cost_notes: tuple[str, ...]
    parts: tuple[Section, ...]


def funnel_view(
    words: Wording, result: FunnelResult | Infeasible, scenarios: Sequence[Outcome] = ()
) -> FunnelView | None:
    """The section, or None where the plan has no funnel. `scenarios` begin with the plan as it stands."""
    if isinstance(result, Infeasible):
        if words.plan.funnel is None:
            return None
        return FunnelView(_fault(words, result), "", "", (), (), (), (), (), ())
    costs = plan_costs(words.plan, result)
    return FunnelView(
        fault="",
        chain=chain(words, result),
        owns=_owns(words, result),
        demand=tuple(_demand(words, result.demand)),
        stages=_stages(words, result, costs),
        sources=tuple(_source(words, source, costs) for source in result.sources),
        costs=tuple(_costs(words, result, costs)),
        cost_notes=tuple(_notes(words, result, costs)),
        parts=funnel_parts(words, result, costs, scenarios),
    )


def _fault(words: Wording, fault: Infeasible) -> str:
    return words.label("funnel_fault", path=dotted(fault.path), reason=reason(words, fault))


def chain(words: Wording, result: FunnelResult) -> str:
    """The stages in one line, top first, each with the units that must pass it."""
    return " → ".join(f"{words.stage(stage.id)} {words.units(stage.need_whole)}" for stage in result.stages)


def _owns(words: Wording, result: FunnelResult) -> str:
    owned = words.plan.funnel.owns if words.plan.funnel is not None else None
    stage = next((stage for stage in result.stages if stage.id == owned), None)
    if stage is None:
        return ""
    return words.label("answers_for", number=words.units(stage.new_whole), stage=words.stage(stage.id))


def _demand(words: Wording, demand: Demand) -> Iterator[FigureRow]:
    """Target, what is subtracted from it, what remains, and the deals it takes."""
    goal = words.plan.funnel.goal if words.plan.funnel is not None else None

    def amount(value: Fraction) -> str:
        return words.money(value) if demand.unit == "money" else words.count(value)

    yield FigureRow(words.label("target"), amount(demand.target), words.goal(goal))
    if demand.already_won:
        yield FigureRow(words.label("already_won"), "−" + amount(demand.already_won))
    if demand.other_teams:
        yield FigureRow(words.label("other_teams"), "−" + amount(demand.other_teams))
    if demand.already_won or demand.other_teams:
        yield FigureRow(words.label("net_target"), amount(demand.net_target))
    if demand.deal_size is not None:
        yield FigureRow(words.label("deal_size"), words.money(demand.deal_size))
    if demand.unit == "money":
        exact = "" if demand.deals.denominator == 1 else words.label("exactly", number=number(demand.deals))
        yield FigureRow(words.label("deals"), words.units(demand.deals_whole), exact)


def _stages(words: Wording, result: FunnelResult, costs: Costs) -> tuple[StageRow, ...]:
    lags = _lags(words)
    rows = [_stage(words, stage, lags.get(stage.id), costs.cost_per_stage.get(stage.id)) for stage in result.stages]
    return tuple(rows) if any(row.new != row.need for row in rows) else tuple(row._replace(new="") for row in rows)


def _lags(words: Wording) -> dict[str, Lag | None]:
    """The lag out of each stage; the last stage has none."""
    stages = words.plan.funnel.stages if words.plan.funnel is not None else ()
    return {stage.id: stage.lag for stage in stages[:-1]}


def _stage(words: Wording, stage: StageResult, lag: Lag | None, cost: Fraction | None) -> StageRow:
    last_useful = words.day(stage.last_useful_date)
    return StageRow(
        name=words.stage(stage.id),
        rate=words.share(stage.rate, 2) if stage.rate is None or stage.rate <= 1 else f"× {number(stage.rate)}",
        lag=words.lag(lag),
        need=words.units(stage.need_whole),
        in_hand=words.units(stage.in_hand) if stage.in_hand else "",
        new=words.units(stage.new_whole),
        last_useful=words.label("too_late", date=last_useful) if stage.too_late else last_useful,
        cost=words.in_full(cost),
    )


def _source(words: Wording, source: SourceResult, costs: Costs) -> FunnelSourceRow:
    return FunnelSourceRow(
        name=words.source(source.id),
        feeds=words.stage(source.feeds),
        share=words.share(source.share),
        units=words.units(source.units_whole),
        events=words.units(source.events.events_whole) if source.events is not None else "",
        cost_per_unit=words.in_full(source.cost_per_unit),
        cost=words.in_full(source.cost),
        cac=words.in_full(costs.channel_cac.get(source.id)),
        capacity=words.units(source.capacity),
        shortfall=words.units(source.shortfall) if source.shortfall else "",
    )


def _costs(words: Wording, result: FunnelResult, costs: Costs) -> Iterator[FigureRow]:
    if costs.spend is None:
        return
    all_of_it = costs.loaded

    def row(key: str, show: Callable[[Fraction], str], note: str) -> Iterator[FigureRow]:
        value, loaded = (getattr(each, key, None) for each in (costs, all_of_it))
        if value is not None:
            yield FigureRow(words.label(key), show(value), note, "" if loaded is None else show(loaded))

    yield from row("spend", words.money, words.label(f"basis_{costs.basis}"))
    yield from row("cac", words.money, words.label("cac_note"))
    if costs.basis == "sources" and costs.cac_on_budget is not None:
        yield FigureRow(
            words.label("cac_on_budget"), words.money(costs.cac_on_budget), words.label("cac_on_budget_note")
        )
    if result.demand.revenue is not None:
        yield FigureRow(words.label("revenue"), words.money(result.demand.revenue), words.label("revenue_note"))
    yield from row("roas", lambda roas: words.label("ratio", number=number(roas, 1)), words.label("roas_note"))
    yield from row("roi", lambda roi: words.share(roi, 0), _margin(words, costs))


def _margin(words: Wording, costs: Costs) -> str:
    return words.label("roi_on_margin" if costs.margin_stated else "roi_on_revenue", margin=words.share(costs.margin))


def _notes(words: Wording, result: FunnelResult, costs: Costs) -> Iterator[str]:
    from roadmapctl.report.funnel.costs import loaded_note
    from roadmapctl.report.funnel.forms import Forms
    from roadmapctl.report.funnel.view import recycled_notes  # few funnels have recycled units

    forms = Forms(words.plan.currency, words.language)
    if any(stage.recycled for stage in result.stages):
        yield from recycled_notes(result, forms)
    yield from loaded_note(costs, forms)
    yield from _cost_notes(words, costs)


def _cost_notes(words: Wording, costs: Costs) -> Iterator[str]:
    if costs.spend is None or costs.break_even_cpa is None or costs.break_even_roas is None:
        return
    if costs.margin_stated:
        yield words.label(
            "break_even",
            cpa=words.money(costs.break_even_cpa),
            roas=words.label("ratio", number=number(costs.break_even_roas)),
        )
