"""The funnel in words and formatted numbers, the same for every format that people read."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from roadmapctl.analysis.funnel.reverse import FunnelResult, StageResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.i18n.cost_words import NOTES as MORE
from roadmapctl.i18n.dates import day
from roadmapctl.i18n.funnel_words import STEPS
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.text import say, shown
from roadmapctl.report.figures import Column, Figures, Line, Section, Table, bars
from roadmapctl.report.funnel.costs import cost_notes, cost_sections
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.funnel.segments import segments_section

STAGE_COLUMNS = ("stage", "rate", "need", "in_hand", "new", "by")
SOURCE_COLUMNS = ("source", "feeds", "share", "units", "events", "cost")
NAMED = ("stage", "next", "source", "segment", "tier", "playbook")  # the fields of a step that are ids


def funnel_figures(
    result: FunnelResult,
    costs: Costs,
    forms: Forms,
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
        *([segments_section(result, forms)] if result.segments else []),
        *cost_sections(result, costs, forms),
        *parts,
        Section(notes=tuple(_notes(result, costs, forms))),
        *([Section(forms.label("steps"), steps=tuple(_steps(result, costs, forms)))] if steps else []),
    ]
    colon = forms.label("colon")
    return Figures(f"{title}{colon}{shown(name)}" if name else title, tuple(sections), colon)


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
    names = {stage.id: forms.name(stage.name, stage.id) for stage in result.stages}
    return Table(tuple(columns), tuple(_source(source, names, forms) for source in result.sources))


def _source(source: SourceResult, names: Mapping[str, str], forms: Forms) -> tuple[str, ...]:
    return (
        forms.name(source.name, source.id),
        names[source.feeds],
        "" if source.share == 1 else share(source.share),
        number(source.units_whole),
        "" if source.events is None else number(source.events.events_whole),
        "" if source.cost is None else forms.cell(source.cost),
    )


def _notes(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[str]:
    yield forms.say(f"rounding_{result.rounding}")
    yield from cost_notes(costs, forms)
    yield from recycled_notes(result, forms)
    yield from _anyway(result, forms)
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


def recycled_notes(result: FunnelResult, forms: Forms) -> Iterator[str]:
    """What units that were handed over once, and are tried again, bring of the stage below."""
    for stage, following in pairwise(result.stages):
        if stage.recycled:
            fields = {
                "units": number(stage.recycled_units),
                "stage": forms.name(stage.name, stage.id),
                "brought": number(stage.recycled, 1),
                "next": forms.name(following.name, following.id),
                "rate": share(stage.recycled_rate or 0, 2),
            }
            yield say(*MORE["recycled"], fields, forms.language)


def _anyway(result: FunnelResult, forms: Forms) -> Iterator[str]:
    """What comes without being asked for, events of set numbers, and what is more than enough."""
    for source in result.sources:
        name = forms.name(source.name, source.id)
        if source.brings is not None:
            yield say(*MORE["brings"], {"source": name, "units": source.brings}, forms.language)
        if source.events is not None and source.events.tiers:
            tiers = forms.join(
                f"{number(tier.events)} × {forms.name(tier.name, tier.id)}" for tier in source.events.tiers
            )
            own = source.events.events_whole - sum(tier.events for tier in source.events.tiers)
            yield say(*MORE["tiers"], {"source": name, "tiers": tiers, "own": own}, forms.language)
        if source.surplus:
            yield say(*MORE["surplus"], {"source": name, "surplus": number(source.surplus, 1)}, forms.language)
    if result.surplus:
        yield say(*MORE["more_than_wanted"], {"deals": number(result.surplus, 1)}, forms.language)


def _steps(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[Line]:
    from roadmapctl.analysis.explanation.explain import explain  # few ask for it

    tiers = {tier.id: tier.name for source in result.sources if source.events for tier in source.events.tiers}
    names = (
        tiers
        | {source.id: source.name for source in result.sources}
        | {stage.id: stage.name for stage in result.stages}
    )
    for step in explain(result, costs):
        said = {key: forms.name(names.get(id_), id_) for key in NAMED if isinstance(id_ := step.fields.get(key), str)}
        yield Line(say(*STEPS[step.key], {**step.fields, **said}, forms.language), step.formula)
