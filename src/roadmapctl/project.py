"""The only place where the stages are chained: text → document → plan → findings."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Severity, Span, worst
from roadmapctl.diagnostics import Path as DocumentPath
from roadmapctl.diagnostics.ignores import apply_ignores
from roadmapctl.frameworks import Framework, asked_codes, framework, is_file
from roadmapctl.i18n import Language
from roadmapctl.load import Document, Unreachable, load, load_files, load_text, read_files
from roadmapctl.load.comments import is_comment
from roadmapctl.load.override import override
from roadmapctl.load.source import Source
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.model.plan import TablePoint
from roadmapctl.rules.codes import mend
from roadmapctl.rules.elements import element_findings
from roadmapctl.rules.engine import Subject, run

if TYPE_CHECKING:
    from roadmapctl.frameworks.own import Own

Reader = Callable[[Path], Sequence[tuple[str, bytes]]]
"""From a path to the names and contents of a plan's files; raises Unreachable."""

MOST_PARENTS = 20
"""So many plans above each other are followed; a link that leads in a ring by ever new names ends here."""


class Checked(NamedTuple):
    """A plan that has been read and held to every rule. `plan` is None where it holds errors of structure."""

    document: Document
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    beside: tuple[Source, ...] = ()
    """Texts that are no part of the plan and have findings too: its actual figures."""

    @property
    def usable(self) -> Plan | None:
        """The plan, if nothing in it is an error: what may be computed and reported."""
        return None if worst(self.diagnostics) is Severity.ERROR else self.plan

    @property
    def name(self) -> str:
        """Its main file."""
        return self.document.name

    @property
    def language(self) -> Language | None:
        """The language it asks for, read from the raw header so that a broken plan is answered in it too."""
        wanted = (self.document.value or {}).get("language")
        return "zh" if wanted == "zh" else "en" if wanted == "en" else None

    def source_line(self, span: Span) -> str | None:
        """The line of text a span begins in."""
        for source in self.beside:
            if source.name == span.file:
                return source.line(span.line)
        return self.document.source_line(span)


def check(path: Path, *, methods: tuple[str, ...] = (), settings: Sequence[str] = ()) -> Checked:
    """Read a plan file or folder and hold it to the rules.

    `methods` are planning methods asked for in place of those the plan names; `settings` are `path=value` overrides.
    Raises Unreachable where there is nothing to read.
    """
    return _check(load(path), path.parent if not path.is_dir() else path, methods, settings)


def check_text(data: bytes, name: str, *, methods: tuple[str, ...] = (), settings: Sequence[str] = ()) -> Checked:
    """The same for a text in hand; a `parent` is looked for from the working folder."""
    return _check(load_text(data, name), Path(), methods, settings)


def check_files(
    files: Sequence[tuple[str, bytes]], folder: Path, *, methods: tuple[str, ...] = (), read: Reader = read_files
) -> Checked:
    """The same for the files of a plan in hand, by name and content, the main one first; they stand in `folder`.

    Whatever the check needs besides them, it gets from `read`.
    """
    return _check(load_files(files), folder, methods, (), read)


class InHand(NamedTuple):
    """What `check_files` is given."""

    files: Sequence[tuple[str, bytes]]
    folder: Path
    methods: tuple[str, ...]
    read: Reader


def check_several(plans: Sequence[InHand]) -> list[Checked | Unreachable]:
    """The same for some plans, stage by stage, which takes less time; for one that needs what cannot be read, why that is so."""
    documents = [load_files(plan.files) for plan in plans]
    ready = [_if_reachable(document, plan) for document, plan in zip(documents, plans, strict=True)]
    checked = iter(_held_to_the_rules([one for one in ready if isinstance(one, _Ready)]))
    return [one if isinstance(one, Unreachable) else next(checked) for one in ready]


def _if_reachable(document: Document, plan: InHand) -> "_Ready | Unreachable":
    try:
        return _ready(document, plan.folder, plan.methods, plan.read)
    except Unreachable as error:
        return error


def _check(
    document: Document, folder: Path, methods: tuple[str, ...], settings: Sequence[str], read: Reader = read_files
) -> Checked:
    return _held_to_the_rules([_ready(override(document, settings), folder, methods, read)])[0]


