"""Values that flags carry: read as a plan's are, and refused by the flag's name, with what to write instead."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from roadmapctl.i18n import Language

Value = TypeVar("Value")


def share(flag: str, text: str, language: Language | None) -> Fraction:
    """A part of a whole, `80%` or 0.8; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(value(flag, scalar(numbers.share), text, language))


def amount(flag: str, text: str, language: Language | None) -> Fraction:
    """A number of 0 or more, `20k` or `10万`; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(value(flag, scalar(numbers.amount), text, language))


def positive(flag: str, text: str, language: Language | None) -> Fraction:
    """A number above 0, `20k` or `10万`; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(value(flag, scalar(numbers.positive), text, language))


def day(flag: str, text: str, language: Language | None) -> date:
    """A day, 2027-03-31; leaves with 2 for anything else."""
    from roadmapctl.model.time import iso_date

    return value(flag, iso_date, text, language)


def value(flag: str, read: Callable[[str], Value], text: str, language: Language | None) -> Value:
    """What a type of the model reads in a flag's text; leaves with 2 where it cannot read it."""
    from roadmapctl.cli.console import give_up
    from roadmapctl.model.unreadable import Unreadable

    try:
        return named(flag, read, text)
    except Unreadable as fault:
        give_up(fault.message, language or "en", fault.help)


def named(flag: str, read: Callable[[str], Value], text: str) -> Value:
    """What a type of the model reads in a flag's text. Raises Unreadable with the flag's name before what is wrong."""
    from roadmapctl.diagnostics import Message
    from roadmapctl.model.unreadable import Unreadable

    try:
        return read(text)
    except Unreadable as fault:
        said = fault.message
        message = Message(f"{{flag}}: {said.en}", f"{{flag}}：{said.zh}", {**said.fields, "flag": flag})
        raise Unreadable(fault.code, message, fault.help) from fault


def scalar(read: Callable[[Any], Value]) -> Callable[[str], Value]:
    """A type of the model that reads what YAML makes of a text, as one that reads the text."""
    from roadmapctl.load.scalars import resolve

    return lambda text: read(resolve(text.strip()))
