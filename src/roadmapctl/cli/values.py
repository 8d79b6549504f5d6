"""Values that flags carry: read as a plan's are, and refused by the flag's name, with what to write instead."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from roadmapctl.i18n import Language

if TYPE_CHECKING:
    from roadmapctl.model.unreadable import Unreadable

Value = TypeVar("Value")


def share(flag: str, text: str, language: Language | None) -> Fraction:
    """A part of a whole, `80%` or 0.8; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(_number(flag, numbers.share, text, language))


def amount(flag: str, text: str, language: Language | None) -> Fraction:
    """A number of 0 or more, `20k` or `10万`; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(_number(flag, numbers.amount, text, language))


def positive(flag: str, text: str, language: Language | None) -> Fraction:
    """A number above 0, `20k` or `10万`; leaves with 2 for anything else."""
    from roadmapctl.model import numbers

    return Fraction(_number(flag, numbers.positive, text, language))


def day(flag: str, text: str, language: Language | None) -> date:
    """A day, 2027-03-31; leaves with 2 for anything else."""
    from roadmapctl.model.time import iso_date

    return value(flag, iso_date, text, language)


def value(flag: str, read: Callable[[str], Value], text: str, language: Language | None) -> Value:
    """What a type of the model reads in a flag's text; leaves with 2 where it cannot read it."""
    from roadmapctl.model.unreadable import Unreadable

    try:
        return read(text)
    except Unreadable as fault:
        refuse_value(flag, fault, language)


def refuse_value(flag: str, fault: "Unreadable", language: Language | None) -> NoReturn:
    """Leave with 2: what is wrong with a flag's value, and what to write instead."""
    from roadmapctl.cli.console import give_up
    from roadmapctl.diagnostics import Message

    said = fault.message
    give_up(Message(f"{flag}: {said.en}", f"{flag}：{said.zh}", said.fields), language or "en", fault.help)


def _number(flag: str, read: Callable[[Any], Value], text: str, language: Language | None) -> Value:
    from roadmapctl.load.scalars import resolve

    return value(flag, lambda typed: read(resolve(typed.strip())), text, language)
