"""The plan that a final review carries over, written to a file or to stdout."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmapctl.cli.console import STDIN, give_up, say
from roadmapctl.cli.output_file import write_whole

if TYPE_CHECKING:
    from roadmapctl.analysis.carry.carry import Carry
    from roadmapctl.analysis.review.review import Reviewed
    from roadmapctl.carrying.source import Source
    from roadmapctl.cutting.plan import Links
    from roadmapctl.cutting.settle import Settled
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.i18n import Language
    from roadmapctl.project import Checked


def keep(target: Path, language: "Language", *, force: bool) -> None:
    """Leave with 2 where something stands at the path that is to be written."""
    if target != STDIN and not force and os.path.lexists(target):
        refuse("there_already", language, file=str(target))


def write_carried(checked: "Checked", reviewed: "Reviewed", target: Path, language: "Language") -> None:
    """Write the next period's plan, and say what is left to do. It speaks the plan's language; `language` is the messages'."""
    from roadmapctl.analysis.carry.carry import carry
    from roadmapctl.carrying.settle import settle
    from roadmapctl.project import check_files

    carried = None if checked.usable is None else carry(checked.usable, reviewed)
    if carried is None:
        _refuse_next(checked, language)
    if not carried.goals and not carried.tactics:
        refuse("nothing_left", language)
    main = Path(checked.document.name)
    folder = main.parent if target == STDIN else target.parent

    def check(text: str) -> "tuple[Diagnostic, ...]":
        name = os.fspath(folder / "next.yaml" if target == STDIN else target)
        return check_files([(name, text.encode())], folder).diagnostics

    settled = settle(_source(checked, carried), _links(checked, main.parent, folder), check)
    write_whole(target, settled.text, [Path(source.name) for source in checked.document.sources], language)
    _tell(settled, target, language)


def _refuse_next(checked: "Checked", language: "Language") -> NoReturn:
    """Leave with 2: there is no period after the plan's."""
    period = None if checked.usable is None else checked.usable.period
    if period is None:
        refuse("no_period", language)
    refuse("last_period", language, period=str(period))


def _source(checked: "Checked", carried: "Carry") -> "Source":
    from roadmapctl.carrying.source import Source
    from roadmapctl.cutting.words import Words
    from roadmapctl.report.review.words import Words as Sentences
    from roadmapctl.report.wording import Wording

    plan = carried.plan
    said = Sentences(Wording(plan, plan.language))
    proposed = carried.reviewed.points.proposed_insights
    learned = tuple((str(one.fields["tactic"]), said.sentence(one)) for one in proposed)
    return Source(carried, checked.document.value or {}, Words(plan, plan.language), said.why, learned)


def _links(checked: "Checked", before: Path, folder: Path) -> "Links":
    """How the new plan names the files that the old one names."""
    from roadmapctl.cutting.plan import Links

    def moved(file: str) -> str:
        if "://" in file or Path(file).is_absolute():
            return file
        return Path(os.path.relpath(before / file, folder)).as_posix()

    parent = checked.usable.parent if checked.usable is not None else None
    return Links(moved(parent) if parent is not None else "", moved)


def _tell(settled: "Settled", target: Path, language: "Language") -> None:
    from roadmapctl.i18n.carry_words import SAID

    def told(key: str, **fields: object) -> None:
        say(SAID[key][language == "zh"].format(**fields))

    if settled.questions:
        told("one_question" if settled.questions == 1 else "questions", count=settled.questions)
    if settled.findings:
        told("still", count=len(settled.findings), file=target if target != STDIN else "FILE")


def refuse(key: str, language: "Language", **fields: object) -> NoReturn:
    """Leave with 2 and a sentence."""
    from roadmapctl.diagnostics import Message
    from roadmapctl.i18n.carry_words import SAID

    give_up(Message(*SAID[key], fields), language)
