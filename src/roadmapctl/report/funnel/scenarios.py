"""Scenarios side by side: one column each, the plan first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.scenario_words import LABELS, NOTES
from roadmapctl.i18n.text import say, shown
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.json_number import plain
from roadmapctl.scenarios.overlay import Outcome

Show = Callable[[Outcome], str]


def scenarios_section(outcomes: Sequence[Outcome], forms: Forms) -> Section:
    """The plan as it stands (the first of the outcomes) and its scenarios; what each of them changes stands below."""
    language = forms.language
    heads = [word(LABELS, "as_planned", language), *(forms.name(None, one.name) for one in outcomes[1:])]
    rows = ((label, *map(show, outcomes)) for label, show in _figures(outcomes[0], forms))
    return Section(
        title=word(LABELS, "side_by_side", language),
        table=Table(
            (Column("", words=True), *map(Column, heads)),
            tuple(row for row in rows if any(row[1:])),
        ),
        notes=tuple(_changes(one, forms) for one in outcomes[1:]),
    )


def _figures(planned: Outcome, forms: Forms) -> Iterator[tuple[str, Show]]:
    money = planned.result.demand.unit == "money"
    yield forms.label("target"), lambda one: forms.cell(one.result.demand.target) if money else _count(one, "target")
    yield forms.label("deal_size"), lambda one: _amount(one.result.demand.deal_size, forms)
    yield forms.label("deals"), lambda one: number(one.result.demand.deals_whole)
    for position, stage in enumerate(planned.result.stages[:-1]):
        label = say(*LABELS["new"], {"stage": forms.name(stage.name, stage.id)}, forms.language)
        yield label, lambda one, at=position: number(one.result.stages[at].new_whole)  # type: ignore[misc]
    yield forms.label("spend"), lambda one: _amount(one.costs.spend, forms)
    yield forms.label("cac"), lambda one: _amount(one.costs.cac, forms)
    yield forms.label("roas"), lambda one: "" if one.costs.roas is None else number(one.costs.roas)
    yield forms.label("roi"), lambda one: "" if one.costs.roi is None else share(one.costs.roi)


def _count(one: Outcome, field: str) -> str:
    return number(getattr(one.result.demand, field))


def _amount(value: Fraction | None, forms: Forms) -> str:
    return "" if value is None else forms.cell(value)


def _changes(one: Outcome, forms: Forms) -> str:
    changes = ", ".join(f"{shown(path)} = {written(value)}" for path, value in one.values.items())
    return say(*NOTES["changes"], {"name": forms.name(None, one.name), "changes": changes}, forms.language)


def written(value: Any) -> str:
    """A value much as a plan writes it, large numbers grouped."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(str(key))}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, Decimal)) and not -1 < value < 1:
        return number(value)
    return shown(str(value))


def scenarios_data(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """The scenarios for JSON, without the plan as it stands: that is the funnel itself."""
    return [{"id": one.name, "values": json_value(one.values), **figures(one)} for one in outcomes[1:]]


def json_value(value: Any) -> Any:
    """A value of a plan for JSON."""
    if isinstance(value, Mapping):
        return {str(key): json_value(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [json_value(part) for part in value]
    return plain(Fraction(value)) if isinstance(value, Decimal) else value


def figures(one: Outcome) -> dict[str, Any]:
    """What a funnel comes to, in numbers."""
    demand, costs = one.result.demand, one.costs
    return {
        "target": plain(demand.target),
        "deal_size": plain(demand.deal_size),
        "deals": plain(demand.deals),
        "deals_whole": demand.deals_whole,
        "stages": [
            {"id": stage.id, "new": plain(stage.new), "new_whole": stage.new_whole} for stage in one.result.stages
        ],
        "costs": {key: plain(getattr(costs, key)) for key in ("spend", "cac", "roas", "roi")},
    }
