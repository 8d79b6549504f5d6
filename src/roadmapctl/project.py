"""The only place where the stages are chained: text → document → plan → findings."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Severity, worst
from roadmapctl.diagnostics.ignores import apply_ignores
from roadmapctl.frameworks import asked_codes
from roadmapctl.load import Document, Unreachable, load, load_files, load_text
from roadmapctl.load.comments import is_comment
from roadmapctl.load.override import override
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.rules.codes import mend
from roadmapctl.rules.engine import run


class Checked(NamedTuple):
    """A plan that has been read and held to every rule. `plan` is None where it holds errors of structure."""

    document: Document
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def usable(self) -> Plan | None:
        """The plan, if nothing in it is an error: what may be computed and reported."""
        return None if worst(self.diagnostics) is Severity.ERROR else self.plan


def check(path: Path, *, methods: tuple[str, ...] = (), settings: Sequence[str] = ()) -> Checked:
    """Read a plan file or folder and hold it to the rules.

    `methods` are planning methods asked for in place of those the plan names; `settings` are `path=value` overrides.
    Raises Unreachable where there is nothing to read.
    """
    return _check(load(path), path.parent if not path.is_dir() else path, methods, settings)


def check_text(data: bytes, name: str, *, methods: tuple[str, ...] = (), settings: Sequence[str] = ()) -> Checked:
    """The same for a text in hand; a `parent` is looked for from the working folder."""
    return _check(load_text(data, name), Path(), methods, settings)


def check_files(files: Sequence[tuple[str, bytes]], folder: Path, *, methods: tuple[str, ...] = ()) -> Checked:
    """The same for the files of a plan in hand, by name and content, the main one first; they stand in `folder`."""
    return _check(load_files(files), folder, methods, ())


def _check(document: Document, folder: Path, methods: tuple[str, ...], settings: Sequence[str]) -> Checked:
    document = override(document, settings)
    built = build(document)
    diagnostics = [*document.faults, *built.diagnostics]
    plan = built.plan
    if plan is not None:
        above, fault = _parent(plan, document, folder)
        diagnostics += fault
        plan = plan.below(above)
        unread = built.unread if above is not None or plan.parent is None else built.unread | {("goals",)}
        diagnostics += run(plan, document, unread, asked_codes(methods or plan.framework))
        if plan.scenarios and not built.unread:
            from roadmapctl.scenarios.check import scenario_findings  # few plans have any

            diagnostics += scenario_findings(document, plan)
    kept = apply_ignores(
        diagnostics,
        [(source.name, source.text) for source in document.atlas.sources],
        partial(is_comment, document.atlas),
        mend,
        complete=plan is not None and not built.unread,
    )
    return Checked(document, None if built.unread else plan, tuple(_in_order(document, kept)))


def _in_order(document: Document, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place in the plan's files; the same finding at the same place once."""
    files = {source.name: index for index, source in enumerate(document.atlas.sources)}
    once = {(d.code, d.span, d.path): d for d in diagnostics}
    return sorted(once.values(), key=lambda d: (files.get(d.span.file, 0), d.span.line, d.span.column, d.code))


def _parent(plan: Plan, document: Document, folder: Path) -> tuple[Plan | None, list[Diagnostic]]:
    """The wider plan that `parent` names, or the finding that says why it could not be read."""
    if plan.parent is None:
        return None, []
    try:
        parent = build(load(folder / plan.parent))
    except Unreachable as error:
        return None, [_parent_fault(document, error.message)]
    if parent.plan is None or parent.unread:
        message = Message(
            "the parent plan {file} has errors of its own", "上级计划 {file} 自身有错误", {"file": plan.parent}
        )
        return None, [_parent_fault(document, message)]
    return parent.plan, []


def _parent_fault(document: Document, message: Message) -> Diagnostic:
    mend = Message(
        "name the wider plan's file, from this plan's folder: ../2027/roadmap.yaml",
        "请填写上级计划的文件，相对于本计划所在文件夹：../2027/roadmap.yaml",
    )
    return Diagnostic("RM031", Severity.ERROR, document.span_of(("parent",)), message, mend, ("parent",))
