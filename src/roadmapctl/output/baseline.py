"""A baseline: the findings a team has when it begins, so that a run speaks of new ones only."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Severity, Span, dotted
from roadmapctl.i18n import Language
from roadmapctl.i18n.text import visible
from roadmapctl.output import sentence
from roadmapctl.output.fingerprint import fingerprints
from roadmapctl.output.place import STDIN, file_name

VERSION = 1
GONE = "RM097"


class Entry(NamedTuple):
    """A finding in a baseline. Only the fingerprint decides; file and code say whether a run could have met it."""

    fingerprint: str
    code: str
    file: str


def as_baseline(plans: Iterable[Iterable[Diagnostic]], folder: Path, language: Language) -> str:
    """The findings of plans as the text of a baseline that will lie in a folder: one entry each, sorted."""
    entries: dict[str, dict[str, str]] = {}
    for diagnostics in plans:
        for fingerprint, diagnostic in _marked(diagnostics, folder):
            entries[fingerprint] = {
                "fingerprint": fingerprint,
                "code": diagnostic.code,
                "file": file_name(diagnostic.span.file),
                "path": visible(dotted(diagnostic.path)),
                "message": sentence(diagnostic.message, language),
            }
    found = sorted(entries.values(), key=lambda e: (e["file"], e["code"], e["path"], e["fingerprint"]))
    return json.dumps({"version": VERSION, "findings": found}, ensure_ascii=False, indent=2) + "\n"


def read_baseline(data: bytes, file: str) -> "Baseline | Message":
    """The baseline in the bytes of a file, or the sentence that says why it is none."""
    fields = {"file": file}
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or "version" not in value or not isinstance(value.get("findings"), list):
        return Message(
            "{file}: this is no baseline; “roadmapctl validate --write-baseline FILE” writes one",
            "{file}：不是基线文件；“roadmapctl validate --write-baseline FILE”可生成",
            fields,
        )
    if value["version"] != VERSION:
        return Message(
            "{file}: a baseline of version {version}; this program reads version {own}",
            "{file}：基线版本为 {version}；本程序只读版本 {own}",
            {**fields, "version": str(value["version"]), "own": VERSION},
        )
    entries = [_entry(entry) for entry in value["findings"]]
    wrong = next((number for number, entry in enumerate(entries, 1) if entry is None), None)
    if wrong is not None:
        return Message(
            "{file}: finding {number} of this baseline has no fingerprint, code and file",
            "{file}：基线中第 {number} 项缺少指纹、代码或文件",
            {**fields, "number": wrong},
        )
    return Baseline(file, [entry for entry in entries if entry is not None])


def _entry(value: Any) -> Entry | None:
    texts = [value.get(key) for key in Entry._fields] if isinstance(value, dict) else [None]
    return Entry(*texts) if all(isinstance(text, str) for text in texts) else None


class Baseline:
    """The entries of a baseline, and which of them a run has met."""

    def __init__(self, file: str, entries: Iterable[Entry]) -> None:
        self.file = file
        self.hidden = 0
        self._folder = Path(os.path.realpath(Path(file).parent))
        self._entries = {entry.fingerprint: entry for entry in entries}
        self._met: set[str] = set()
        self._checked: set[str] = set()

    def without(self, plan: str, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings of one plan, named by its main file, that are not in the baseline."""
        self._checked.add(file_name(_seen_from(self._folder, plan)))
        given = tuple(diagnostics)
        known = [mark in self._entries and mark for mark, _ in _marked(given, self._folder)]
        self._met.update(mark for mark in known if mark)
        kept = tuple(d for d, mark in zip(given, known, strict=True) if not mark)
        self.hidden += len(given) - len(kept)
        return kept

    def gone(self, wanted: Callable[[str], bool]) -> Diagnostic | None:
        """The finding that entries of checked or missing files have not been met; `wanted` tells the codes looked for."""
        count = sum(
            1
            for e in self._entries.values()
            if e.fingerprint not in self._met and wanted(e.code) and self._looked(e.file)
        )
        if not count:
            return None
        message = Message(
            "the baseline holds {count} findings that are gone", "基线中有 {count} 个问题已不存在", {"count": count}
        )
        if count == 1:
            message = message._replace(en="the baseline holds a finding that is gone ({count})")
        mend = Message(
            "write it again: --write-baseline {file}", "请重新生成：--write-baseline {file}", {"file": self.file}
        )
        return Diagnostic(GONE, Severity.INFO, Span(self.file, 1, 1, 1, 1), message, mend)

    def _looked(self, file: str) -> bool:
        """Has this run read the file, alone or as a part of a plan folder, or can nobody read it any more?"""
        if file in self._checked:
            return True
        above = Path(file).parents
        if any(
            (folder / main).as_posix() in self._checked for folder in above for main in ("roadmap.yaml", "roadmap.yml")
        ):
            return True
        return file != STDIN and not os.path.lexists(self._folder / file)


def _marked(diagnostics: Iterable[Diagnostic], folder: Path) -> Iterator[tuple[str, Diagnostic]]:
    """The findings of one plan with their fingerprints, their files as seen from a folder, wherever the run was started."""
    names: dict[str, str] = {}
    moved = []
    for diagnostic in diagnostics:
        file = diagnostic.span.file
        if file not in names:
            names[file] = _seen_from(folder, file)
        moved.append(diagnostic._replace(span=diagnostic.span._replace(file=names[file])))
    yield from zip(fingerprints(moved, ""), moved, strict=True)


def _seen_from(folder: Path, file: str) -> str:
    """A file's name from a folder, which is the same from wherever the run was started."""
    if file == STDIN:
        return file
    path = Path(file)
    return Path(os.path.relpath(Path(os.path.realpath(path.parent), path.name), folder)).as_posix()
