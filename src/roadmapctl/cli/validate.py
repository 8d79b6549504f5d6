"""`roadmapctl validate`: hold plans to the format and the rules. CI's command."""

import os
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, STDIN, coloured, read, say, write
from roadmapctl.cli.options import Language

if TYPE_CHECKING:
    from roadmapctl.load import Unreachable
    from roadmapctl.output import Findings
    from roadmapctl.project import Checked


LAST_FIXABLE = "RM030"  # what is wrong between the elements of a plan is for people to mend


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
    fail_on: FailOn = typer.Option(None, help="Findings from this severity on end the run with 1. (default: error)"),
    select: list[str] = typer.Option([], help="Only findings of this code or family (RM6, RM604); may be repeated."),
    ignore: list[str] = typer.Option([], help="No findings of this code or family; may be repeated."),
    framework: list[str] = typer.Option(
        [], help="Hold plans to this method in place of those they name; may be repeated."
    ),
    language: Language = typer.Option(None, help="Language of the messages. (default: the plan's)"),
    config: Path = typer.Option(
        None, help="Configuration in place of the nearest roadmapctl.toml, or pyproject.toml with [tool.roadmapctl]."
    ),
    no_config: bool = typer.Option(False, "--no-config", help="Read no configuration."),
    baseline: Path = typer.Option(None, help="Hide the findings that this file holds."),
    write_baseline: Path = typer.Option(None, help="Write the findings to this file, for --baseline, and end with 0."),
    fix: bool = typer.Option(False, "--fix", help="Mend in the files what has one safe mend; report what is left."),
    diff: bool = typer.Option(False, "--diff", help="Print what --fix would change, as a diff; write nothing."),
    unsafe_fixes: bool = typer.Option(
        False, "--unsafe-fixes", help="With --fix or --diff: also mend what has to be guessed, such as 18 for 18%."
    ),
) -> int:
    """Check plans: the format, the references, the numbers, the dates, and the elements of the methods they follow."""
    from roadmapctl.cli.control import Control
    from roadmapctl.diagnostics import Severity
    from roadmapctl.output.findings import collect
    from roadmapctl.settings import Settings

    flags = Settings(
        select=tuple(select),
        ignore=tuple(ignore),
        fail_on=Severity(fail_on.value) if fail_on else None,
        framework=tuple(framework),
        language=language.spoken if language else None,
        baseline=baseline,
    )
    control = Control(flags, config, search=not no_config, whole=write_baseline is not None)
    paths = paths or [Path()]
    if fix or diff or unsafe_fixes:
        from roadmapctl.cli.mending import mending

        run = _Run(
            paths, mending(control, paths, fix=fix, diff=diff, unsafe=unsafe_fixes, format=format).read, shared=False
        )
    else:
        run = _Run(paths, lambda path: read(path, methods=control.methods(path)), shared=True)
    findings = control.closed(collect(control.over(run.checked())))
    if write_baseline is not None and not run.unreachable:
        from roadmapctl.cli.baseline import written

        written(write_baseline, control.plans, findings.language)
        return DONE
    if not diff and (findings.files or not run.unreachable):
        _show(findings, format)
    if run.unreachable:
        return IMPOSSIBLE
    return FINDINGS if control.failed else DONE


def _show(findings: "Findings", format: Format | None) -> None:
    from roadmapctl.cli.ci import folder_in_repository, on_actions, write_for_actions
    from roadmapctl.output.formats import FORMATS
    from roadmapctl.output.text import as_text

    findings = findings._replace(base=folder_in_repository())
    if format is Format.SARIF:
        from roadmapctl.rules.engine import catalogue

        findings = findings._replace(rules=catalogue())
    if on_actions() and format in (None, Format.GITHUB):
        write_for_actions(findings, as_text(findings) if format is None else "")
    elif format in (None, Format.TEXT):
        write(as_text(findings, colour=coloured()))
    else:
        write(FORMATS["markdown" if format is Format.MD else format.value](findings))


def _with_fixes(checked: "Checked") -> "Checked":
    """The findings of a plan, with the mends of those that would be shown."""
    if not any(d.code <= LAST_FIXABLE for d in checked.diagnostics):
        return checked
    from roadmapctl.fixes import with_fixes
    from roadmapctl.output import MAX_SHOWN

    return checked._replace(diagnostics=tuple(with_fixes(checked.document, checked.diagnostics, MAX_SHOWN)))


class _Run:
    """The plans of one call; paths that could not be read are said at once and remembered."""

    def __init__(self, paths: list[Path], read: Callable[[Path], "Checked"], *, shared: bool) -> None:
        self.paths = paths
        self.read = read
        self.shared = shared
        self.unreachable = False

    def checked(self) -> Iterator["Checked"]:
        """Every plan at the paths; with `shared`, several processes may read them."""
        from roadmapctl.cli.many import each
        from roadmapctl.load import Unreachable

        for found in each(self._plans(), self._told) if self.shared else map(self._one, self._plans()):
            if isinstance(found, Unreachable):
                self._say(found)
            else:
                yield found

    def _one(self, path: Path) -> "Checked | Unreachable":
        from roadmapctl.load import Unreachable

        try:
            return _with_fixes(self.read(path))
        except Unreachable as error:
            return error

    def _told(self, path: Path) -> "Checked | Unreachable":
        """What is left to tell about a plan: small enough to come from another process, and to keep."""
        from roadmapctl.load import Unreachable

        found = self._one(path)
        if isinstance(found, Unreachable):
            return found
        return found._replace(plan=None, document=found.document.abridged(d.span for d in found.diagnostics))

    def _say(self, error: "Unreachable") -> None:
        from roadmapctl.output import sentence

        self.unreachable = True
        say(f"roadmapctl: {sentence(error.message, 'en')}")

    def _plans(self) -> Iterator[Path]:
        """Every plan once: several section files may belong to one."""
        from roadmapctl.load import find_plans

        seen: set[str] = set()
        for path in self.paths:
            some = False
            for plan in (path,) if path == STDIN else find_plans(path):
                some = True
                real = os.path.realpath(plan)
                if real not in seen:
                    seen.add(real)
                    yield plan
            if not some:
                self.unreachable = True
                say(f"roadmapctl: {path}: no plan in this folder (roadmapctl init {path} writes one)")
