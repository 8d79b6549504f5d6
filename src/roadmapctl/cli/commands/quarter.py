"""`roadmapctl quarter`: a quarter of an annual plan as a plan of its own."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from roadmapctl.cli.console import DONE, STDIN, give_up, refuse, tell
from roadmapctl.cli.new_plan import folder_of, held, keep, links, write_plan
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.parts.cut import Cut
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
    from roadmapctl.i18n.cutting_words import SAID

    if plan == STDIN:
        refuse(REFUSED["quarter_stdin"])
    found, checked = usable(plan)
    part = _part(found, period)
    main = Path(checked.document.name)
    folder = folder_of(output, main)
    if not force:
        keep(output, found.language)
    named = links(main, folder, main.name)
    source = Source(part, checked.document.value or {}, Words(found, found.language))
    write_plan(settle(source, named, held(output, folder)), output, checked, found.language)
    if output == STDIN:
        tell(SAID["parent_from"], found.language, parent=named.parent)
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
