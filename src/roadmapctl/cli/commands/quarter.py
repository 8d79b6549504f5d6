"""`roadmapctl quarter`: a quarter of an annual plan as a plan of its own."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from roadmapctl.cli.console import DONE, STDIN, give_up, refuse, say
from roadmapctl.cli.output_file import write_whole
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.parts.cut import Cut
    from roadmapctl.cutting.plan import Links
    from roadmapctl.cutting.settle import Settled
    from roadmapctl.cutting.words import Words
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.model import Plan


def quarter(
    plan: Path = typer.Argument(..., metavar="PLAN", help="The wider plan: a file or a folder."),
    period: str = typer.Argument(
        ..., metavar="PERIOD", help="2027-Q3; Q3 of the plan's own year; a half (2027-H1) or a month (2027-05)."
    ),
    output: Path = typer.Option(STDIN, "--output", "-o", help="File to write, whole or not at all; - is stdout."),
    force: bool = typer.Option(False, "--force", help="Let -o replace a file that is there already."),
) -> int:
    """Cut a quarterly plan out of an annual one: goals by seasonality, its part of the budget, the tactics of that time.

    The quarters of a plan sum to it exactly. The new plan names the wider one as its parent and holds with `validate`; what only a
    human can say stands in it as a question.
    """
    from roadmapctl.cutting.settle import settle
    from roadmapctl.cutting.sheet import Source
    from roadmapctl.cutting.words import Words
    from roadmapctl.project import check_files

    if plan == STDIN:
        refuse(REFUSED["quarter_stdin"])
    found, checked = usable(plan)
    part = _part(found, period)
    words = Words(found, found.language)
    main = Path(checked.document.name)
    folder = main.parent if output == STDIN else output.parent
    if output != STDIN and not force:
        _keep(output, found)

    def check(text: str) -> "tuple[Diagnostic, ...]":
        name = os.fspath(folder / "quarter.yaml" if output == STDIN else output)
        return check_files([(name, text.encode())], folder).diagnostics

    links = _links(main, folder)
    settled = settle(Source(part, checked.document.value or {}, words), links, check)
    write_whole(
        output, settled.text, inputs=[Path(source.name) for source in checked.document.sources], language=found.language
    )
    _tell(settled, links, words, output)
    return DONE


def _part(plan: "Plan", text: str) -> "Cut":
    """The part of the plan that is asked for; leaves with 2 where the plan has none of that name."""
    from roadmapctl.analysis.parts.cut import cut
    from roadmapctl.analysis.parts.periods import kind_of, names_of, parts_of

    if plan.period is None:
        _give_up(plan, "no_period", plan=plan.name)
    kind = kind_of(text)
    if kind is None:
        _give_up(plan, "a_year" if text.isdecimal() and len(text) == 4 else "no_part", period=text)
    parts = parts_of(plan.period, kind)
    names = names_of(parts, kind)
    if text not in names:
        known = {"start": plan.period.start, "end": plan.period.end, "parts": ", ".join(names)}
        _give_up(plan, "outside", period=text, plan=plan.name, **known)
    if len(parts) == 1:
        _give_up(plan, "all_of_it", period=text, plan=plan.name)
    return cut(plan, kind, names.index(text))


def _give_up(wider: "Plan", key: str, **fields: object) -> NoReturn:
    from roadmapctl.diagnostics import Message
    from roadmapctl.i18n.cutting_words import REFUSED

    give_up(Message(*REFUSED[key], fields), wider.language)


def _keep(file: Path, plan: "Plan") -> None:
    """Leave with 2 where something stands at the path that is to be written."""
    if os.path.lexists(file) and not file.is_dir():
        _give_up(plan, "there_already", file=str(file))


def _links(main: Path, folder: Path) -> "Links":
    """How a plan in a folder names the wider plan, and the files that that one names."""
    from roadmapctl.cutting.plan import Links

    def moved(file: str) -> str:
        if "://" in file or Path(file).is_absolute():
            return file
        return _seen_from(folder, main.parent / file)

    return Links(_seen_from(folder, main), moved)


def _seen_from(folder: Path, file: Path) -> str:
    return Path(os.path.relpath(file, folder)).as_posix()


def _tell(settled: "Settled", links: "Links", words: "Words", output: Path) -> None:
    """What is left to do, on stderr."""
    from roadmapctl.i18n.cutting_words import SAID

    if output == STDIN:
        say(words.said(SAID, "parent_from", parent=links.parent))
    if settled.questions:
        key = "one_left" if settled.questions == 1 else "left_for_you"
        say(words.said(SAID, key, count=settled.questions))
    if settled.findings:
        say(words.said(SAID, "still", count=len(settled.findings), file=output if output != STDIN else "FILE"))
