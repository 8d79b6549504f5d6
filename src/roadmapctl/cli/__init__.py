"""The command line. `commands` holds the commands: they parse, call one function, print, and choose an exit code."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    if arguments[:1] == ["validate"]:
        from roadmapctl.cli.commands.validate.request import plain

        request = plain(arguments[1:])
        if request is not None:
            from roadmapctl.cli.commands.validate.answer import answer

            return answer(request)
    from roadmapctl.cli.application import run

    return run(arguments)
