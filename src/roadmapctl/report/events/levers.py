"""Cost and return by tier, and which of the two levers, cost or yield, is worth more."""

from collections.abc import Iterator, Sequence

from roadmapctl.analysis.programme.levers import HOURS_PUBLISHED, PART, Levers
from roadmapctl.analysis.programme.matching import LEVELS
from roadmapctl.analysis.programme.returns import Return, together
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.events.ratios import cost_column, roas_text, roi_text, units_column
from roadmapctl.report.events.tables import cell, chosen, note, table, told, units
from roadmapctl.report.figures import Section, Table
from roadmapctl.report.wording import Wording


def lever_sections(words: Wording, rows: Sequence[Return], found: Levers) -> tuple[Section, ...]:
    """The events whose cost and return are known by tier, and what would raise their return."""
    return (_by_tier(words, found), _levers(words, rows, found))


def _by_tier(words: Wording, found: Levers) -> Section:
    """The events whose cost and return are known, by who holds them."""
    tiers = {id_: words.plan.tactics[id_].event for id_ in (row.id for row in found.rows)}
    named = []
    for level in (*LEVELS, None):
        rows = [row for row in found.rows if (event := tiers[row.id]) is not None and event.tier == level]
        if rows:
            named.append((chosen(words, level) or told(words, "no_tier"), together(level or "", rows)))
    heads = (
        *table(words, "tier >number >cost", ()).columns,
        units_column(words, found.rows),
        cost_column(words, found.rows),
        *table(words, ">revenue >roas >roi", ()).columns,
    )
    return Section(told(words, "by_tier"), table=Table(heads, tuple(_row(words, name, row) for name, row in named)))


def _row(words: Wording, name: str, row: Return) -> tuple[str, ...]:
    return (
        name,
        number(row.events),
        cell(words, row.spent.cost),
        "" if row.units is None else units(row.units),
        cell(words, row.cost_per_unit),
        cell(words, row.revenue),
        roas_text(words, row),
        roi_text(row),
    )


def _levers(words: Wording, rows: Sequence[Return], found: Levers) -> Section:
    part, total = share(PART, 0), found.total
    cheaper = told(words, "is_cost", part=part, cost=words.money(total.spent.cost))
    lines = [
        (told(words, "cheaper", part=part), cell(words, found.cheaper), cheaper),
        (told(words, "richer", part=part), cell(words, found.richer), _of_revenue(words, found)),
    ]
    return Section(
        told(words, "levers"),
        table=table(words, "lever >gains how", lines),
        notes=tuple(_worth(words, rows, found)),
    )


def _of_revenue(words: Wording, found: Levers) -> str:
    margin = words.plan.funnel.margin if words.plan.funnel is not None else None
    fields = {"part": share(PART, 0), "revenue": words.money(found.total.revenue)}
    if margin is None:
        return told(words, "is_revenue", **fields)
    return told(words, "is_margin", **fields, margin=words.share(margin))


def _worth(words: Wording, rows: Sequence[Return], found: Levers) -> Iterator[str]:
    gains = {"richer": words.money(found.richer), "cheaper": words.money(found.cheaper)}
    yield note(words, "yield_wins" if found.richer > found.cheaper else "cost_wins", **gains)
    total = found.total
    if found.as_units is not None and total.brought is not None and total.spent.saved is not None:
        stage = words.stage(total.brought.stage)
        fields = {"hours": number(total.spent.saved), "worth": words.money(found.saved), "units": units(found.as_units)}
        yield note(words, "as_units", **fields, stage=stage)
    bare = sum(row.events for row in rows if not row.spent.saved)
    if bare:
        low, high = (number(bare * hours) for hours in HOURS_PUBLISHED)
        yield note(words, "unplaybooked", number=number(bare), low=low, high=high)
