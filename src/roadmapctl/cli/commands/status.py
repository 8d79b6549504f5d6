"""`roadmapctl status`: the plan held against what really happened."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, give_up, laid_out, say, write
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import usable

if TYPE_CHECKING:
    from roadmapctl.analysis.status.result import Status
    from roadmapctl.diagnostics import Message
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.model import Plan
    from roadmapctl.project import Checked
    from roadmapctl.report.status.words import Words


NAME_THEM = (
    "write measurement: {{actuals: actuals.csv}}, and in actuals.csv a row for each figure under date,metric,value",
    "请写 measurement: {{actuals: actuals.csv}}，并在 actuals.csv 中以 date,metric,value 为表头，其下每个数字写一行",
)
WRITE_ONE = (
    "write the file with the header date,metric,value and a row for each figure, or correct its name in measurement.actuals",
    "请在该文件中以 date,metric,value 为表头、每个数字写一行；如文件名不同，请改正 measurement.actuals",
)


def status(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    as_of: str = typer.Option(
        None,
        "--as-of",
        metavar="DATE",
        help="The day at whose end to look (2027-03-31). (default: the latest recorded)",
    ),
    format: Format = typer.Option(Format.TEXT, help="How the status is written."),
    language: Language = typer.Option(None, help="Language of the tables. (default: the plan's)"),
    fail_under: str = typer.Option(
        None,
        metavar="SHARE",
        help="End with 1 where a goal's pacing (once it is due: its attainment) is below this (90%).",
    ),
) -> int:
    """Hold the plan against the figures of measurement.actuals: attainment, pacing, projection, spend, and the largest cause.

    Goals, milestones, tactics and KPIs by level, each ahead, on track or behind.
    """
    from roadmapctl.analysis.status.status import status as held
    from roadmapctl.cli.values import day, share
    from roadmapctl.report.status.words import Words
    from roadmapctl.report.wording import Wording

    said = language.spoken if language else None
    least = None if fail_under is None else share("--fail-under", fail_under, said)
    asked = None if as_of is None else day("--as-of", as_of, said)
    found, checked = usable(plan, language=said)
    spoken = said or found.language
    latest = _latest(found, checked, spoken)
    result = held(found, asked or latest)
    words = Words(Wording(found, spoken))
    write(_written(result, words, checked, format, given=asked is not None))
    return DONE if least is None or _is_enough(result, words, least) else FINDINGS


def _latest(plan: "Plan", checked: "Checked", language: "Spoken") -> date:
    """The latest day that anything is recorded of; leaves with 2 where nothing is."""
    from roadmapctl.analysis.status.status import latest

    found = latest(plan)
    if found is None:
        give_up(*_nothing(plan, checked, language))
    return found


def _nothing(plan: "Plan", checked: "Checked", language: "Spoken") -> "tuple[Message, Spoken, Message | None]":
    """Why there are no figures, and what to write."""
    from roadmapctl.diagnostics import Message

    unreachable = next((d for d in checked.diagnostics if d.code == "RM720"), None)
    if unreachable is not None:
        return unreachable.message, language, unreachable.help
    if plan.recorded is None:
        message = Message("the plan names no actual figures", "计划没有写明实际数据")
        return message, language, Message(*NAME_THEM)
    message = Message("no figure is recorded in {file} yet", "{file} 中还没有任何记录", {"file": plan.recorded.name})
    return message, language, Message(*WRITE_ONE)


def _written(result: "Status", words: "Words", checked: "Checked", format: Format, *, given: bool) -> str:
    plan = words.plan.plan
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.status.json import status_json

        findings = entries(checked.diagnostics, words.plan.language)
        source = "" if plan.recorded is None else plan.recorded.name
        return status_json(result, given=given, currency=plan.currency, source=source, findings=findings)
    from roadmapctl.report.status.view import status_figures

    figures = status_figures(result, words, given=given)
    return laid_out(figures, text=format is Format.TEXT)


def _is_enough(result: "Status", words: "Words", least: Fraction) -> bool:
    """Is every goal that can be judged at or above this share? Those below, and those without figures, are said."""
    below = [goal for goal in result.goals if (share := goal.judged) is not None and share < least]
    for goal in below:
        say(words.note("below", goal=words.goal(goal.id), share=words.share(goal.judged), least=words.share(least)))
    for goal in result.goals:
        if goal.verdict in ("no_data", "no_plan"):
            say(words.note("not_judged", goal=words.goal(goal.id), verdict=words.verdict(goal.verdict)))
    return not below
