"""Money out and in, span by span."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.money.cash import Cash
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.i18n.calendar_words import LABELS, NOTES
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import share
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.calendar import span_column, span_name
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.json_number import plain


def cash_section(cash: Cash, costs: Costs, calendar: Calendar, forms: Forms) -> Section:
    """Out, in and the sum so far; where the deals have no size, only what goes out."""
    heads = [word(LABELS, key, forms.language) for key in ("out", "earned" if costs.margin_stated else "revenue")]
    heads.append(word(LABELS, "cumulative", forms.language))
    rows = tuple(
        (
            span_name(span, forms),
            forms.cell(cash.out[at]),
            "" if cash.earned is None else forms.cell(cash.earned[at]),
            "" if cash.earned is None else forms.cell(cash.cumulative[at]),
        )
        for at, span in enumerate(calendar.spans)
    )
    return Section(
        title=word(LABELS, "cash", forms.language),
        table=Table((span_column(calendar, forms), *map(Column, heads)), rows),
        notes=tuple(_notes(cash, costs, forms)),
    )


def _notes(cash: Cash, costs: Costs, forms: Forms) -> Iterator[str]:
    yield say(*NOTES[f"cash_{cash.basis}"], {}, forms.language)
    if cash.earned is None:
        return
    key = "on_margin" if costs.margin_stated else "on_revenue"
    yield say(*NOTES[key], {"margin": share(costs.margin)}, forms.language)
    if cash.lowest < 0:
        yield say(*NOTES["lowest"], {"lowest": forms.cell(-cash.lowest)}, forms.language)
        span = cash.break_even
        fields = {"span": "" if span is None else span_name(span, forms)}
        yield say(*NOTES["never" if span is None else "break_even"], fields, forms.language)


def cash_data(cash: Cash) -> dict[str, Any]:
    """The same for JSON; `break_even` is null where it never comes."""
    rows: dict[str, tuple[Fraction, ...] | None] = {
        "sources": cash.sources,
        "tactics": cash.tactics,
        "unassigned": cash.unassigned,
        "standing": cash.standing,
        "out": cash.out,
        "revenue": cash.revenue,
        "earned": cash.earned,
        "cumulative": cash.cumulative,
    }
    return {
        "basis": cash.basis,
        **{key: None if row is None else [plain(money) for money in row] for key, row in rows.items()},
        "outside": plain(cash.outside),
        "revenue_after": plain(cash.revenue_after),
        "lowest": plain(cash.lowest),
        "break_even": None if cash.break_even is None else cash.break_even.key,
    }
