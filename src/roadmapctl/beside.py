"""What a plan is read with: the wider plan that it names, the tables of its responses, and its recorded figures."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from roadmapctl.diagnostics import Diagnostic, Message, Severity
from roadmapctl.load import Document, Unreachable, load_files
from roadmapctl.load.source import Source
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.model.plan import TablePoint

Reader = Callable[[Path], Sequence[tuple[str, bytes]]]
"""From a path to the names and contents of a plan's files; raises Unreachable."""

MOST_PARENTS = 20
"""So many plans above each other are followed; a link that leads in a ring by ever new names ends here."""


def parent_of(plan: Plan, document: Document, folder: Path, read: Reader) -> tuple[Plan | None, list[Diagnostic]]:
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


def tables_of(
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


def measured(
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
