"""`roadmapctl events`: the event programme, from the funnel's need to what each event returns."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, say, write
from roadmapctl.cli.options import Format, Language, Span
from roadmapctl.cli.plans import usable

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.programme.programme import Programme
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.report.wording import Wording


def events(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    by: Span = typer.Option(Span.MONTH, help="Count the events by month, quarter or week."),
    set_: list[str] = typer.Option(
        [], "--set", metavar="PATH=VALUE", help="Another value: funnel.sources.webinar.event.audience=120."
    ),
    format: Format = typer.Option(Format.TEXT, help="How the programme is written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Hold the plan's events against those its funnel asks for; show content gaps, experience, calls to action, reuse, return."""
    from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
    from roadmapctl.analysis.funnel.reverse import Infeasible, plan_funnel
    from roadmapctl.analysis.programme.held import events_of
    from roadmapctl.analysis.programme.matching import event_sources
    from roadmapctl.analysis.programme.programme import plan_programme
    from roadmapctl.report.events.tables import note
    from roadmapctl.report.wording import Wording

    said = language.spoken if language else None
    found, checked = usable(plan, settings=set_, language=said)
    words = Wording(found, said or found.language)
    if not events_of(found) and not event_sources(found):
        say(f"roadmapctl: {note(words, 'none')}")
        return FINDINGS
    result = plan_funnel(found)
    made = result if isinstance(result, Infeasible) else plan_calendar(found, result, by.value)
    programme = result if isinstance(result, Infeasible) else plan_programme(found, result, made)
    write(_written(words, programme, checked.diagnostics, format))
    return DONE


def _written(
    words: "Wording", programme: "Programme | Infeasible", diagnostics: "tuple[Diagnostic, ...]", format: Format
) -> str:
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.events.json import events_json

        return events_json(words.plan, programme, entries(diagnostics, words.language))
    from roadmapctl.report.events.figures import events_figures

    figures = events_figures(words, programme)
    return laid_out(figures, text=format is Format.TEXT)
