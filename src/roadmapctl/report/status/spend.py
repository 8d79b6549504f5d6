"""Money spent against the budget."""

from collections.abc import Iterator

from roadmapctl.analysis.status.result import SpendStatus
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.status.words import Words


def spend_section(found: SpendStatus, words: Words) -> Section | None:
    """What is spent, what of it was planned by now, and where it ends; None for a plan without money."""
    if found.money.spent is None and found.money.budget is None:
        return None
    notes = (words.note("spend_none"),) if found.money.spent is None else ()
    return Section(words.label("spend"), lines=tuple(_lines(found, words)), table=_by_source(found, words), notes=notes)


def _lines(found: SpendStatus, words: Words) -> Iterator[Line]:
    money = found.money
    if money.spent is not None:
        spent = words.money(money.spent)
        if money.pacing is not None:
            spent = words.label("spent_pacing", spent=spent, share=words.share(money.pacing))
        yield Line(words.label("spent"), spent)
    if money.to_date is not None:
        yield Line(words.label("planned_by_now"), words.money(money.to_date))
    if money.budget is not None:
        yield Line(words.label("budget"), words.money(money.budget))
    if money.projection is not None and found.over is not None:
        key = "over" if found.over > 0 else "under" if found.over < 0 else "even"
        text = words.label(key, projection=words.money(money.projection), amount=words.money(abs(found.over)))
        yield Line(words.label("projected_spend"), text)


def _by_source(found: SpendStatus, words: Words) -> Table | None:
    if not found.by_source:
        return None
    rows = sorted(found.by_source.items(), key=lambda item: (-item[1], item[0]))
    heads = (Column(words.label("source"), words=True), Column(words.label("spent")))
    return Table(heads, tuple((words.source(id), words.money(spent)) for id, spent in rows))
