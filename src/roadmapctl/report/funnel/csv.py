"""The funnel as CSV: one row a stage, raw numbers, for a spreadsheet."""

import csv
import io

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.i18n.text import visible
from roadmapctl.report.json_number import plain

COLUMNS = ("stage", "name", "rate", "need", "need_whole", "in_hand", "new", "new_whole", "last_useful_date")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def funnel_csv(result: FunnelResult) -> str:
    """A header and a row for each stage; texts that a spreadsheet would take for a formula begin with an apostrophe."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for stage in result.stages:
        rate, date = plain(stage.rate), stage.last_useful_date
        volumes = (plain(stage.need), stage.need_whole, stage.in_hand, plain(stage.new), stage.new_whole)
        rows.writerow((stage.id, cell(stage.name or ""), "" if rate is None else rate, *volumes, date or ""))
    return text.getvalue()


def cell(text: str) -> str:
    """A text that stays a text in every spreadsheet."""
    safe = visible(text)
    return f"'{safe}" if safe.lstrip().startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS) else safe
