"""`roadmapctl validate`: hold plans to the format and the rules. CI's command."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, STDIN, coloured, read, say, write
from roadmapctl.cli.options import Language

if TYPE_CHECKING:
    from roadmapctl.output import Findings
    from roadmapctl.project import Checked


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"
    MD = "md"


class FailOn(StrEnum):
    """The severity from which findings fail the run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def validate(
    paths: list[Path] = typer.Argument(
        None, metavar="[PATH]…", help="Plan files, plan folders, folders of plans, or -. (default: .)"
    ),
    format: Format = typer.Option(
        None,
        help="How findings are written. (default: text; in a step of GitHub Actions also annotations and the step's summary)",
    ),
    fail_on: FailOn = typer.Option(FailOn.ERROR, help="Findings from this severity on end the run with 1."),
    select: list[str] = typer.Option([], help="Only findings of this code or family (RM6, RM604); may be repeated."),
    ignore: list[str] = typer.Option([], help="No findings of this code or family; may be repeated."),
    framework: list[str] = typer.Option(
        [], help="Hold plans to this method in place of those they name; may be repeated."
    ),
    language: Language = typer.Option(None, help="Language of the messages. (default: the plan's)"),
) -> int:
    """Check plans: the format, the references, the numbers, the dates, and the elements of the methods they follow."""
    from roadmapctl.cli.ci import folder_in_repository
    from roadmapctl.diagnostics import Severity, worst
    from roadmapctl.frameworks import FRAMEWORKS
    from roadmapctl.output.findings import collect
    from roadmapctl.rules.engine import catalogue

    unknown = next((name for name in framework if name not in FRAMEWORKS), None)
    if unknown is not None:
        say(f"roadmapctl: --framework {unknown}: there is no such method; there are: {', '.join(FRAMEWORKS)}")
        return IMPOSSIBLE
    threshold = Severity(fail_on.value)
    run = _Run(paths or [Path()], tuple(framework), tuple(select), tuple(ignore))
    findings = collect(run.checked(), language.spoken if language else None)
    if findings.files or not run.unreachable:
        _show(findings._replace(rules=catalogue(), fail_on=threshold, base=folder_in_repository()), format)
    if run.unreachable:
        return IMPOSSIBLE
    found = worst(findings.diagnostics)
    return FINDINGS if found is not None and found.rank >= threshold.rank else DONE


def _show(findings: "Findings", format: Format | None) -> None:
    from roadmapctl.cli.ci import on_actions, write_for_actions
    from roadmapctl.output.formats import FORMATS
    from roadmapctl.output.text import as_text

    if on_actions() and format in (None, Format.GITHUB):
        write_for_actions(findings, as_text(findings) if format is None else "")
    elif format in (None, Format.TEXT):
        write(as_text(findings, colour=coloured()))
    else:
        write(FORMATS["markdown" if format is Format.MD else format.value](findings))


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
