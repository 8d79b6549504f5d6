"""The command line: one command, one file. Commands parse, call one function, print, and choose an exit code."""

from collections.abc import Sequence

import typer

from roadmapctl import __version__
from roadmapctl.cli.funnel import funnel
from roadmapctl.cli.init import init
from roadmapctl.cli.report import report
from roadmapctl.cli.rules import rules
from roadmapctl.cli.schema import schema
from roadmapctl.cli.validate import validate

app = typer.Typer(
    name="roadmapctl",
    help="Marketing roadmaps as text: checked like code, computed exactly, reported in English and Chinese.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (init, validate, funnel, report, rules, schema):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"roadmapctl {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and leave.", callback=_version, is_eager=True
    ),
) -> None:
    """Marketing roadmaps as text: checked like code, computed exactly, reported in English and Chinese."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    try:
        result = app(list(arguments), prog_name="roadmapctl", standalone_mode=False)
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return 2
    return result if isinstance(result, int) else 0
