"""Findings as a team wants them: left out, or of another severity."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.settings import Settings


def applied(diagnostics: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """The findings that the settings leave, each with the severity they give it."""
    ignored_in = _path_ignores(settings)
    for diagnostic in diagnostics:
        code = diagnostic.code
        if not is_wanted(code, settings) or (ignored_in and code.startswith(ignored_in(diagnostic.span.file))):
            continue
        rule = _longest(code, settings)
        if rule is None:
            yield diagnostic
        elif (severity := settings.severity[rule]) is not None:
            yield diagnostic._replace(severity=severity)


def is_wanted(code: str, settings: Settings) -> bool:
    """Is the code selected, and not ignored everywhere?"""
    return (not settings.select or code.startswith(settings.select)) and not code.startswith(settings.ignore)


def _longest(code: str, settings: Settings) -> str | None:
    """The entry of `severity` that fits a code best: RM604 before RM6."""
    if not settings.severity:
        return None
    fitting = (code[:length] for length in range(len(code), 0, -1))
    return next((rule for rule in fitting if rule in settings.severity), None)


def _path_ignores(settings: Settings) -> Callable[[str], tuple[str, ...]] | None:
    """What is ignored in a file, by its name; None where that is the same in all."""
    if not settings.path_ignores:
        return None
    from roadmapctl.settings.globs import matches

    @cache
    def ignored_in(file: str) -> tuple[str, ...]:
        folder, name = os.path.split(file)
        path = os.path.relpath(Path(os.path.realpath(folder), name), settings.folder)
        return tuple(code for glob, codes in settings.path_ignores if matches(path, glob) for code in codes)

    return ignored_in
