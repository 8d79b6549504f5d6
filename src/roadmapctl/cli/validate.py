"""`roadmapctl validate`: hold plans to the format and the rules. CI's command."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, STDIN, coloured, read, say, write
from roadmapctl.cli.options import Language

if TYPE_CHECKING:
    from roadmapctl.project import Checked


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """The severity from which findings fail the run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def validate(
    paths: list[Path] = typer.Argument(
        None, metavar="[PATH]…", help="Plan files, plan folders, folders of plans, or -. (default: .)"
    ),
    format: Format = typer.Option(Format.TEXT, help="How findings are written."),
    fail_on: FailOn = typer.Option(FailOn.ERROR, help="Findings from this severity on end the run with 1."),
    select: list[str] = typer.Option([], help="Only findings of this code or family (RM6, RM604); may be repeated."),
    ignore: list[str] = typer.Option([], help="No findings of this code or family; may be repeated."),
    framework: list[str] = typer.Option(
        [], help="Hold plans to this method in place of those they name; may be repeated."
    ),
    language: Language = typer.Option(None, help="Language of the messages. (default: the plan's)"),
) -> int:
    """Check plans: the format, the references, the numbers, the dates, and the elements of the methods they follow."""
    from roadmapctl.diagnostics import worst
    from roadmapctl.output.findings import collect
    from roadmapctl.output.formats import FORMATS
    from roadmapctl.output.text import as_text

    run = _Run(paths or [Path()], tuple(framework), tuple(select), tuple(ignore))
    findings = collect(run.checked(), language.spoken if language else None)
    if findings.files or not run.unreachable:
        write(as_text(findings, colour=coloured()) if format is Format.TEXT else FORMATS[format.value](findings))
    if run.unreachable:
        return IMPOSSIBLE
    found = worst(findings.diagnostics)
    return FINDINGS if found is not None and found.rank >= _rank(fail_on) else DONE


def _rank(fail_on: FailOn) -> int:
    from roadmapctl.diagnostics import Severity

    return Severity(fail_on.value).rank


class _Run:
    """The plans of one call, checked one after the other; paths that could not be read are said at once and remembered."""

    def __init__(
        self, paths: list[Path], methods: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...]
    ) -> None:
        self.paths = paths
        self.methods = methods
        self.select = select
        self.ignore = ignore
        self.unreachable = False

    def checked(self) -> Iterator["Checked"]:
        """Every plan at the paths."""
        from roadmapctl.load import Unreachable
        from roadmapctl.output import sentence

        for path in self._plans():
            try:
                found = read(path, methods=self.methods)
            except Unreachable as error:
                self.unreachable = True
                say(f"roadmapctl: {sentence(error.message, 'en')}")
                continue
            yield found._replace(diagnostics=tuple(d for d in found.diagnostics if self._wanted(d.code)))

    def _plans(self) -> Iterator[Path]:
        from roadmapctl.load import find_plans

        for path in self.paths:
            if path == STDIN:
                yield path
                continue
            some = False
            for plan in find_plans(path):
                some = True
                yield plan
            if not some:
                self.unreachable = True
                say(f"roadmapctl: {path}: no plan in this folder (roadmapctl init {path} writes one)")

    def _wanted(self, code: str) -> bool:
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))
