"""The funnel in words and formatted numbers, the same for every format that people read."""

from collections.abc import Iterator, Sequence
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
from roadmapctl.report.figures import Column, Figures, Line, Section, Table, bars

ABSENT = "–"
STAGE_COLUMNS = ("stage", "rate", "need", "in_hand", "new", "by")
SOURCE_COLUMNS = ("source", "feeds", "share", "units", "events", "cost")
NAMED = ("stage", "next", "source")  # the fields of a step that are ids


def funnel_figures(
    result: FunnelResult,
    costs: Costs,
    forms: "Forms",
    *,
    name: str | None,
    parts: Sequence[Section] = (),
    steps: bool = False,
) -> Figures:
    """The funnel for people: demand, stages, sources, costs, what `parts` add, notes, and the steps if they are asked for.

    `name` is the plan's.
    """
    title = forms.label("funnel")
    sections = [
        Section(lines=tuple(_header(result, forms))),
        Section(table=_stages(result, forms)),
        *([Section(table=_sources(result, forms))] if result.sources else []),
        *([Section(lines=lines)] if (lines := tuple(_costs(costs, forms))) else []),
        *parts,
        Section(notes=tuple(_notes(result, costs, forms))),
        *([Section(forms.label("steps"), steps=tuple(_steps(result, costs, forms)))] if steps else []),
    ]
    colon = forms.label("colon")
    return Figures(f"{title}{colon}{shown(name)}" if name else title, tuple(sections), colon)


class Forms(NamedTuple):
    """How numbers and money are written here."""

    currency: str | None
    language: Language

    def money(self, value: Fraction | None) -> str:
        """An amount in the currency; a dash where there is none."""
        return ABSENT if value is None else amount(value, self.currency, self.language)

    def name(self, name: str | None, id_: str) -> str:
        """A name, or an id in words."""
        return shown(name or called(id_, self.language))

    def label(self, key: str) -> str:
        """A label of the funnel's."""
        return word(LABELS, key, self.language)

    def say(self, key: str, **fields: Any) -> str:
        """A note of the funnel's."""
        return say(*NOTES[key], fields, self.language)


def _header(result: FunnelResult, forms: Forms) -> Iterator[Line]:
    demand = result.demand
    amount = forms.money if demand.unit == "money" else number
    yield Line(forms.label("target"), amount(demand.target))
    if demand.already_won:
        yield Line(forms.label("already_won"), f"−{amount(demand.already_won)}")
    if demand.other_teams:
        yield Line(forms.label("other_teams"), f"−{amount(demand.other_teams)}")
    if demand.net_target != demand.target:
        yield Line(forms.label("net_target"), amount(demand.net_target))
    if demand.deal_size is not None:
        yield Line(forms.label("deal_size"), forms.money(demand.deal_size))
    yield Line(forms.label("deals"), _up(demand.deals, demand.deals_whole))


def _up(value: Fraction, whole: int) -> str:
    return number(whole) if value == whole else f"{number(whole)} ({number(value)})"


def _stages(result: FunnelResult, forms: Forms) -> Table:
    columns = [Column(forms.label(key), words=key == "stage") for key in STAGE_COLUMNS]
    rows = tuple(_stage(stage, forms) for stage in result.stages)
    return Table(tuple(columns), rows, bars(tuple(stage.need for stage in result.stages)))


def _stage(stage: StageResult, forms: Forms) -> tuple[str, ...]:
    return (
        forms.name(stage.name, stage.id),
        "" if stage.rate is None else f"× {number(stage.rate)}" if stage.rate > 1 else share(stage.rate, 2),
        number(stage.need_whole),
        number(stage.in_hand) if stage.in_hand else "",
        number(stage.new_whole),
        "" if stage.last_useful_date is None else day(stage.last_useful_date, forms.language),
    )


def _sources(result: FunnelResult, forms: Forms) -> Table:
    columns = [Column(forms.label(key), words=key in ("source", "feeds")) for key in SOURCE_COLUMNS]
    return Table(tuple(columns), tuple(_source(source, forms) for source in result.sources))


def _source(source: SourceResult, forms: Forms) -> tuple[str, ...]:
    return (
        forms.name(source.name, source.id),
        forms.name(None, source.feeds),
        "" if source.share == 1 else share(source.share),
        number(source.units_whole),
        "" if source.events is None else number(source.events.events_whole),
        "" if source.cost is None else forms.money(source.cost),
    )


def _costs(costs: Costs, forms: Forms) -> Iterator[Line]:
    if costs.spend is None:
        return
    yield Line(forms.label("spend"), forms.money(costs.spend))
    if costs.cac is not None:
        yield Line(forms.label("cac"), forms.money(costs.cac))
    if costs.roas is not None:
        yield Line(forms.label("roas"), number(costs.roas))
    if costs.roi is not None:
        yield Line(forms.label("roi"), share(costs.roi))


def _notes(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[str]:
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


def _steps(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[Line]:
    names = {stage.id: stage.name for stage in result.stages} | {source.id: source.name for source in result.sources}
    for step in explain(result, costs):
        said = {key: forms.name(names.get(id_), id_) for key in NAMED if isinstance(id_ := step.fields.get(key), str)}
        yield Line(say(*STEPS[step.key], {**step.fields, **said}, forms.language), step.formula)
