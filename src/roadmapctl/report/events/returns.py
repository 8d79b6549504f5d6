"""What every event costs, brings and returns."""

from collections.abc import Iterator, Sequence

from roadmapctl.analysis.programme.levers import levers
from roadmapctl.analysis.programme.programme import Programme
from roadmapctl.analysis.programme.returns import Return, returns, together
from roadmapctl.i18n.numbers import number
from roadmapctl.report.events.levers import lever_sections
from roadmapctl.report.events.ratios import cost_column, roas_text, roi_text
from roadmapctl.report.events.tables import cell, note, table, told, units
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording


def return_sections(words: Wording, programme: Programme | None) -> tuple[Section, ...]:
    """What every event costs and returns, the same by tier, and the levers; empty for a plan without events."""
    rows = returns(words.plan, programme)
    if not rows:
        return ()
    named = [(words.tactic(row.id), row) for row in rows]
    if len(rows) > 1:
        named.append((told(words, "total"), together("", rows)))  # knows a ratio only where all of them know its parts
    spending = Section(told(words, "spending"), table=_spending(words, named), notes=tuple(_cost_notes(words, rows)))
    if programme is None or not any(row.brought or row.revenue for row in rows):
        return (spending,)
    yields = Section(told(words, "returns"), table=_yields(words, named), notes=tuple(_yield_notes(words, rows)))
    found = levers(rows)
    return (spending, yields, *(() if found is None else lever_sections(words, rows, found)))


Named = Sequence[tuple[str, Return]]
"""Returns under their names."""


def _spending(words: Wording, named: Named) -> Table:
    rows = (
        (
            name,
            number(row.events),
            cell(words, row.spent.money),
            "" if row.spent.hours is None else number(row.spent.hours),
            "" if row.spent.saved is None else number(row.spent.saved),
            cell(words, row.spent.cost) if row.spent.labour is not None else "",
            cell(words, row.cost_per_unit),
        )
        for name, row in named
    )
    heads = table(words, "event >number >money >hours >saved >cost", ()).columns
    return Table((*heads, cost_column(words, [row for _, row in named])), tuple(rows))


def _yields(words: Wording, named: Named) -> Table:
    stages = _stages(words, [row for _, row in named])
    heads = (
        Column(told(words, "event"), words=True),
        *map(Column, map(words.stage, stages)),
        *(Column(told(words, key)) for key in ("revenue", "roas", "roi")),
    )
    rows = (
        (
            name,
            *(units(row.volumes[stage]) if stage in row.volumes else "" for stage in stages),
            cell(words, row.revenue),
            roas_text(words, row),
            roi_text(row),
        )
        for name, row in named
    )
    return Table(heads, tuple(rows))


def _stages(words: Wording, rows: Sequence[Return]) -> list[str]:
    """The stages that units of any of these events reach, top first."""
    stages = words.plan.funnel.stages if words.plan.funnel is not None else ()
    return [stage.id for stage in stages if any(stage.id in row.volumes for row in rows)]


def _cost_notes(words: Wording, rows: Sequence[Return]) -> Iterator[str]:
    hour = words.plan.organization.hour_cost if words.plan.organization is not None else None
    if any(row.spent.hours for row in rows):
        yield note(words, "no_hour_cost") if hour is None else note(words, "with_hours", hour_cost=words.money(hour))


def _yield_notes(words: Wording, rows: Sequence[Return]) -> Iterator[str]:
    yield note(words, "rates")
    if any(row.roi is not None for row in rows):
        yield _margin(words)
    estimated = [row for row in rows if row.brought is not None and row.brought.by == "funnel"]
    if estimated:
        yield note(words, "by_funnel", events=_names(words, estimated))
    unknown = [row for row in rows if row.spent.cost is None or row.revenue is None]
    if unknown:
        yield note(words, "no_return", events=_names(words, unknown))


def _margin(words: Wording) -> str:
    stated = words.plan.funnel.margin if words.plan.funnel is not None else None
    if stated is None:
        return note(words, "roi_on_revenue")
    return note(words, "roi_on_margin", margin=words.share(stated))


def _names(words: Wording, rows: Sequence[Return]) -> str:
    return words.join(words.tactic(row.id) for row in rows)
