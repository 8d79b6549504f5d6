"""`roadmapctl playbooks`: every touch of every playbook on its day, the systems behind them, and a new run by its date."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, refuse, say, write
from roadmapctl.cli.options import Language
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.playbooks.offsets import Moment
    from roadmapctl.analysis.playbooks.runs import Run
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.model import Plan
    from roadmapctl.project import Checked
    from roadmapctl.report.playbooks.calendar import Calendar
    from roadmapctl.report.playbooks.words import Words


class Format(StrEnum):
    """How the playbooks are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MD = "md"
    MERMAID = "mermaid"


class _New(NamedTuple):
    """The run that is tried, as it was typed."""

    date: str | None
    time: str | None
    segment: str | None

    @property
    def asked(self) -> bool:
        return any(value is not None for value in self)


def playbooks(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    for_: str = typer.Option(
        None, "--for", metavar="PLAYBOOK", help="Only this playbook; with --date a new run of it."
    ),
    date: str = typer.Option(None, metavar="YYYY-MM-DD", help="The day of an event that is not planned yet."),
    time: str = typer.Option(None, metavar="HH:MM", help="The time at which it begins."),
    segment: str = typer.Option(None, help="The segment it is for, so that touches that meet are seen."),
    format: Format = typer.Option(
        Format.TEXT, help="How they are written; csv has the touches, mermaid is the diagram of the systems."
    ),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Show when the steps of each playbook are due, event by event, and what they meet; how it is judged and what it taught."""
    said = language.spoken if language else None
    found, checked = usable(plan, language=said)
    spoken = said or found.language
    if not found.playbooks:
        say(_nothing(spoken))
        return FINDINGS
    books = (_known(for_, "--for", tuple(found.playbooks), spoken),) if for_ is not None else tuple(found.playbooks)
    new = _New(date, time, segment)
    run = _new_run(found, for_, new, spoken) if new.asked else None
    write(_written(found, checked, books, run, format, spoken))
    return DONE


def _nothing(language: "Spoken") -> str:
    from roadmapctl.i18n.playbook_words import NOTES

    return f"roadmapctl: {NOTES['no_playbooks'][language == 'zh'].format()}"


def _known(id_: str, option: str, ids: tuple[str, ...], language: "Spoken") -> str:
    """The id, if it is there; leaves with 2 and names the nearest."""
    if id_ not in ids:
        from roadmapctl.model.nearest import nearest

        near, chinese = nearest(id_, ids), language == "zh"
        key = "meant" if near else "there_are" if ids else "there_is_none"
        mend = REFUSED[key][chinese].format(near=near, known=", ".join(ids))
        words = REFUSED["no_playbook" if option == "--for" else "no_segment"]
        refuse(words, language, flag=option, id=id_, mend=mend)
    return id_


def _new_run(plan: "Plan", playbook: str | None, new: _New, language: "Spoken") -> "Run":
    """The run of a playbook on a day that is given."""
    from roadmapctl.analysis.playbooks.runs import Run

    if playbook is None or new.date is None:
        refuse(REFUSED["new_run"], language)
    segments = plan.market.segments if plan.market is not None else {}
    segment = None if new.segment is None else _known(new.segment, "--segment", tuple(segments), language)
    return Run(playbook, None, segment, _moment(new.date, new.time, language), "given")


def _moment(date: str, time: str | None, language: "Spoken") -> "Moment":
    from roadmapctl.analysis.playbooks.offsets import Moment
    from roadmapctl.cli.values import day, value
    from roadmapctl.model.clock import time_of_day

    clock = None if time is None else value("--time", time_of_day, time, language)
    return Moment(day("--date", date, language), clock)


def _calendar(plan: "Plan", books: tuple[str, ...], new: "Run | None") -> "Calendar":
    """The runs of the chosen playbooks, or the new one; what they meet is looked for among all touches of the plan."""
    from roadmapctl.analysis.playbooks.runs import runs
    from roadmapctl.analysis.playbooks.touches import clashes, touches
    from roadmapctl.report.playbooks.calendar import Calendar

    planned = runs(plan)
    shown = tuple(run for run in planned if run.playbook in books) if new is None else (new,)
    every = touches(plan, planned if new is None else (*planned, new))
    met = clashes(every)
    own = tuple(touch for touch in every if touch.run in shown)
    return Calendar(shown, own, tuple(c for c in met if any(touch.run in shown for touch in c.touches)))


def _written(
    plan: "Plan", checked: "Checked", books: tuple[str, ...], new: "Run | None", format: Format, language: "Spoken"
) -> str:
    from roadmapctl.report.playbooks.words import Words
    from roadmapctl.report.wording import Wording

    calendar, words = _calendar(plan, books, new), Words(Wording(plan, language))
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.playbooks.json import playbooks_json

        return playbooks_json(plan, calendar, books, entries(checked.diagnostics, language))
    if format is Format.CSV:
        from roadmapctl.report.playbooks.csv import touches_csv

        return touches_csv(calendar.touches, words)
    if format is Format.MERMAID:
        return _diagram(plan, books, words)
    from roadmapctl.report.playbooks.view import new_run_figures, playbook_figures

    figures = playbook_figures(calendar, books, words) if new is None else new_run_figures(calendar, words)
    return laid_out(figures, text=format is Format.TEXT)


def _diagram(plan: "Plan", books: tuple[str, ...], words: "Words") -> str:
    """The systems of the playbooks as one Mermaid diagram; leaves with 1 where no fields flow, or too many."""
    from roadmapctl.report.mermaid import flowchart
    from roadmapctl.report.playbooks.book import flow

    drawn = [one for id_ in books if (one := flow(plan.playbooks[id_], words.playbook(id_), words)) is not None]
    text = flowchart(drawn) if drawn else None
    if text is None:
        say(f"roadmapctl: {words.note('too_many_flows' if drawn else 'no_flows')}")
        raise SystemExit(FINDINGS)
    return f"{text}\n"
