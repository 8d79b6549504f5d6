"""The files of a plan: one alone, or a folder's main file and its section files; and the plans that there are below a folder."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from roadmapctl.diagnostics import Message
from roadmapctl.load.source import NoPlan, Unreachable, os_fault, read

SECTIONS = (
    "discovery", "market", "metrics", "goals", "focus", "strategy", "funnel", "milestones", "ideas", "tactics", "playbooks",
    "organization", "measurement",
)  # fmt: skip
MAIN = ("roadmap.yaml", "roadmap.yml")
SUFFIXES = (".yaml", ".yml")
SECTION_FOLDERS = frozenset(SECTIONS)
SECTION_FILES = frozenset(f"{section}{suffix}" for section in SECTIONS for suffix in SUFFIXES)
PLAN_HEADER = re.compile(rb"^\xef?\xbb?\xbf?roadmap[ \t]*:", re.MULTILINE)
HEADER_WITHIN = 65_536
TOP_KEY = re.compile(rb"^([A-Za-z_][\w-]*)[ \t]*:(?=\s|$)", re.MULTILINE)


def read_files(path: Path) -> list[tuple[str, bytes]]:
    """Names and contents of the files of a plan, its main file first. Raises Unreachable where there is nothing to read."""
    name = os.fspath(path)
    if os.path.isdir(path):
        main = next((path / m for m in MAIN if os.path.isfile(path / m)), None)
        if main is None:
            _entries(name)
            raise NoPlan(_no_plan(name))
    else:
        main = _main_of(path)
    if main is None:
        return [(name, read(path, name))]
    files = [(os.fspath(main), read(main, os.fspath(main)))]  # first: where it is missing, there may be no folder
    return files + [(os.fspath(part), read(part, os.fspath(part))) for part in _parts(main.parent)]


def section_of(file: str) -> str | None:
    """The section that a section file is named after, or that the folder is in which it lies; None for other files."""
    path = Path(file)
    named = path.stem if path.name in SECTION_FILES else None
    return named or next((folder for folder in reversed(path.parts[:-1]) if folder in SECTION_FOLDERS), None)


def _main_of(path: Path) -> Path | None:
    """The main file of the plan folder that a file belongs to: itself, or the one beside or above a section file."""
    if path.name in MAIN:
        return None if os.path.isdir(path) else path
    if not path.name.endswith(SUFFIXES):
        return None  # a table, say, that lies in a section's folder
    beside = any(os.path.isfile(path.parent / main) for main in MAIN)
    folders = [path.parent] if beside and (path.name in SECTION_FILES or _holds_sections(path)) else []
    if not SECTION_FOLDERS.isdisjoint(path.parts):
        folders += [folder.parent for folder in path.parents if folder.name in SECTION_FOLDERS]
    mains = (folder / main for folder in folders for main in MAIN)
    return next((main for main in mains if os.path.isfile(main)), None)


def find_plans(path: Path) -> Iterator[Path]:
    """The plans at a path: itself if it is a file or a plan folder, the plan a section file belongs to, or else every plan
    below the folder, in order.

    A file is a plan when it is called roadmap.yaml or has the header `roadmap:`. Hidden folders and links are left alone. A folder
    that is closed to us stands for itself: who reads it is told.
    """
    if not os.path.isdir(path):
        yield _main_of(path) or path
        return
    if any(os.path.isfile(path / m) for m in MAIN):
        yield path
        return
    try:
        entries = _entries(path)
    except Unreachable:
        yield path
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "node_modules":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from find_plans(Path(entry.path))
        elif entry.name.endswith(SUFFIXES) and entry.is_file() and _has_header(entry.path):
            yield Path(entry.path)


def _has_header(path: str) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:
            return PLAN_HEADER.search(file.read(HEADER_WITHIN)) is not None
    except OSError:
        return False


def _parts(folder: Path) -> Iterator[Path]:
    """`goals.yaml` and `tactics/webinars.yaml`: files named after a section, or in a folder that is; in the sections' order.

    Then `people.yaml` and the like: files of another name that hold sections.
    """
    present = {entry.name: entry for entry in _entries(folder)}
    for section in SECTIONS:
        for suffix in SUFFIXES:
            if f"{section}{suffix}" in present:
                yield folder / f"{section}{suffix}"
        if section in present and present[section].is_dir(follow_symlinks=False):
            yield from _below(folder / section)
    for name in sorted(present.keys() - SECTION_FILES - set(MAIN)):
        if (
            name.endswith(SUFFIXES)
            and name[0] not in ".#"
            and present[name].is_file()
            and _holds_sections(folder / name)
        ):
            yield folder / name


def _below(folder: Path) -> Iterator[Path]:
    """The YAML files in a folder and in those within it, in order."""
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        elif entry.name.endswith(SUFFIXES) and entry.is_file() and entry.name[0] not in ".#":
            yield Path(entry.path)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name. Raises Unreachable where it is closed to us."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise Unreachable(os_fault(os.fspath(folder), error)) from error


def _holds_sections(path: Path) -> bool:
    """Is a key at the top of a YAML file a section's name, and none a plan's header?"""
    if not os.path.isfile(path):  # a pipe would never end
        return False
    try:
        with open(path, "rb", buffering=0) as file:
            keys = TOP_KEY.findall(file.read(HEADER_WITHIN))
    except (OSError, ValueError):  # a path with a null byte is no path
        return False
    return b"roadmap" not in keys and any(key.decode() in SECTION_FOLDERS for key in keys)


def _no_plan(name: str) -> Message:
    return Message(
        "{file}: no plan in this folder: there is no roadmap.yaml (roadmapctl init {file} writes one)",
        "{file}：文件夹中没有计划：缺少 roadmap.yaml（roadmapctl init {file} 可生成）",
        {"file": name},
    )