class _Ready(NamedTuple):
    """A plan that has been read, with all that it is read with, and what was found on the way. None: it could not be read."""

    document: Document
    plan: Plan | None
    unread: frozenset[DocumentPath]
    diagnostics: tuple[Diagnostic, ...]
    methods: tuple[Framework, ...] = ()
    asked: frozenset[str] = frozenset()
    beside: tuple[Source, ...] = ()


def _ready(document: Document, folder: Path, methods: tuple[str, ...], read: Reader) -> _Ready:
    built = build(document)
    diagnostics = (*document.faults, *built.diagnostics)
    if built.plan is None:
        return _Ready(document, None, built.unread, diagnostics)
    above, of_parent = _parent(built.plan, document, folder, read)
    tables, of_tables = _tables(built.plan, document, folder, read)
    plan, of_records, beside = _measured(built.plan.below(above).knowing(tables), document, folder, read)
    diagnostics += (*of_parent, *of_tables, *of_records)
    return _Ready(document, plan, built.unread, diagnostics, *_held_to(methods or plan.framework), beside)


def _held_to_the_rules(plans: Sequence[_Ready]) -> list[Checked]:
    readable = [(one, one.plan) for one in plans if one.plan is not None]
    subjects = [Subject(plan, one.document, one.unread | _doubled(one.document), one.asked) for one, plan in readable]
    found = zip(subjects, run(subjects), strict=True)
    return [_checked(one, ()) if one.plan is None else _checked(one, _of_methods(one, *next(found))) for one in plans]


