"""The funnel in words and formatted numbers, the same for every format that people read."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.costs import Costs
from roadmapctl.analysis.explain import explain
from roadmapctl.analysis.funnel import FunnelResult, StageResult
from roadmapctl.analysis.sources import SourceResult
from roadmapctl.i18n import Language
from roadmapctl.i18n.dates import day
from roadmapctl.i18n.funnel_words import LABELS, NOTES, STEPS, word
from roadmapctl.i18n.numbers import amount, number, share
from roadmapctl.i18n.terms import called
from roadmapctl.i18n.text import say, shown

ABSENT = "–"
NAMED = ("stage", "next", "source")  # the fields of a step that are ids


class Line(NamedTuple):
    """A label and its value."""

    label: str
    value: str


class StageRow(NamedTuple):
    """A stage; `part` is its need as a part of the largest one, 0 to 1, for a bar."""

    name: str
    rate: str
    need: str
    in_hand: str
    new: str
    by: str
    part: Fraction


class SourceRow(NamedTuple):
    """A source and what it must bring."""

    name: str
    feeds: str
    share: str
    units: str
    events: str
    cost: str


class FunnelView(NamedTuple):
    """A funnel as people read it: header lines, rows, costs, notes, and the steps if they were asked for."""

    title: str
    header: tuple[Line, ...]
    stages: tuple[StageRow, ...]
    sources: tuple[SourceRow, ...]
    costs: tuple[Line, ...]
    notes: tuple[str, ...]
    steps: tuple[Line, ...]
    labels: dict[str, str]


def funnel_view(
    result: FunnelResult,
    costs: Costs,
    *,
    name: str | None,
    currency: str | None,
    language: Language,
    steps: bool = False,
) -> FunnelView:
    """The view of a funnel. `name` is the plan's; amounts are in `currency` where it is known."""
    forms = _Forms(currency, language)
    labels = {key: word(LABELS, key, language) for key in LABELS}
    return FunnelView(
        title=f"{labels['funnel']}{labels['colon']}{shown(name)}" if name else labels["funnel"],
        header=tuple(_header(result, forms, labels)),
        stages=_stages(result, forms),
        sources=tuple(_source(source, forms) for source in result.sources),
        costs=tuple(_costs(costs, forms, labels)),
        notes=tuple(_notes(result, costs, forms)),
        steps=tuple(_steps(result, costs, forms)) if steps else (),
        labels=labels,
    )


class _Forms(NamedTuple):
    """How numbers and money are written here."""

    currency: str | None
    language: Language

    def money(self, value: Fraction | None) -> str:
        return ABSENT if value is None else amount(value, self.currency, self.language)

    def name(self, name: str | None, id_: str) -> str:
        return shown(name or called(id_, self.language))

    def say(self, key: str, **fields: Any) -> str:
        return say(*NOTES[key], fields, self.language)


def _header(result: FunnelResult, forms: _Forms, labels: dict[str, str]) -> Iterator[Line]:
    demand = result.demand
    amount = forms.money if demand.unit == "money" else number
    yield Line(labels["target"], amount(demand.target))
    if demand.already_won:
        yield Line(labels["already_won"], f"−{amount(demand.already_won)}")
    if demand.other_teams:
        yield Line(labels["other_teams"], f"−{amount(demand.other_teams)}")
    if demand.net_target != demand.target:
        yield Line(labels["net_target"], amount(demand.net_target))
    if demand.deal_size is not None:
        yield Line(labels["deal_size"], forms.money(demand.deal_size))
    yield Line(labels["deals"], _up(demand.deals, demand.deals_whole))


def _up(value: Fraction, whole: int) -> str:
    return number(whole) if value == whole else f"{number(whole)} ({number(value)})"


def _stages(result: FunnelResult, forms: _Forms) -> tuple[StageRow, ...]:
    largest = max(stage.need for stage in result.stages) or Fraction(1)
    return tuple(_stage(stage, largest, forms) for stage in result.stages)


def _stage(stage: StageResult, largest: Fraction, forms: _Forms) -> StageRow:
    return StageRow(
        name=forms.name(stage.name, stage.id),
        rate="" if stage.rate is None else f"× {number(stage.rate)}" if stage.rate > 1 else share(stage.rate, 2),
        need=number(stage.need_whole),
        in_hand=number(stage.in_hand) if stage.in_hand else "",
        new=number(stage.new_whole),
        by="" if stage.last_useful_date is None else day(stage.last_useful_date, forms.language),
        part=stage.need / largest,
    )


def _source(source: SourceResult, forms: _Forms) -> SourceRow:
    return SourceRow(
        name=forms.name(source.name, source.id),
        feeds=forms.name(None, source.feeds),
        share="" if source.share == 1 else share(source.share),
        units=number(source.units_whole),
        events="" if source.events is None else number(source.events.events_whole),
        cost="" if source.cost is None else forms.money(source.cost),
    )


def _costs(costs: Costs, forms: _Forms, labels: dict[str, str]) -> Iterator[Line]:
    if costs.spend is None:
        return
    yield Line(labels["spend"], forms.money(costs.spend))
    if costs.cac is not None:
        yield Line(labels["cac"], forms.money(costs.cac))
    if costs.roas is not None:
        yield Line(labels["roas"], number(costs.roas))
    if costs.roi is not None:
        yield Line(labels["roi"], share(costs.roi))


def _notes(result: FunnelResult, costs: Costs, forms: _Forms) -> Iterator[str]:
    yield forms.say(f"rounding_{result.rounding}")
    if costs.basis is not None:
        yield forms.say(f"basis_{costs.basis}")
    if costs.roi is not None:
        yield forms.say("on_margin", margin=share(costs.margin)) if costs.margin_stated else forms.say("on_revenue")
    if len(result.sources) > 1 and all(source.share == 1 for source in result.sources):
        yield forms.say("alternatives")
    for source in result.sources:
        if source.shortfall:
            wanted = source.events.events_whole if source.events else source.units_whole
            fields = {"capacity": source.capacity, "wanted": wanted, "shortfall": source.shortfall}
            yield forms.say("shortfall", source=forms.name(source.name, source.id), **fields)
    for stage in result.stages:
        if stage.too_late and stage.last_useful_date is not None:
            yield forms.say(
                "too_late", stage=forms.name(stage.name, stage.id), date=day(stage.last_useful_date, forms.language)
            )


def _steps(result: FunnelResult, costs: Costs, forms: _Forms) -> Iterator[Line]:
    names = {stage.id: stage.name for stage in result.stages} | {source.id: source.name for source in result.sources}
    for step in explain(result, costs):
        said = {key: forms.name(names.get(id_), id_) for key in NAMED if isinstance(id_ := step.fields.get(key), str)}
        yield Line(say(*STEPS[step.key], {**step.fields, **said}, forms.language), step.formula)
