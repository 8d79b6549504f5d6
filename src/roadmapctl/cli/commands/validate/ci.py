"""What a CI system tells the programs it runs, and what it shows of them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapctl.cli.console import complain, write

if TYPE_CHECKING:
    from roadmapctl.i18n import Language
    from roadmapctl.output import Findings


def on_actions() -> bool:
    """Is this a step of a GitHub Actions workflow?"""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def folder_in_repository() -> str:
    """The working folder as seen from the root of the repository that a CI job works on; "" at the root, or without a job."""
    root = os.environ.get("GITHUB_WORKSPACE" if on_actions() else "CI_PROJECT_DIR")
    if not root:
        return ""
    try:
        inside = Path.cwd().relative_to(Path(root).resolve())
    except (OSError, ValueError):
        return ""  # a job that works elsewhere
    return "" if inside == Path() else inside.as_posix()


def write_for_actions(findings: "Findings", text: str = "") -> None:
    """A text for the log, the findings at the lines of a pull request, and a table of them in the job's summary."""
    from roadmapctl.output.formats import FORMATS
    from roadmapctl.output.github import annotations, guarded

    if text:
        write(guarded(text) + "".join(f"{line}\n" for line in annotations(findings)))
    else:
        write(FORMATS["github"](findings))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        _add(Path(summary), FORMATS["markdown"](findings), findings.language)


def _add(summary: Path, text: str, language: "Language") -> None:
    """Add to the summary that all commands of a step write; without it the run is still as good."""
    try:
        with summary.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text + "\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        from roadmapctl.i18n.command_words import REFUSED

        complain(REFUSED["summary"], language, reason=reason.lower())
