"""`roadmapctl validate`: hold plans to the format and the rules. CI's command."""

from enum import StrEnum
from pathlib import Path

import typer

from roadmapctl.cli.options import FailOn, Language


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


def validate(
    paths: list[Path] = typer.Argument(
        None,
        metavar="[PATH]…",
        readable=False,  # as with a path that is missing, the check says what it is
        help="Plan files, plan folders, folders of plans, or -. (default: .)",
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
        None,
        readable=False,
        help="Configuration in place of the nearest roadmapctl.toml, or pyproject.toml with [tool.roadmapctl].",
    ),
    no_config: bool = typer.Option(False, "--no-config", help="Read no configuration."),
    baseline: Path = typer.Option(None, readable=False, help="Hide the findings that this file holds."),
    write_baseline: Path = typer.Option(
        None, readable=False, help="Write the findings to this file, for --baseline, and end with 0."
    ),
    fix: bool = typer.Option(False, "--fix", help="Mend in the files what has one safe mend; report what is left."),
    diff: bool = typer.Option(False, "--diff", help="Print what --fix would change, as a diff; write nothing."),
    unsafe_fixes: bool = typer.Option(
        False, "--unsafe-fixes", help="With --fix or --diff: also mend what has to be guessed, such as 18 for 18%."
    ),
    no_cache: bool = typer.Option(
        False,
        "--no-cache",
        help="Check every plan, also those that have not changed since an earlier run; keep nothing.",
    ),
) -> int:
    """Check plans: the format, the references, the numbers, the dates, and the elements of the methods they follow."""
    from roadmapctl.cli.commands.validate.answer import answer
    from roadmapctl.cli.commands.validate.request import Request

    request = Request(
        tuple(paths or ()),
        format=format,
        fail_on=fail_on,
        select=tuple(select),
        ignore=tuple(ignore),
        framework=tuple(framework),
        language=language.spoken if language else None,
        config=config,
        no_config=no_config,
        baseline=baseline,
        write_baseline=write_baseline,
        fix=fix,
        diff=diff,
        unsafe_fixes=unsafe_fixes,
        no_cache=no_cache,
    )
    return answer(request)
