"""What `validate` does once its command line is understood: the answer about each plan, told in a format, and an exit code."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.commands.validate.checks import Checks
from roadmapctl.cli.commands.validate.control import Control
from roadmapctl.cli.commands.validate.request import Request
from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, STDIN, coloured, complain, say, write
from roadmapctl.load import Unreachable, find_plans
from roadmapctl.output.findings import Told, collect

if TYPE_CHECKING:
    from roadmapctl.cli.commands.validate.checks import Answers
    from roadmapctl.i18n import Language
    from roadmapctl.output import Findings


def answer(request: Request) -> int:
    """Do what was asked for; the exit code."""
    control = Control(
        request.flags, request.config, search=not request.no_config, whole=request.write_baseline is not None
    )
    run = _Run(request.paths or (Path(),), _answers(request, control), request.flags.language or "en")
    findings = control.closed(collect(control.over(run.told())))
    if request.write_baseline is not None and not run.unreachable:
        from roadmapctl.cli.commands.validate.baseline import written

        written(request.write_baseline, control.plans, findings.language)
        return DONE
    if not request.diff and (findings.files or not run.unreachable):
        _show(findings, request.format)
    if run.unreachable:
        return IMPOSSIBLE
    return FINDINGS if control.failed else DONE


def _answers(request: Request, control: Control) -> "Answers":
    if not (request.fix or request.diff or request.unsafe_fixes):
        return Checks(control.methods, cache=not request.no_cache and not _has_own_method(request))
    from roadmapctl.cli.commands.validate.mending import mending

    return mending(control, request)


def _has_own_method(request: Request) -> bool:
    """Are plans held to a method in a file? What that holds, the cache does not know."""
    if not request.flags.framework:
        return False
    from roadmapctl.frameworks import is_file

    return any(map(is_file, request.flags.framework))


def _show(findings: "Findings", format: str | None) -> None:
    from roadmapctl.cli.commands.validate.ci import folder_in_repository, on_actions, write_for_actions

    findings = findings._replace(base=folder_in_repository())
    if format == "sarif" and findings.diagnostics:
        from roadmapctl.rules.engine import catalogue

        findings = findings._replace(rules=catalogue())
    if on_actions() and format in (None, "github"):
        write_for_actions(findings, _text(findings) if format is None else "")
    elif format in (None, "text"):
        write(_text(findings, colour=coloured()))
    else:
        from roadmapctl.output.formats import FORMATS

        write(FORMATS["markdown" if format == "md" else format](findings))


def _text(findings: "Findings", *, colour: bool = False) -> str:
    from roadmapctl.output.text import as_text

    return as_text(findings, colour=colour)


class _Run:
    """The plans of one call; paths that could not be read are said at once and remembered."""

    def __init__(self, paths: tuple[Path, ...], answers: "Answers", language: "Language") -> None:
        self.paths = paths
        self.language = language
        self.answers = answers
        self.unreachable = False
        self._real_folder = cache(os.path.realpath)

    def told(self) -> Iterator[Told]:
        """What there is to tell about every plan at the paths."""
        for found in self.answers(self._plans()):
            if isinstance(found, Unreachable):
                self._say(found)
            else:
                yield found

    def _say(self, error: Unreachable) -> None:
        from roadmapctl.output import sentence

        self.unreachable = True
        say(f"roadmapctl: {sentence(error.message, self.language)}")

    def _say_none(self, folder: Path) -> None:
        from roadmapctl.i18n.command_words import REFUSED

        self.unreachable = True
        complain(REFUSED["no_plan"], self.language, path=folder)

    def _plans(self) -> Iterator[Path]:
        """Every plan once: several section files may belong to one."""
        seen: set[str] = set()
        for path in self.paths:
            some = False
            for plan in (path,) if path == STDIN else find_plans(path):
                some = True
                real = self._real(os.fspath(plan))
                if real not in seen:
                    seen.add(real)
                    yield plan
            if not some:
                self._say_none(path)

    def _real(self, plan: str) -> str:
        """The file or folder that a path leads to, as `os.path.realpath` has it, but the way to a folder is gone once."""
        folder, name = os.path.split(plan)
        if name in ("", ".", "..") or os.path.islink(plan):  # noqa: PTH114 - a thousand times
            return os.path.realpath(plan)
        return os.path.join(self._real_folder(folder), name)
