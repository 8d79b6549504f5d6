"""The plan that a final review carries over, written to a file or to stdout."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmapctl.cli.console import give_up
from roadmapctl.cli.new_plan import folder_of, held, links, write_plan

if TYPE_CHECKING:
    from roadmapctl.analysis.carry.carry import Carry
    from roadmapctl.analysis.review.review import Reviewed
    from roadmapctl.carrying.source import Source
    from roadmapctl.i18n import Language
    from roadmapctl.project import Checked


def write_carried(checked: "Checked", reviewed: "Reviewed", target: Path, language: "Language") -> None:
    """Write the next period's plan, and say what is left to do. It speaks the plan's language; `language` is the messages'."""
    from roadmapctl.analysis.carry.carry import carry
    from roadmapctl.carrying.settle import settle

    carried = None if checked.usable is None else carry(checked.usable, reviewed)
    if carried is None:
        _refuse_next(checked, language)
    if not carried.goals and not carried.tactics:
        refuse("nothing_left", language)
    main = Path(checked.document.name)
    folder = folder_of(target, main)
    settled = settle(_source(checked, carried), links(main, folder, carried.plan.parent), held(target, folder))
    write_plan(settled, target, checked, language)


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


def refuse(key: str, language: "Language", **fields: object) -> NoReturn:
    """Leave with 2 and a sentence."""
    from roadmapctl.diagnostics import Message
    from roadmapctl.i18n.carry_words import SAID

    give_up(Message(*SAID[key], fields), language)
