"""`roadmapctl ideas`: the ideas scored and ranked, and the best of them that money and people allow together."""

from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, laid_out, refuse, say, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import usable
from roadmapctl.i18n import Language as Spoken
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.ideas.choose import Ideas
    from roadmapctl.analysis.ideas.limits import Time
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.model import Plan


class ScoreBy(StrEnum):
    """A method of scoring."""

    RICE = "rice"
    ICE = "ice"


class IceForm(StrEnum):
    """What ICE means."""

    PRODUCT = "product"
    MEAN = "mean"


def ideas(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    score: ScoreBy = typer.Option(
        None, help="Whose scores choose the best set. (default: the one by which most ideas are scored)"
    ),
    ice: IceForm = typer.Option(
        IceForm.PRODUCT, help="ICE as impact × confidence × ease, or as the mean of the three."
    ),
    budget: str = typer.Option(
        None, help="Money for ideas (20k, 1.2M, 10万). (default: what the plan's budget leaves after its tactics)"
    ),
    headcount: str = typer.Option(
        None,
        help="People who work on ideas for the whole period. (default: those the plan asks for beyond those it has)",
    ),
    person_months: str = typer.Option(
        None, "--person-months", help="Person-months for ideas, in place of --headcount."
    ),
    set_: list[str] = typer.Option([], "--set", metavar="PATH=VALUE", help="Another value: ideas.podcast.budget=5k."),
    format: Format = typer.Option(Format.TEXT, help="How the ideas are written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Score and rank the plan's ideas by RICE and ICE, and find the best set of them that budget and people allow."""
    from roadmapctl.analysis.ideas.choose import plan_ideas
    from roadmapctl.analysis.ideas.limits import money_of
    from roadmapctl.cli.values import amount

    said = language.spoken if language else None
    if headcount is not None and person_months is not None:
        refuse(REFUSED["two_hands"], said or "en")
    money, people, months = (
        None if text is None else amount(option, text, said)
        for option, text in (("--budget", budget), ("--headcount", headcount), ("--person-months", person_months))
    )
    found, checked = usable(plan, settings=set_, language=said)
    if not found.ideas:
        say(f"roadmapctl: {_nothing(said or found.language)}")
        return FINDINGS
    time = _time(found, people, months, said or found.language)
    result = plan_ideas(found, money_of(found, money), time, method=score and score.value, ice=ice.value)
    write(_written(result, found, checked.diagnostics, format, said or found.language))
    return DONE


def _time(plan: "Plan", people: Fraction | None, person_months: Fraction | None, language: Spoken) -> "Time":
    from roadmapctl.analysis.ideas.limits import time_of

    if people is not None and plan.period is None:
        refuse(REFUSED["no_time"], language)
    return time_of(plan, people=people, person_months=person_months)


def _nothing(language: Spoken) -> str:
    from roadmapctl.i18n.ideas_words import NOTES
    from roadmapctl.i18n.text import say as said

    return said(*NOTES["no_ideas"], {}, language)


def _written(
    result: "Ideas", plan: "Plan", diagnostics: "tuple[Diagnostic, ...]", format: Format, language: Spoken
) -> str:
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.ideas.json import ideas_json

        return ideas_json(result, plan, entries(diagnostics, language))
    from roadmapctl.report.ideas.view import ideas_figures
    from roadmapctl.report.wording import Wording

    figures = ideas_figures(result, Wording(plan, language))
    return laid_out(figures, text=format is Format.TEXT)
