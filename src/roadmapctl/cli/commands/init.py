"""`roadmapctl init`: a plan to start from."""

import os
from datetime import date
from enum import StrEnum
from pathlib import Path

import typer

from roadmapctl.cli.console import DONE, give_up, on_terminal, refuse, tell
from roadmapctl.cli.options import Language
from roadmapctl.i18n.command_words import REFUSED, SAID


class Framework(StrEnum):
    """The methods there is a scaffold for."""

    SEVEN_STEP = "seven-step"
    QUARTERLY = "quarterly"
    EVENTS = "events"
    ANNUAL = "annual"
    PYRAMID = "pyramid"


NAMES = {"en": "Our marketing roadmap", "zh": "我们的营销路线图"}
CURRENCIES = {"en": "USD", "zh": "CNY"}


def init(
    folder: Path = typer.Argument(
        Path(), metavar="[DIR]", help="Folder to write the plan into; made if it is missing."
    ),
    framework: Framework = typer.Option(Framework.SEVEN_STEP, help="The planning method."),
    language: Language = typer.Option(Language.EN, help="The language of the plan."),
    name: str = typer.Option(None, help="The plan's name. (default: asked for on a terminal)"),
    currency: str = typer.Option(None, help="ISO 4217 code. (default: asked for on a terminal; USD, or CNY for zh)"),
    year: int = typer.Option(None, min=1900, max=2999, help="The year it plans. (default: asked for; this year)"),
    no_schema: bool = typer.Option(
        False, "--no-schema", help="Leave out the JSON Schema beside the plan, and the line by which editors find it."
    ),
) -> int:
    """Write a commented plan that validates clean and reports at once. Nothing is ever overwritten."""
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.model.unreadable import Unreadable
    from roadmapctl.scaffold import PARENT_FILE, SCHEMA_FILE, Header, scaffold, scaffold_parent

    target, spoken = folder / "roadmap.yaml", language is Language.ZH
    _keep(target, language)
    try:
        header = Header(
            name=_asked(SAID["ask_name"][spoken], name, NAMES[language]),
            currency=_asked(SAID["ask_currency"][spoken], currency, CURRENCIES[language]),
            year=int(_asked(SAID["ask_year"][spoken], year, date.today().year)),
        )
        files = {target: scaffold(framework.value, language.value, header, modeline=not no_schema)}
        wider = scaffold_parent(framework.value, language.value, header, modeline=not no_schema)
    except Unreadable as error:
        give_up(error.message, language.spoken, error.help)
    if wider is not None:
        files = {folder / PARENT_FILE: wider, **files}
        _keep(folder / PARENT_FILE, language)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(REFUSED["no_folder"], language.spoken, folder=folder, reason=(error.strerror or "").lower())
    if not no_schema:
        _write_schema(folder / SCHEMA_FILE, language)
    for file, text in files.items():
        write_whole(file, text, language=language.spoken)
    funnel = f"roadmapctl funnel {folder} && " if "\nfunnel:" in files[target] else ""
    tell(SAID["next"], language.spoken, folder=folder, funnel=funnel)
    return DONE


def _keep(file: Path, language: Language) -> None:
    """Leave with 2 where something stands at a path that is to be written."""
    from roadmapctl.diagnostics import Message

    if os.path.lexists(file):
        give_up(
            Message("{file} exists already; nothing was changed", "{file} 已存在，未作任何改动", {"file": str(file)}),
            language.spoken,
        )


def _write_schema(path: Path, language: Language) -> None:
    """The JSON Schema for editors, unless something stands there: somebody else's, or that of an earlier version."""
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.model.schema import schema_text

    text = schema_text()
    if not os.path.lexists(path):
        write_whole(path, text, language=language.spoken)
    elif not _holds(path, text):
        tell(SAID["kept"], language.spoken, path=path)


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _asked(what: str, given: str | int | None, default: str | int) -> str:
    """The value of the flag, the answer on a terminal, or the default."""
    if given is not None or not on_terminal():
        return str(default if given is None else given)
    return str(typer.prompt(what, default=str(default)))
