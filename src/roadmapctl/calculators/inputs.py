"""How flags are read: numbers as plans write them, and the few compound forms (`lead:10k`, `144/1200`)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.statistics.ab_test import Counted
from roadmapctl.calculators import readers
from roadmapctl.calculators.calculator import Input, Kind, Words
from roadmapctl.load.scalars import resolve
from roadmapctl.model import numbers
from roadmapctl.model.unreadable import unreadable

Read = Callable[[str], Any]


# --- one value


def money(words: Words, example: str, help: Words | None = None, *, positive: bool = False) -> Input:
    """Money of at least 0, or above 0."""
    return Input(words, Kind.MONEY, readers.above_zero if positive else readers.amount, "AMOUNT", example, help)


def rate(words: Words, example: str, help: Words | None = None, *, positive: bool = False) -> Input:
    """A part of 1: `18%` or 0.18; with `positive`, not 0."""
    return Input(words, Kind.RATE, readers.working_share if positive else readers.share, "RATE", example, help)


def growth_rate(words: Words, example: str, help: Words | None = None) -> Input:
    """Growth of one period: `10%`, `-3%`."""
    return Input(words, Kind.RATE, readers.growth, "RATE", example, help)


def number(words: Words, example: str, help: Words | None = None) -> Input:
    """A number above 0: units, people, a factor."""
    return Input(words, Kind.NUMBER, readers.above_zero, "NUMBER", example, help)


def quantity(words: Words, example: str, help: Words | None = None) -> Input:
    """Any number, or a rate as `18%`."""
    return Input(words, Kind.NUMBER, readers.any_number, "NUMBER", example, help)


def multiple(words: Words, example: str, help: Words | None = None) -> Input:
    """A factor of about 1: `1.4` or `140%`."""
    return Input(words, Kind.NUMBER, readers.factor, "FACTOR", example, help)


def months(words: Words, example: str, help: Words | None = None) -> Input:
    """Whole months, up to a hundred years."""
    return Input(words, Kind.MONTHS, readers.whole_months, "MONTHS", example, help)


def days(words: Words, example: str, help: Words | None = None) -> Input:
    """A length of time, in days."""
    return Input(words, Kind.DAYS, readers.positive_days, "DURATION", example, help)


def span_of_time(words: Words, example: str, help: Words | None = None) -> Input:
    """A length of time, months by the calendar."""
    return Input(words, Kind.TEXT, readers.lag, "DURATION", example, help)


# --- compound values


def parts(words: Words, example: str, help: Words | None = None, **fields: Read) -> Input:
    """Values joined by colons, read into a tuple. A name that ends in `_` may be left out, which is None; it stands last."""
    form = "".join(f"[:{key[:-1]}]" if key.endswith("_") else f":{key}" for key in fields).upper().removeprefix(":")
    least = sum(not key.endswith("_") for key in fields)

    def read(text: str) -> tuple[Any, ...]:
        pieces = [piece.strip() for piece in text.replace("：", ":").split(":")]
        if not least <= len(pieces) <= len(fields) or not all(pieces):
            raise readers.unclear(text, form, example)
        found = [one(piece) for piece, one in zip(pieces, fields.values(), strict=False)]
        return (*found, *[None] * (len(fields) - len(found)))

    return Input(words, Kind.TEXT, read, form, example, help, tuple(key.removesuffix("_") for key in fields))


def counted(words: Words, example: str, help: Words | None = None) -> Input:
    """`144/1200`: so many succeeded of so many."""

    def read(text: str) -> Counted:
        won, slash, of = text.replace("／", "/").partition("/")
        if not slash:
            raise readers.unclear(text, "WON/OF", example)
        found = Counted(numbers.count(resolve(won.strip())), numbers.count(resolve(of.strip())))
        if not found.won <= found.of or not found.of:
            raise unreadable(
                "RM020",
                "{won} of {of} is not possible",
                "{of} 个中有 {won} 个，不可能",
                ("write how many succeeded, a slash, and how many were tried", "请写“成功数/总数”"),
                won=found.won,
                of=found.of,
            )
        return found

    return Input(words, Kind.TEXT, read, "WON/OF", example, help)


def elapsed(words: Words, example: str, help: Words | None = None) -> Input:
    """How much of a period is over: `8/20` days, or `40%`; above 0."""

    def read(text: str) -> Fraction:
        gone, slash, all_ = text.replace("／", "/").partition("/")
        part = readers.above_zero(gone.strip()) / readers.above_zero(all_.strip()) if slash else readers.share(text)
        if not part:
            raise unreadable(
                "RM020",
                "at “{value}” nothing has been due yet",
                "“{value}”时还没有任何应完成的部分",
                ("write what is over, a slash, and the whole: 8/20", "请写“已过/总长”，如 8/20"),
                value=text,
            )
        if part > 1:
            raise unreadable(
                "RM020",
                "“{value}” is more than the whole",
                "“{value}”超过了整体",
                ("write what is over, a slash, and the whole: 8/20", "请写“已过/总长”，如 8/20"),
                value=text,
            )
        return part

    return Input(words, Kind.RATE, read, "DAYS/DAYS or RATE", example, help)


def steps(words: Words, example: str, help: Words | None = None) -> Input:
    """A change: in points, relative, or plain."""
    return Input(words, Kind.TEXT, readers.change, "CHANGE", example, help)


def day(words: Words, example: str, help: Words | None = None) -> Input:
    """A day, or the last one of a period."""
    return Input(words, Kind.DATE, readers.last_day, "DATE or PERIOD", example, help)


def choice(words: Words, *choices: str, help: Words | None = None) -> Input:
    """One of a few words."""

    def read(text: str) -> str:
        if text in choices:
            return text
        raise unreadable(
            "RM014",
            "“{value}” is not a choice here",
            "此处不能选“{value}”",
            ("write one of: {choices}", "请选择其一：{choices}"),
            value=text,
            choices=", ".join(choices),
        )

    return Input(words, Kind.TEXT, read, "|".join(choices), choices[0], help)
