"""What units and customers cost, and what they return: programmes alone, and with all that marketing and sales cost."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.analysis.money.lifetime import Lifetime, Payback
from roadmapctl.i18n.cost_words import LABELS, NOTES
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.funnel.forms import Forms

Figure = tuple[str, str, str]
"""A label, the figure on programmes, and the figure on all costs."""


def cost_sections(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[Section]:
    """Cost of a unit by source and stage, then spend and return; nothing where no cost is known."""
    yield from by_source_sections(result, costs, forms)
    figures = (*_returns(costs, forms), *_lifetime(costs.lifetime, forms))
    yield from _either_way(word(LABELS, "costs", forms.language), figures, costs, forms)


def lifetime_sections(costs: Costs, forms: Forms) -> Iterator[Section]:
    """What a customer brings in the long run, for whoever has shown spend and return already."""
    yield from _either_way(
        word(LABELS, "lifetime", forms.language), tuple(_lifetime(costs.lifetime, forms)), costs, forms
    )


def by_source_sections(result: FunnelResult, costs: Costs, forms: Forms) -> Iterator[Section]:
    """Cost of a unit by source and stage, where there are several sources."""
    if costs.by_source and len(result.sources) > 1:
        yield Section(word(LABELS, "cost_by_source", forms.language), table=_by_source(result, costs, forms))


def _either_way(title: str, figures: tuple[Figure, ...], costs: Costs, forms: Forms) -> Iterator[Section]:
    """The figures in two columns where there are costs beside the programmes, else as lines; then what stands beside them."""
    shown = tuple(figure for figure in figures if any(figure[1:]))
    if shown and costs.loaded is not None:
        yield Section(title, table=_two_ways(shown, forms))
    elif shown:
        yield Section(lines=tuple(Line(label, value) for label, value, _ in shown if value))
    rest = tuple(_beside(costs, forms))
    if rest:
        yield Section(lines=rest)


def _by_source(result: FunnelResult, costs: Costs, forms: Forms) -> Table:
    """CPL, cost per MQL… down to the source's CAC; empty above the stage it feeds."""
    columns = [Column(forms.name(stage.name, stage.id)) for stage in result.stages]
    rows = tuple(
        (
            forms.name(source.name, source.id),
            *(
                forms.cell(costs.by_source[source.id][stage.id]) if stage.id in costs.by_source[source.id] else ""
                for stage in result.stages
            ),
        )
        for source in result.sources
        if costs.by_source.get(source.id)
    )
    return Table((Column(forms.label("source"), words=True), *columns), rows)


def _two_ways(figures: tuple[Figure, ...], forms: Forms) -> Table:
    heads = [word(LABELS, key, forms.language) for key in ("programmes", "loaded")]
    return Table((Column("", words=True), *map(Column, heads)), figures)


def _returns(costs: Costs, forms: Forms) -> Iterator[Figure]:
    both: tuple[tuple[str, Callable[[Any], str]], ...] = (
        ("spend", forms.cell),
        ("cac", forms.cell),
        ("roas", number),
        ("roi", share),
    )
    for key, show in both:
        yield forms.label(key), _shown(getattr(costs, key), show), _shown(getattr(costs.loaded, key, None), show)


def _shown(value: Fraction | None, show: Callable[[Fraction], str]) -> str:
    return "" if value is None else show(value)


def _lifetime(lifetime: Lifetime | None, forms: Forms) -> Iterator[Figure]:
    if lifetime is None:
        return
    yield (
        word(LABELS, "ltv_cac", forms.language),
        _shown(lifetime.ltv_cac, number),
        _shown(lifetime.loaded_ltv_cac, number),
    )
    for way in ("simple", "cohort"):
        paid = (_months(each, way, forms) for each in (lifetime.payback, lifetime.loaded_payback))
        yield word(LABELS, f"payback_{way}", forms.language), *paid  # type: ignore[misc]


def _months(payback: Payback | None, way: str, forms: Forms) -> str:
    if payback is None:
        return ""
    months: Fraction | None = getattr(payback, way)
    if months is None:
        return word(NOTES, "never", forms.language)
    return say(*NOTES["one_month" if months == 1 else "months"], {"months": number(months, 1)}, forms.language)


def _beside(costs: Costs, forms: Forms) -> Iterator[Line]:
    """LTV, and the hours that playbooks save."""
    lifetime, saved = costs.lifetime, costs.saved
    if lifetime is not None and lifetime.ltv is not None:
        yield Line(word(LABELS, "ltv", forms.language), forms.cell(lifetime.ltv))
    if saved is not None:
        fields = {"hours": number(saved.hours, 1), "money": "" if saved.money is None else forms.cell(saved.money)}
        key = "saved_hours" if saved.money is None else "saved_worth"
        yield Line(word(LABELS, "saved", forms.language), say(*NOTES[key], fields, forms.language))


def loaded_note(costs: Costs, forms: Forms) -> Iterator[str]:
    """What is counted beside the programmes."""
    if costs.loaded is not None:
        names = forms.join(forms.name(None, id_) for id_ in costs.loaded.beside)
        beside = forms.cell(sum(costs.loaded.beside.values(), Fraction(0)))
        yield say(*NOTES["loaded"], {"beside": beside, "names": names}, forms.language)


def cost_notes(costs: Costs, forms: Forms) -> Iterator[str]:
    """Where spend comes from, what ROI is on, and what is fully loaded."""
    if costs.basis is not None:
        yield forms.say(f"basis_{costs.basis}")
    if costs.roi is not None:
        yield forms.say("on_margin", margin=share(costs.margin)) if costs.margin_stated else forms.say("on_revenue")
    yield from loaded_note(costs, forms)
