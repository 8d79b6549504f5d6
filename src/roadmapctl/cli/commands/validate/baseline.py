"""Baselines as files: opened for a run, written after one."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import STDIN, give_up

if TYPE_CHECKING:
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.i18n import Language
    from roadmapctl.output.baseline import Baseline


def opened(path: Path) -> "Baseline":
    """The baseline in a file; leaves with 2 where there is none."""
    from roadmapctl.diagnostics import Message
    from roadmapctl.load import Unreachable
    from roadmapctl.load.source import read
    from roadmapctl.output.baseline import read_baseline

    name = os.path.relpath(path) if path.is_absolute() else os.fspath(path)
    try:
        found = read_baseline(read(path, name), name)
    except Unreachable as error:
        give_up(error.message)
    if isinstance(found, Message):
        give_up(found)
    return found


def written(path: Path, plans: "Iterable[Iterable[Diagnostic]]", language: "Language") -> None:
    """Write the findings of plans as a baseline. A file that is none, such as a plan, is never written over."""
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.output.baseline import as_baseline

    if path != STDIN and os.path.isfile(path) and path.stat().st_size:
        opened(path)
    folder = Path() if path == STDIN else path.parent
    write_whole(path, as_baseline(plans, Path(os.path.realpath(folder)), language))
