"""The commands as Typer knows them: it reads their arguments, refuses what it cannot read, and writes their help."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from roadmapctl import __version__
from roadmapctl.cli.commands import COMMANDS


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    try:
        result = _app(arguments)(list(arguments), prog_name="roadmapctl", standalone_mode=False)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return 2
    except SystemExit as exit:
        if isinstance(exit.__context__, BrokenPipeError):  # which Typer takes for an end with 1
            raise exit.__context__ from None
        raise
    return result if isinstance(result, int) else 0


def _app(arguments: Sequence[str]) -> typer.Typer:
    """The application with the one command that is called, which spares the start the others; with all of them for help."""
    app = typer.Typer(
        name="roadmapctl",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    called = arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS
    for name in called:
        made = _command(name)
        if isinstance(made, typer.Typer):
            app.add_typer(made, name=name)
        else:
            app.command(name)(made)
    return app


def _command(name: str) -> Any:
    """The function of a command, or its group of commands: in commands/NAME.py, or in command.py of a folder of that name."""
    module = import_module(f"roadmapctl.cli.commands.{name}")
    if hasattr(module, "__path__"):
        module = import_module(f"{module.__name__}.command")
    return getattr(module, name)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"roadmapctl {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and leave.", callback=_version, is_eager=True
    ),
) -> None:
    """Marketing roadmaps as text: checked like code, computed exactly, reported in English and Chinese."""
    del version  # its callback has answered
