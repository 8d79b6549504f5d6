"""The command line: one command, one file. Commands parse, call one function, print, and choose an exit code."""

from collections.abc import Sequence

COMMANDS = (
    "init",
    "quarter",
    "rollup",
    "validate",
    "coverage",
    "goals",
    "funnel",
    "budget",
    "events",
    "ideas",
    "triage",
    "status",
    "review",
    "playbooks",
    "people",
    "calc",
    "report",
    "rules",
    "schema",
)
"""In the order of --help. Each is the function of its name in the module of its name; `calc` is a group of commands."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    if arguments[:1] == ["validate"]:
        from roadmapctl.cli.request import plain

        request = plain(arguments[1:])
        if request is not None:
            from roadmapctl.cli.validation import answer

            return answer(request)
    from roadmapctl.cli.application import run

    return run(arguments)
