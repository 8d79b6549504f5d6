"""What is known of plans from earlier runs."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from roadmapctl.cache.entry import as_bytes, from_bytes
from roadmapctl.cache.program import program
from roadmapctl.cache.store import Store, digest
from roadmapctl.load import Unreachable, read_files
from roadmapctl.output.findings import Told

Files = Sequence[tuple[str, bytes]]

MAX_FINDINGS = 500
"""Of one plan. A flood takes longer to keep than to find again."""

FAULT = "RM099"
"""A rule failed, perhaps for want of memory: next time it may not."""


class Beside:
    """Reads what a check needs besides the plan's own files, and notes what it got."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def __call__(self, path: Path) -> Files:
        """Names and contents of the files of a plan. Raises Unreachable."""
        try:
            files = read_files(path)
        except Unreachable as error:
            self.seen[os.fspath(path)] = digest(repr(error.message).encode("utf-8", "surrogatepass"))
            raise
        self.seen[os.fspath(path)] = digest(*_parts(files))
        return files


class Results:
    """The findings of plans that have not changed, kept in a folder; without one, nothing is known."""

    def __init__(self, folder: str | None) -> None:
        self._store = None if folder is None else Store(folder)
        self._beside: dict[str, str] = {}

    def of(self, files: Files, methods: Sequence[str]) -> Told | None:
        """What is left to tell about a plan of these files, held to these methods; None where it has to be checked."""
        key = self._key(files, methods)
        data = self._store.read(key) if self._store is not None and key is not None else None
        entry = None if data is None else from_bytes(data, [name for name, _ in files])
        if entry is None:
            return None
        told, beside = entry
        return told if all(self._now(path) == seen for path, seen in beside.items()) else None

    def keep(self, files: Files, methods: Sequence[str], told: Told, beside: Beside) -> None:
        """Remember what was found in a plan of these files, and in what was read beside them."""
        key = self._key(files, methods)
        if self._store is None or key is None or not _is_worth_keeping(told):
            return
        try:
            data = as_bytes(told, beside.seen, [name for name, _ in files])
        except (ValueError, LookupError):
            return
        self._store.write(key, data)

    def trim(self) -> None:
        """Forget the oldest, where there are too many. For the end of a run that has kept some."""
        if self._store is not None:
            self._store.trim()

    def _now(self, path: str) -> str:
        """What is read at a path today: once for all plans of a run that stand below the same one."""
        if path not in self._beside:
            beside = Beside()
            with suppress(Unreachable):
                beside(Path(path))
            self._beside[path] = beside.seen[path]
        return self._beside[path]

    def _key(self, files: Files, methods: Sequence[str]) -> str | None:
        program = self._program
        return None if program is None else digest(program, repr(tuple(methods)).encode(), *_parts(files))

    @cached_property
    def _program(self) -> bytes | None:
        return None if self._store is None else program(self._store)


def _is_worth_keeping(told: Told) -> bool:
    return len(told.diagnostics) <= MAX_FINDINGS and all(d.code != FAULT for d in told.diagnostics)


def _parts(files: Files) -> list[bytes]:
    return [part for name, data in files for part in (os.fsencode(name), data)]
