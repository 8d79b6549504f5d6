"""A plan that a command makes of another one: where it goes, how it names files from there, and what is left to do in it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import STDIN, refuse, tell
from roadmapctl.cli.output_file import write_whole
from roadmapctl.i18n import Language
from roadmapctl.i18n.cutting_words import SAID

if TYPE_CHECKING:
    from roadmapctl.cutting.plan import Links
    from roadmapctl.cutting.settle import Settled
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.project import Checked


def keep(target: Path, language: Language) -> None:
    """Leave with 2 where something stands at the path that is to be written."""
    if target != STDIN and os.path.lexists(target) and not target.is_dir():
        refuse(SAID["there_already"], language, file=target)


def folder_of(target: Path, main: Path) -> Path:
    """The folder of the new plan: on stdout it speaks from that of the plan it is made of."""
    return main.parent if target == STDIN else target.parent


def links(main: Path, folder: Path, parent: str | None) -> "Links":
    """How a plan in a folder names the files that the plan in `main` names, and the one of them that is its wider plan."""
    from roadmapctl.cutting.plan import Links

    def moved(file: str) -> str:
        if "://" in file or Path(file).is_absolute():
            return file
        return Path(os.path.relpath(main.parent / file, folder)).as_posix()

    return Links("" if parent is None else moved(parent), moved)


def held(target: Path, folder: Path) -> "Callable[[str], tuple[Diagnostic, ...]]":
    """What holds the new plan's text to every rule, where it is going to stand."""
    from roadmapctl.project import check_files

    name = os.fspath(folder / "new.yaml" if target == STDIN else target)
    return lambda text: check_files([(name, text.encode())], folder).diagnostics


def write_plan(settled: "Settled", target: Path, source: "Checked", language: Language) -> None:
    """Write the new plan, and say what is left to do in it."""
    write_whole(target, settled.text, [Path(file.name) for file in source.document.sources], language)
    if settled.questions:
        tell(SAID["one_left" if settled.questions == 1 else "left_for_you"], language, count=settled.questions)
    if settled.findings:
        file = "FILE" if target == STDIN else target
        tell(SAID["still"], language, count=len(settled.findings), file=file)