def _of_methods(ready: _Ready, subject: Subject, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What the rules have found in a plan, and then the elements of its methods and its scenarios."""
    plan, document, unread, _ = subject
    yield from found
    yield from element_findings(plan, document, unread, ready.methods, (*ready.diagnostics, *found))
    if plan.scenarios and not ready.unread:
        from roadmapctl.scenarios.check import scenario_findings  # few plans have any

        yield from scenario_findings(document, plan)


def _checked(ready: _Ready, found: Iterable[Diagnostic]) -> Checked:
    document = ready.document
    kept = apply_ignores(
        [*ready.diagnostics, *found],
        [(source.name, source.text) for source in document.sources],
        partial(is_comment, document),
        mend,
        complete=ready.plan is not None and not ready.unread,
    )
    plan = None if ready.unread else ready.plan
    return Checked(document, plan, tuple(_in_order(document, kept)), ready.beside)


@cache
def _held_to(names: tuple[str, ...]) -> tuple[tuple[Framework, ...], frozenset[str]]:
    """The methods of these names, and the codes of the rules they ask for; a name that is none is a finding of its own."""
    methods = tuple(found for name in names if (found := method(name)) is not None)
    return methods, asked_codes(methods)


def method(name: str) -> Framework | None:
    """One of our methods, or the one that a file holds; None where there is none, or where its file has faults."""
    return own_method(name).method if is_file(name) else framework(name)


@cache
def own_method(file: str) -> "Own":
    """The method that a file holds, or what is wrong with it. Raises Unreachable where there is no file."""
    from roadmapctl.frameworks.own import read_own
    from roadmapctl.load.source import read
    from roadmapctl.rules.codes import codes

    return read_own(read(Path(file), file), file, codes())


def _in_order(document: Document, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place in the plan's files, then in others; the same finding at the same place once."""
    files = {source.name: index for index, source in enumerate(document.sources)}
    once = {(d.code, d.span, d.path): d for d in diagnostics}
    last = len(files)
    return sorted(once.values(), key=lambda d: (files.get(d.span.file, last), d.span.line, d.span.column, d.code))


def _doubled(document: Document) -> frozenset[tuple[str | int, ...]]:
    """What is given twice: nobody knows which of the two is meant."""
    if not document.faults:
        return frozenset()
    from roadmapctl.load.doubled import doubled  # few plans have any faults

    return doubled(document)


def _parent(plan: Plan, document: Document, folder: Path, read: Reader) -> tuple[Plan | None, list[Diagnostic]]:
    """The wider plan that `parent` names, or the finding that says why it could not be read."""
    if plan.parent is None:
        return None, []
    try:
        above = load_files(read(folder / plan.parent))
    except Unreachable as error:
        return None, [_parent_fault(document, error.message)]
    parent = build(above)
    if parent.plan is None or parent.unread:
        message = Message(
            "the parent plan {file} has errors of its own", "上级计划 {file} 自身有错误", {"file": plan.parent}
        )
        mend = Message(
            "mend that plan first: roadmapctl validate {file}",
            "请先修正上级计划：roadmapctl validate {file}",
            {"file": os.path.normpath(above.name)},
        )
        return None, [_parent_fault(document, message)._replace(help=mend)]
    if parent.plan.parent is not None and (ring := _ring(document, above, parent.plan, read)):
        return None, [_ring_fault(document, ring)]
    return parent.plan, []


def _ring(document: Document, above: Document, parent: Plan, read: Reader) -> tuple[str, ...]:
    """The plans from one to the same again, where the parents lead in a ring; a plan that names itself alone is RM040's."""
    names = [os.path.normpath(document.name), os.path.normpath(above.name)]
    plan: Plan | None = parent
    while plan is not None and plan.parent is not None and names[0] != names[1]:
        try:
            wider = load_files(read(Path(names[-1]).parent / plan.parent))
        except Unreachable:
            return ()
        names.append(os.path.normpath(wider.name))
        if names[-1] in names[:-1]:
            return tuple(names[names.index(names[-1]) :])
        plan = build(wider).plan if len(names) < MOST_PARENTS else None
    return ()


def _ring_fault(document: Document, ring: tuple[str, ...]) -> Diagnostic:
    message = Message(
        "the parents lead in a ring: {ring}",
        "上级计划形成循环：{ring}",
        {"ring": " → ".join(os.path.relpath(name, os.path.dirname(document.name) or ".") for name in ring)},
    )
    mend = Message("take “parent” out of the widest of them", "请删除其中最上层计划的 parent")
    return Diagnostic("RM052", Severity.ERROR, document.span_of(("parent",)), message, mend, ("parent",))


def _parent_fault(document: Document, message: Message) -> Diagnostic:
    mend = Message(
        "name the wider plan's file, from this plan's folder: ../2027/roadmap.yaml",
        "请填写上级计划的文件，相对于本计划所在文件夹：../2027/roadmap.yaml",
    )
    return Diagnostic("RM031", Severity.ERROR, document.span_of(("parent",)), message, mend, ("parent",))


def _tables(
    plan: Plan, document: Document, folder: Path, read: Reader
) -> tuple[dict[str, tuple[TablePoint, ...]], list[Diagnostic]]:
    """The tables that responses of sources name, by source, and the findings that say why some could not be read."""
    tables: dict[str, tuple[TablePoint, ...]] = {}
    faults: list[Diagnostic] = []
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        response = source.response
        if response is None or response.table is None or not response.is_table:
            continue
        from roadmapctl.tables.read import read_points  # few plans have any
        from roadmapctl.tables.unusable import Unusable

        try:
            tables[id] = read_points(response, folder, read)
        except Unusable as error:
            path = ("funnel", "sources", id, "response", error.key)
            span = document.span_of(path)
            faults.append(Diagnostic("RM843", Severity.ERROR, span, error.message, error.help, path))
    return tables, faults


def _measured(
    plan: Plan, document: Document, folder: Path, read: Reader
) -> tuple[Plan, list[Diagnostic], tuple[Source, ...]]:
    """The plan with the records of the source that `measurement.actuals` names, what is wrong with them, and their text."""
    if plan.measurement is None or plan.measurement.actuals is None:
        return plan, [], ()
    from roadmapctl.actuals.named import recorded  # many plans have none yet

    reading = recorded(plan, folder, read)
    faults = []
    for fault in reading.faults:
        path = ("measurement", "actuals", *fault.keys)
        span = document.span_of(path, key=bool(fault.keys)) if fault.span is None else fault.span
        faults.append(Diagnostic(fault.code, fault.severity, span, fault.message, fault.help, path))
    text = () if reading.text is None else (reading.text,)
    return plan.measured(reading.recorded), faults, text
