"""The only place where the stages are chained: text → document → plan → findings."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.beside import Reader, measured, parent_of, tables_of
from roadmapctl.diagnostics import Diagnostic, Severity, Span, worst
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
from roadmapctl.rules.codes import mend
from roadmapctl.rules.elements import element_findings
from roadmapctl.rules.engine import Subject, run

if TYPE_CHECKING:
    from roadmapctl.frameworks.own import Own


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
    above, of_parent = parent_of(built.plan, document, folder, read)
    tables, of_tables = tables_of(built.plan, document, folder, read)
    plan, of_records, beside = measured(built.plan.below(above).knowing(tables), document, folder, read)
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
