"""The splits of a budget as CSV: one row a source and split, raw numbers, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.totals import Totals
from roadmapctl.model.funnel import Funnel
from roadmapctl.report.funnel.csv import cell
from roadmapctl.report.json_number import plain

COLUMNS = ("split", "source", "name", "spend", "units", "events", "deals", "last_deal", "next_deal", "held_by")


def budget_csv(allocation: Allocation, funnel: Funnel) -> str:
    """A header, and the rows of the plan's own split and of the best ones; costs of deals are money."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for split, totals in _splits(allocation):
        for row in totals.rows:
            numbers = (
                plain(row.spend),
                plain(row.units),
                row.events,
                plain(row.deals),
                plain(row.last),
                plain(row.next),
            )
            rows.writerow((split, row.id, cell(funnel.sources[row.id].name or ""), *numbers, row.bound))
    return text.getvalue()


def _splits(allocation: Allocation) -> Iterator[tuple[str, Totals]]:
    if allocation.own is not None:
        yield "plan", allocation.own
    if isinstance(allocation.most_deals, Best):
        yield "most_deals", allocation.most_deals.totals
    if isinstance(allocation.least_spend, Best):
        yield "least_spend", allocation.least_spend.totals
