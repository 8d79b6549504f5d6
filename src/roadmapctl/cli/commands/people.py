"""`roadmapctl people`: every goal broken down to the people who carry it, their load, and the organisation around them."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, say, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import usable

if TYPE_CHECKING:
    from roadmapctl.report.people.words import Words


def people(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    format: Format = typer.Option(Format.TEXT, help="How they are written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Show what each person carries of every goal, what nobody carries, who has too much at once, and who has to agree."""
    from roadmapctl.report.people.words import Words
    from roadmapctl.report.wording import Wording

    said = language.spoken if language else None
    found, checked = usable(plan, language=said)
    words = Words(Wording(found, said or found.language))
    if found.organization is None and not any(tactic.owner for tactic in found.tactics.values()):
        say(f"roadmapctl: {words.note('nothing')}")
        return FINDINGS
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.people.json import people_json

        findings = entries(checked.diagnostics, words.wording.language)
        write(people_json(found, findings))
        return DONE
    write(_laid_out(words, format))
    return DONE


def _laid_out(words: "Words", format: Format) -> str:
    from roadmapctl.report.people.view import people_figures

    figures = people_figures(words)
    return laid_out(figures, text=format is Format.TEXT)
