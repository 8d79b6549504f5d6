"""The program that finds, as far as its findings depend on it: its own code, its Python, and the libraries that read plans."""

import os
import sys
import time
from collections.abc import Iterator
from importlib.machinery import PathFinder

from roadmapctl.cache.store import Store, digest

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100 - as in all of the start
LIBRARIES = (("pydantic", "version.py"), ("yaml", "__init__.py"))
"""With the file that says which version it is."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file shows in its times, on every file system."""


def program(store: Store) -> bytes | None:
    """What stands for the program: the same wherever and whenever it was installed. None where its files cannot be read.

    Its files are read once; while none of them is touched, what they came to is known. So an edit of a rule counts at once,
    with an editable installation too.
    """
    try:
        files = sorted(_files())
        states = [os.stat(path) for _, path in files]
        looks = [(s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for s in states]
        key = digest(repr((sys.version, files, looks)).encode())
        known = store.read(key)
        if known is None:
            known = digest(sys.version.encode(), *_contents(files)).encode()
            if time.time_ns() - max(max(s.st_mtime_ns, s.st_ctime_ns) for s in states) > SETTLED:
                store.write(key, known)
        return known
    except OSError:
        return None


def _files() -> Iterator[tuple[str, str]]:
    """The files by name, which is the same everywhere, and by path."""
    yield from _below(PACKAGE, "")
    for name, version in LIBRARIES:
        spec = PathFinder.find_spec(name)
        if spec is not None and spec.origin is not None:
            yield name, os.path.join(os.path.dirname(spec.origin), version)


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield f"{name}/{entry.name}", entry.path
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _below(entry.path, f"{name}/{entry.name}")


def _contents(files: list[tuple[str, str]]) -> Iterator[bytes]:
    for name, path in files:
        yield name.encode()
        with open(path, "rb", buffering=0) as file:
            yield file.read()
