"""Where a plan's text comes from: one file, a folder of section files, or a text in hand; and the Document they make."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from roadmapctl.diagnostics import Diagnostic, Message, Related, Severity, Span
from roadmapctl.load.builder import build
from roadmapctl.load.document import Atlas, Document, Places
from roadmapctl.load.source import Source, Unreachable, decode, read

SECTIONS = (
    "discovery", "market", "metrics", "goals", "focus", "strategy", "funnel", "milestones", "ideas", "tactics", "playbooks",
    "organization", "measurement",
)  # fmt: skip
MAIN = ("roadmap.yaml", "roadmap.yml")
SUFFIXES = (".yaml", ".yml")
PLAN_HEADER = re.compile(rb"^\xef?\xbb?\xbf?roadmap[ \t]*:", re.MULTILINE)
HEADER_WITHIN = 65_536


def load(path: Path) -> Document:
    """The document of a plan file, or of a plan folder; naming a folder's `roadmap.yaml` or a section file means the folder.

    Raises Unreachable where there is nothing to read.
    """
    return load_files(read_files(path))


def load_text(data: bytes, name: str) -> Document:
    """The document of a text in hand, such as standard input."""
    return load_files([(name, data)])


def read_files(path: Path) -> list[tuple[str, bytes]]:
    """Names and contents of the files of a plan, its main file first. Raises Unreachable where there is nothing to read."""
    name = os.fspath(path)
    main = _main_of(path)
    if path.is_dir():
        main = next((path / m for m in MAIN if (path / m).is_file()), None)
        if main is None:
            raise Unreachable(_no_plan(name))
    if main is None:
        return [(name, read(path, name))]
    files = [(os.fspath(main), read(main, os.fspath(main)))]  # first: where it is missing, there may be no folder
    return files + [(os.fspath(part), read(part, os.fspath(part))) for part in _parts(main.parent)]


def _main_of(path: Path) -> Path | None:
    """The main file of the plan folder that a file belongs to: itself, or the one beside or above a section file."""
    if path.name in MAIN:
        return None if path.is_dir() else path
    folders = [path.parent] if path.stem in SECTIONS and path.suffix in SUFFIXES else []
    folders += [folder.parent for folder in path.parents if folder.name in SECTIONS]
    mains = (folder / main for folder in folders for main in MAIN)
    return next((main for main in mains if main.is_file()), None)


def find_plans(path: Path) -> Iterator[Path]:
    """The plans at a path: itself if it is a file or a plan folder, the plan a section file belongs to, or else every plan
    below the folder, in order.

    A file is a plan when it is called roadmap.yaml or has the header `roadmap:`. Hidden folders and links are left alone.
    """
    if not path.is_dir() or any((path / m).is_file() for m in MAIN):
        yield (None if path.is_dir() else _main_of(path)) or path
        return
    entries = sorted(os.scandir(path), key=lambda e: e.name)
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "node_modules":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from find_plans(Path(entry.path))
        elif entry.name.endswith(SUFFIXES) and entry.is_file() and _has_header(entry.path):
            yield Path(entry.path)


def _has_header(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return PLAN_HEADER.search(file.read(HEADER_WITHIN)) is not None
    except OSError:
        return False


def _parts(folder: Path) -> Iterator[Path]:
    """`goals.yaml` and `tactics/webinars.yaml`: files named after a section, or in a folder that is; in the sections' order."""
    with os.scandir(folder) as entries:
        present = {entry.name: entry for entry in entries}
    for section in SECTIONS:
        for suffix in SUFFIXES:
            if f"{section}{suffix}" in present:
                yield folder / f"{section}{suffix}"
        if section in present and present[section].is_dir(follow_symlinks=False):
            within = (folder / section).rglob("*")
            yield from sorted(p for p in within if p.suffix in SUFFIXES and p.is_file() and p.name[0] not in ".#")


def load_files(files: Sequence[tuple[str, bytes]]) -> Document:
    """The document of a plan's files, by name and content, the main one first.

    Their mappings are joined, section by section and id by id; the same id twice is a fault.
    """
    name = files[0][0]
    atlas = Atlas()
    faults: list[Diagnostic] = []
    merged: dict[str, object] | None = None
    top = Places(0)
    for file, data in files:
        source = decode(data, file)
        if isinstance(source, Diagnostic):
            faults.append(source)
            continue
        value, places, found = build(source, atlas)
        faults += found
        if any(d.severity is Severity.ERROR and d.code != "RM003" and d.code != "RM007" for d in found):
            continue
        fault = _not_a_plan(source, value, atlas, places)
        if fault is not None:
            faults.append(fault)
        elif merged is None:
            merged, top = value, places
        else:
            faults += _join(merged, top, value, places, atlas, depth=0)
    broken = len(files) > 1 and any(d.severity is Severity.ERROR for d in faults)
    return Document(name, None if broken else merged, top, atlas, tuple(faults))


def _join(into: dict, top: Places, value: dict, places: Places, atlas: Atlas, depth: int) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    """Sections (depth 0) and their members (depth 1) are joined; what both files give is a fault naming both places."""
    for key, part in value.items():
        if key not in into:
            into[key] = part
            top.entries[key] = places.entries[key]
            if key in places.inner:
                top.inner[key] = places.inner[key]
        elif depth < 1 and isinstance(part, dict) and isinstance(into[key], dict):
            yield from _join(into[key], top.inner[key], part, places.inner[key], atlas, depth + 1)
        else:
            yield Diagnostic(
                "RM003",
                Severity.ERROR,
                atlas.span(places.entries[key]),
                Message("“{key}” is given in two files", "“{key}”在两个文件中重复", {"key": key}),
                Message("keep one of the two", "请只保留一个"),
                related=(Related(atlas.span(top.entries[key]), Message("the other one is here", "另一个在这里")),),
            )


def _not_a_plan(source: Source, value: object, atlas: Atlas, places: Places) -> Diagnostic | None:
    if isinstance(value, dict):
        return None
    if value is None:
        return Diagnostic(
            "RM004",
            Severity.ERROR,
            Span(source.name, 1, 1, 1, 1),
            Message("the file is empty", "文件是空的"),
            Message("run “roadmapctl init” for a plan to start from", "请运行“roadmapctl init”生成一个起步计划"),
        )
    return Diagnostic(
        "RM004",
        Severity.ERROR,
        atlas.span(places.event),
        Message("a plan is a mapping of keys to values, and this is none", "计划应是“键: 值”的映射，而这不是"),
        Message(
            "begin with “roadmap: 1” and “name: …”; “roadmapctl init” writes a plan to start from",
            "请以“roadmap: 1”和“name: …”开头；“roadmapctl init”可生成起步计划",
        ),
    )


def _no_plan(name: str) -> Message:
    return Message(
        "{file}: no plan in this folder: there is no roadmap.yaml (roadmapctl init {file} writes one)",
        "{file}：文件夹中没有计划：缺少 roadmap.yaml（roadmapctl init {file} 可生成）",
        {"file": name},
    )
