"""`roadmapctl init`: a plan to start from."""

import json
import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

from roadmapctl.cli.console import DONE, give_up, on_terminal, refuse, tell
from roadmapctl.cli.options import Language
from roadmapctl.i18n.command_words import REFUSED, SAID

if TYPE_CHECKING:
    from roadmapctl.scaffold import Header


class Framework(StrEnum):
    """The methods there is a scaffold for."""

    SEVEN_STEP = "seven-step"
    QUARTERLY = "quarterly"
    EVENTS = "events"
    ANNUAL = "annual"
    PYRAMID = "pyramid"


NAMES = {"en": "Our marketing roadmap", "zh": "我们的营销路线图"}
CURRENCIES = {"en": "USD", "zh": "CNY"}
FIRST_YEAR, LAST_YEAR = 1901, 2999
"""A plan may be of 1900 too, but a scaffold looks back at the year before."""


def init(
    folder: Path = typer.Argument(
        Path(), metavar="[DIR]", help="Folder to write the plan into; made if it is missing."
    ),
    framework: Framework = typer.Option(Framework.SEVEN_STEP, help="The planning method."),
    language: Language = typer.Option(Language.EN, help="The language of the plan."),
    name: str = typer.Option(None, help="The plan's name. (default: asked for on a terminal)"),
    currency: str = typer.Option(None, help="ISO 4217 code. (default: asked for on a terminal; USD, or CNY for zh)"),
    year: int = typer.Option(
        None, min=FIRST_YEAR, max=LAST_YEAR, help="The year it plans. (default: asked for; this year)"
    ),
    no_schema: bool = typer.Option(
        False, "--no-schema", help="Leave out the JSON Schema beside the plan, and the line by which editors find it."
    ),
) -> int:
    """Write a commented plan that validates clean and reports at once. Nothing is ever overwritten."""
    from roadmapctl.cli.output_file import write_whole
    from roadmapctl.scaffold import PARENT_FILE, SCHEMA_FILE, scaffold, scaffold_parent

    target = folder / "roadmap.yaml"
    _keep(target, language)
    header = _header(name, currency, year, language)
    files = {target: scaffold(framework.value, language.value, header, modeline=not no_schema)}
    wider = scaffold_parent(framework.value, language.value, header, modeline=not no_schema)
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
    there = quote(str(folder))
    funnel = f"roadmapctl funnel {there} && " if "\nfunnel:" in files[target] else ""
    tell(SAID["next"], language.spoken, folder=there, funnel=funnel)
    return DONE


def _header(name: str | None, currency: str | None, year: int | None, language: Language) -> "Header":
    """What is given, asked for on a terminal, or usual; leaves with 2 where no plan could have it."""
    from roadmapctl.cli.values import value
    from roadmapctl.model.currency import currency as iso_currency
    from roadmapctl.scaffold import Header

    spoken = language is Language.ZH
    called = _asked(SAID["ask_name"][spoken], name, NAMES[language])
    _refuse_name(called, language)
    money = _asked(SAID["ask_currency"][spoken], currency, CURRENCIES[language])
    code = value("--currency", iso_currency, money, language.spoken)
    typed = _asked(SAID["ask_year"][spoken], year, date.today().year)
    return Header(called, code, value("--year", _year, typed, language.spoken))


def _refuse_name(name: str, language: Language) -> None:
    """Leave with 2 where a plan that says no more than this name would have a finding."""
    from roadmapctl.diagnostics import Message
    from roadmapctl.project import check_text

    text = f"roadmap: 1\nname: {json.dumps(name, ensure_ascii=False)}\n"
    for found in check_text(text.encode("utf-8", "surrogateescape"), "roadmap.yaml").diagnostics:
        said = found.message
        give_up(Message(f"--name: {said.en}", f"--name：{said.zh}", said.fields), language.spoken, found.help)


def _year(text: str) -> int:
    """The year that was typed. Raises Unreadable."""
    from roadmapctl.model.unreadable import unreadable

    if text.isdecimal() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    en, zh = "“{value}” is not a year that can be planned", "“{value}”不是可以规划的年份"
    raise unreadable("RM022", en, zh, ("write it with four digits: 2027", "请写四位数字：2027"), value=text)


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
