"""`roadmapctl rollup`: plans added up to the wider plan they belong to."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, write
from roadmapctl.cli.options import FailOn, Format, Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roadmapctl.analysis.rollup.rollup import Rollup
    from roadmapctl.report.rollup.words import Words


RANKS = {"error": 3, "warning": 2, "info": 1}


def rollup(
    plans: list[Path] = typer.Argument(
        ...,
        metavar="PLANS…",
        help="Plan files and folders; a folder without a roadmap.yaml stands for all plans below it.",
    ),
    fail_on: FailOn = typer.Option(FailOn.ERROR, help="End with 1 where there is a clash as bad as this."),
    format: Format = typer.Option(Format.TEXT, help="How the sums are written."),
    language: Language = typer.Option(None, help="Language of labels. (default: that of the wider plan)"),
) -> int:
    """Add up plans to the wider one that each names as its parent: budget, goals, one calendar, and where they clash.

    The wider plan is read by itself where it is not given. Plans without a parent are added up together. Clashes that are errors
    (more budget than there is, one budget claimed twice) end the run with 1.
    """
    from roadmapctl.analysis.rollup.rollup import rollup as added_up
    from roadmapctl.cli.commands.rollup.plans import families
    from roadmapctl.report.rollup.words import Words

    said = language.spoken if language else None
    results = []
    for family in families(plans, said):
        found = added_up(family.whole, family.members, family.twice)
        spoken = said or (family.whole or family.members[0]).plan.language
        results.append((found, Words(found, spoken)))
    write(_written(results, format))
    worst = max((RANKS[clash.severity] for found, _ in results for clash in found.clashes), default=0)
    return FINDINGS if worst >= RANKS[fail_on.value] else DONE


def _written(results: "Sequence[tuple[Rollup, Words]]", format: Format) -> str:
    if format is Format.JSON:
        from roadmapctl.report.rollup.json import rollup_json

        return rollup_json(results)
    from roadmapctl.report.rollup.view import rollup_figures

    shown = [rollup_figures(found, words) for found, words in results]
    return "\n".join(laid_out(each, text=format is Format.TEXT) for each in shown)
