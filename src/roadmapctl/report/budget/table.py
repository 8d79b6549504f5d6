"""The table of a split: each source as the plan has it and at its best, and what its next deal costs."""

from fractions import Fraction

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.totals import Row
from roadmapctl.i18n.budget_words import BOUNDS
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number
from roadmapctl.report.budget.words import Words
from roadmapctl.report.figures import Bar, Column, Table, bars

COLUMNS = ("source", "plan_spend", "plan_deals", "spend", "deals", "events", "next", "bound")
WORDED = ("source", "bound")
ALIKE = Fraction(1, 2000)
NO_BAR = Bar(Fraction(0), Fraction(0))


def split_table(allocation: Allocation, best: Best, words: Words) -> Table:
    """A row for each source, one for what comes without spend, and the totals."""
    columns = tuple(Column(words.label(key), words=key in WORDED) for key in COLUMNS)
    own = allocation.own.rows if allocation.own is not None else (None,) * len(best.totals.rows)
    rows = [_row(before, after, words) for before, after in zip(own, best.totals.rows, strict=True)]
    drawn = bars(tuple(row.spend for row in best.totals.rows))
    if allocation.anyway:
        deals = number(allocation.anyway)
        rows.append((words.label("anyway_row"), "", "" if allocation.own is None else deals, "", deals, "", "", ""))
        drawn = (*drawn, NO_BAR)
    return Table(columns, (*rows, _total(allocation, best, words)), (*drawn, NO_BAR))


def _row(own: Row | None, best: Row, words: Words) -> tuple[str, ...]:
    bound = "whole" if best.bound == "between" and best.events is not None else best.bound
    return (
        words.source(best.id),
        "" if own is None else words.money(own.spend),
        "" if own is None else number(own.deals),
        words.money(best.spend),
        number(best.deals),
        "" if best.events is None else number(best.events),
        _next(best, words),
        word(BOUNDS, bound, words.forms.language),
    )


def _next(row: Row, words: Words) -> str:
    """What the next deal costs; behind what the last one cost, where that is something else."""
    if row.next is None:
        return words.money(None)
    if row.last is None or abs(row.next - row.last) <= ALIKE * row.next or row.bound == "nothing":
        return words.money(row.next)
    return f"{words.money(row.last)} → {words.money(row.next)}"


def _total(allocation: Allocation, best: Best, words: Words) -> tuple[str, ...]:
    own = allocation.own
    before = ("", "") if own is None else (words.money(own.spend), number(own.deals))
    return (words.label("total"), *before, words.money(best.totals.spend), number(best.totals.deals), "", "", "")
