"""`roadmapctl review`: the review at half-time or at the end, and the plan that follows from it."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from roadmapctl.cli.console import DONE, STDIN, give_up, laid_out, refuse, terminal_width
from roadmapctl.cli.options import Format, Language
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.review.moment import Kind
    from roadmapctl.analysis.review.review import Reviewed
    from roadmapctl.i18n import Language as Spoken
    from roadmapctl.model import Plan
    from roadmapctl.project import Checked


def review(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    midpoint: bool = typer.Option(False, "--midpoint", help="The review at half-time."),
    final: bool = typer.Option(False, "--final", help="The review at the end, which decides what is carried over."),
    as_of: str = typer.Option(
        None,
        "--as-of",
        metavar="DATE",
        help="The day it is held. (default: the plan's, else half-time or two weeks before the end)",
    ),
    since: str = typer.Option(
        None,
        metavar="COPY|REVISION|DATE",
        help="Tell what has changed since: an older copy of the plan, or a git revision (HEAD~9, v1) or a day.",
    ),
    output: Path = typer.Option(STDIN, "--output", "-o", help="File to write, whole or not at all; - is stdout."),
    carry_over: Path = typer.Option(
        None,
        "--carry-over",
        metavar="FILE",
        help="Write the next period's plan from it, with --final; - is stdout, in place of the review.",
    ),
    force: bool = typer.Option(False, "--force", help="Let --carry-over replace a file that is there already."),
    format: Format = typer.Option(None, help="How the review is written. (default: text on a terminal, else markdown)"),
    language: Language = typer.Option(None, help="Language of the review. (default: the plan's)"),
) -> int:
    """Write the review: attainment, what becomes of each tactic and why, what held, what was learned, what has changed.

    What the plan's reviews decided stands as decided; the rest is proposed from the figures, and says so.
    """
    from roadmapctl.analysis.review.review import reviewed
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.cli.values import day

    said = language.spoken if language else None
    found, checked = usable(plan, language=said)
    spoken = said or found.language
    kind = _kind(midpoint, final, spoken)
    if carry_over is not None:
        if carry_over == output != STDIN:
            refuse(REFUSED["same_file"], spoken)
        _keep(carry_over, kind, spoken, force=force)
    before = None if since is None else _before(plan, since, spoken)
    held = None if as_of is None else day("--as-of", as_of, spoken)
    result = reviewed(found, kind, held, before)
    if result is None:
        _no_day(kind, spoken)
    if carry_over is not None:
        from roadmapctl.cli.commands.review.carried import write_carried

        write_carried(checked, result, carry_over, spoken)
    if carry_over != STDIN or output != STDIN:
        text = _written(result, found, checked, _format(format, output), spoken, since)
        write_whole(output, text, [Path(source.name) for source in checked.document.sources], spoken)
    return DONE


def _keep(target: Path, kind: "Kind", language: "Spoken", *, force: bool) -> None:
    """Leave with 2 where nothing can be carried over, or something stands where it would be written."""
    from roadmapctl.cli.commands.review.carried import refuse
    from roadmapctl.cli.new_plan import keep

    if kind != "final":
        refuse("only_final", language)
    if not force:
        keep(target, language)


def _kind(midpoint: bool, final: bool, language: "Spoken") -> "Kind":
    if midpoint == final:
        refuse(REFUSED["which_review"], language)
    return "midpoint" if midpoint else "final"


def _format(format: Format | None, output: Path) -> Format:
    """Text where somebody looks on, Markdown for a file or a pipe."""
    return format or (Format.TEXT if output == STDIN and terminal_width() is not None else Format.MARKDOWN)


def _before(plan: Path, since: str, language: "Spoken") -> "Plan":
    from roadmapctl.cli.commands.review.earlier import earlier
    from roadmapctl.load import Unreachable

    if plan == STDIN:
        refuse(REFUSED["since_stdin"], language)
    try:
        return earlier(plan, since)
    except Unreachable as error:
        give_up(error.message, language)


def _no_day(kind: str, language: "Spoken") -> NoReturn:
    from roadmapctl.diagnostics import Message

    give_up(
        Message(
            "nothing says when the {kind} review is held: write measurement.reviews.{kind}.date or period, or --as-of",
            "没有写明 {kind} 复盘的日期：请在计划中写 measurement.reviews.{kind}.date 或 period，或使用 --as-of",
            {"kind": kind},
        ),
        language,
    )


def _written(
    found: "Reviewed", plan: "Plan", checked: "Checked", format: Format, language: "Spoken", since: str | None
) -> str:
    from roadmapctl.report.wording import Wording

    wording = Wording(plan, language)
    if format is Format.JSON:
        from roadmapctl.output.json import entries
        from roadmapctl.report.review.json import review_json

        findings = entries(checked.diagnostics, language)
        return review_json(found, wording, since, findings)
    from roadmapctl.report.review.view import figures

    shown = figures(found, wording, since)
    return laid_out(shown, text=format is Format.TEXT)
