"""`roadmapctl goals`: goals as growth over last year, split by quarter, month or week, and in step rates of the funnel."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, say, write
from roadmapctl.cli.options import Format, Language, Span
from roadmapctl.cli.plans import usable
from roadmapctl.i18n import Language as Spoken

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.model import Plan
    from roadmapctl.report.goals.view import Goals


def goals(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    by: Span = typer.Option(None, help="Split every goal by this. (default: each by its own `split`)"),
    set_: list[str] = typer.Option(
        [], "--set", metavar="PATH=VALUE", help="Another value: goals.new-revenue.target=1.5M."
    ),
    format: Format = typer.Option(Format.TEXT, help="How the goals are written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Show goals as growth over last year: in numbers, by quarter, month or week, and in the funnel's step rates."""
    from roadmapctl.report.goals.view import goals_of

    said = language.spoken if language else None
    found, checked = usable(plan, settings=set_, language=said)
    if not found.goals:
        say(f"roadmapctl: {_nothing(said or found.language)}")
        return FINDINGS
    write(
        _written(
            goals_of(found, None if by is None else by.value),
            found,
            checked.diagnostics,
            format,
            said or found.language,
        )
    )
    return DONE


def _nothing(language: Spoken) -> str:
    from roadmapctl.i18n.goals_words import NOTES
    from roadmapctl.i18n.text import say as said

    return said(*NOTES["no_goals"], {}, language)


def _written(
    found: "Goals", plan: "Plan", diagnostics: "tuple[Diagnostic, ...]", format: Format, language: Spoken
) -> str:
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.goals.json import goals_json

        return goals_json(found, plan, entries(diagnostics, language))
    from roadmapctl.report.goals.view import goals_figures
    from roadmapctl.report.wording import Wording

    figures = goals_figures(found, Wording(plan, language))
    return laid_out(figures, text=format is Format.TEXT)
