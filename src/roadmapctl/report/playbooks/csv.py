"""The dated touches as CSV: one row a touch, for a calendar or an automation tool."""

import csv
import io
from collections.abc import Iterable

from roadmapctl.analysis.playbooks.touches import Touch
from roadmapctl.report.funnel.csv import cell
from roadmapctl.report.playbooks.words import Words

COLUMNS = ("date", "time", "at", "tactic", "name", "playbook", "step", "channel", "segment", "message", "outside")


def touches_csv(touches: Iterable[Touch], words: Words) -> str:
    """A header, and the touches in order of time: ISO dates, `HH:MM`, ids; `at` in words, for a sign would be a formula."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for touch in touches:
        run = touch.run
        when = (touch.moment.day.isoformat(), words.time(touch.moment), words.at(touch.at))
        whose = (run.tactic or "", cell(words.run(run)), run.playbook, touch.step + 1)
        what = (touch.channel or "", run.segment or "", cell(touch.message or ""), touch.outside or "")
        rows.writerow((*when, *whose, *what))
    return text.getvalue()
