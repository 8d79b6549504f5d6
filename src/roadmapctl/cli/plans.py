"""The plans that commands are given: read, checked, and refused with their errors where they are of no use."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmapctl.cli.console import FINDINGS, STDIN, STDIN_NAME, give_up, read_stdin
from roadmapctl.i18n import Language

if TYPE_CHECKING:
    from roadmapctl.model import Plan
    from roadmapctl.project import Checked


def usable(path: Path, *, settings: Sequence[str] = (), language: Language | None = None) -> "tuple[Plan, Checked]":
    """The plan at a path, ready to compute with; leaves with 1 and the errors shown, or with 2 where there is no plan."""
    checked = _read(path, language, settings=settings)
    if checked.usable is None:
        _show_errors([checked], language)
    return checked.usable, checked


def readable(path: Path, *, methods: tuple[str, ...] = (), language: Language | None = None) -> "tuple[Plan, Checked]":
    """The plan at a path, held to the methods; as `usable`, but a plan that contradicts itself will do."""
    checked = _read(path, language, methods=methods)
    if checked.plan is None:
        _show_errors([checked], language)
    return checked.plan, checked


def all_usable(paths: Iterable[Path], language: Language | None) -> "list[Checked]":
    """The plans at paths, each as `usable`; all their errors are shown where any of them has one."""
    found = [_read(path, language) for path in paths]
    broken = [checked for checked in found if checked.usable is None]
    if broken:
        _show_errors(broken, language)
    return found


def _read(
    path: Path, language: Language | None, *, methods: tuple[str, ...] = (), settings: Sequence[str] = ()
) -> "Checked":
    """One plan, checked: a file, a folder, or `-` for standard input."""
    from roadmapctl.load import Unreachable
    from roadmapctl.project import check, check_text

    try:
        if path == STDIN:
            return check_text(read_stdin(), STDIN_NAME, methods=methods, settings=settings)
        return check(path, methods=methods, settings=settings)
    except Unreachable as error:
        give_up(error.message, language or "en")


def _show_errors(broken: "Sequence[Checked]", language: Language | None) -> NoReturn:
    from roadmapctl.cli.console import say
    from roadmapctl.output.findings import collect
    from roadmapctl.output.text import as_text

    say(as_text(collect(broken, language, least="error")).rstrip("\n"))
    raise SystemExit(FINDINGS)
