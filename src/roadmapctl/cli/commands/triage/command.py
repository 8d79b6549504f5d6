"""`roadmapctl triage`: an unplanned request held against the plan."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, give_up, laid_out, refuse, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roadmapctl.analysis.triage.request import Request
    from roadmapctl.analysis.triage.triage import Triage
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.model import Plan
    from roadmapctl.project import Checked


class Lever(StrEnum):
    """A growth lever."""

    AUDIENCE = "audience"
    ACTIVITY = "activity"
    CONTENT = "content"
    MEDIA = "media"


def triage(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    idea: str = typer.Option(None, metavar="ID", help="One of the plan's ideas; the flags below say more of it."),
    name: str = typer.Option(None, help="What the request is called, where it is none of the plan's ideas."),
    what: str = typer.Option(None, help="What would be done, in a sentence."),
    goal: str = typer.Option(None, metavar="ID", help="The goal it serves, of the plan or of its parent."),
    segment: str = typer.Option(None, metavar="ID", help="Whom it is for."),
    channel: str = typer.Option(None, help="Where it would happen."),
    lever: Lever = typer.Option(None, help="The growth lever it pulls."),
    owner: str = typer.Option(None, metavar="ID", help="Who would do it."),
    budget: str = typer.Option(None, metavar="MONEY", help="What it would cost: 8_000, 8k, 10万."),
    start: str = typer.Option(None, metavar="DATE", help="Its first day."),
    end: str = typer.Option(None, metavar="DATE", help="Its last day."),
    contributes: list[str] = typer.Option(
        [], metavar="METRIC=VALUE", help="What it would bring; may be repeated: mqls=40, contact-rate=0.2pp."
    ),
    reach: str = typer.Option(None, metavar="NUMBER", help="People reached in a period, for RICE."),
    impact: str = typer.Option(None, metavar="NUMBER", help="Effect on each of them, 0.25 to 3."),
    confidence: str = typer.Option(None, metavar="SHARE", help="How sure we are: 50%."),
    effort: str = typer.Option(None, metavar="NUMBER", help="Person-months, for RICE."),
    ease: str = typer.Option(None, metavar="NUMBER", help="How easy it is, 1 to 10, for ICE."),
    as_of: str = typer.Option(
        None, "--as-of", metavar="DATE", help="The day it is decided. (default: its first day, else the plan's)"
    ),
    format: Format = typer.Option(Format.TEXT, help="How the triage is written."),
    language: Language = typer.Option(None, help="Language of the triage. (default: the plan's)"),
) -> int:
    """Hold an unplanned request against the plan: what it serves, what it brings for its money, what it would displace.

    The verdict is one of: take it, take it in place of planned tactics, park it for the next quarter, decline.
    """
    from roadmapctl.analysis.triage.triage import triage as judged
    from roadmapctl.cli.values import day

    said = language.spoken if language else None
    found, checked = usable(plan, language=said)
    if idea is None and name is None:
        _say_what(found, said or found.language)
    flags = {
        "name": name, "what": what, "goal": goal, "segment": segment, "channel": channel, "lever": lever and lever.value,
        "owner": owner, "budget": budget, "start": start, "end": end,
        "reach": reach, "impact": impact, "confidence": confidence, "effort": effort, "ease": ease,
    }  # fmt: skip
    spoken = said or found.language
    request = _request(found, idea, flags, contributes, spoken)
    held = None if as_of is None else day("--as-of", as_of, spoken)
    write(_written(judged(found, request, held), found, checked, format, spoken))
    return DONE


def _say_what(plan: "Plan", language: "Spoken") -> None:
    """Leave with 2: nothing says what is asked for."""
    refuse(REFUSED["which_idea_of" if plan.ideas else "which_idea"], language, ideas=", ".join(plan.ideas))


def _request(
    plan: "Plan",
    idea: str | None,
    flags: "Mapping[str, str | None]",
    contributes: "Sequence[str]",
    language: "Spoken",
) -> "Request":
    from roadmapctl.cli.commands.triage.described import described
    from roadmapctl.model.unreadable import Unreadable

    try:
        return described(plan, idea, flags, contributes)
    except Unreadable as error:
        give_up(error.message, language, error.help)


def _written(found: "Triage", plan: "Plan", checked: "Checked", format: Format, language: "Spoken") -> str:
    from roadmapctl.report.wording import Wording

    wording = Wording(plan, language)
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.triage.json import triage_json

        return triage_json(found, wording, entries(checked.diagnostics, language))
    from roadmapctl.report.triage.view import figures

    shown = figures(found, wording)
    return laid_out(shown, text=format is Format.TEXT)
