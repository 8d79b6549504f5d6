"""Cut plans without a disk: the wider plan is `year.yaml`, the new ones stand beside it."""

from functools import cache
from pathlib import Path

from roadmapctl.analysis.parts.cut import cut
from roadmapctl.analysis.parts.periods import Kind, parts_of
from roadmapctl.cutting.plan import Links
from roadmapctl.cutting.settle import Settled, settle
from roadmapctl.cutting.sheet import Source
from roadmapctl.cutting.words import Words
from roadmapctl.diagnostics import Diagnostic, Message
from roadmapctl.load import Unreachable
from roadmapctl.model import Plan
from roadmapctl.project import Checked, check_files, check_text

LINKS = Links("year.yaml", lambda file: file)


def beside(year: str, text: str) -> Checked:
    """A plan beside `year.yaml`, checked."""

    def read(path: Path) -> list[tuple[str, bytes]]:
        if path.name != "year.yaml":
            raise Unreachable(Message("no such file", "没有文件"))
        return [("year.yaml", year.encode())]

    return check_files([("part.yaml", text.encode())], Path(), read=read)


@cache
def cuts(year: str, kind: Kind = "quarter") -> list[Settled]:
    """All the parts of a plan, written."""
    checked = check_text(year.encode(), "year.yaml")
    plan = checked.usable
    assert plan is not None and plan.period is not None, checked.diagnostics
    words = Words(plan, plan.language)

    def check(text: str) -> tuple[Diagnostic, ...]:
        return beside(year, text).diagnostics

    numbers = range(len(parts_of(plan.period, kind)))
    return [settle(Source(cut(plan, kind, n), checked.document.value or {}, words), LINKS, check) for n in numbers]


def plans(year: str, kind: Kind = "quarter") -> list[Plan]:
    """The same, read again."""
    found = [beside(year, one.text).usable for one in cuts(year, kind)]
    return [plan for plan in found if plan is not None]
