"""What a calculator is: a pure function whose annotations say how its flags are read, and what it yields."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from fractions import Fraction
from typing import Any, NamedTuple, get_args, get_origin

from roadmapctl.i18n import Language

Words = tuple[str, str]
"""In English and in Chinese."""

FAMILIES: Mapping[str, Words] = {
    "cost": ("Cost and return", "成本与回报"),
    "funnel": ("Funnel, pipeline and capacity", "漏斗、商机储备与产能"),
    "time": ("Time and pace", "时间与进度"),
    "choice": ("Tests and priorities", "测试与优先级"),
}


class Kind(Enum):
    """How a value is written."""

    MONEY = auto()
    RATE = auto()  # a part of 1, as a percentage
    CHANGE = auto()  # the same with its sign
    POINTS = auto()  # percentage points: 0.25 between 0.75% and 1%
    NUMBER = auto()  # a ratio, a score, a number of units
    MONTHS = auto()
    DAYS = auto()
    DATE = auto()
    TEXT = auto()


Value = Fraction | date | tuple[Fraction, ...] | str | None

NEVER: Words = ("never", "永远不会")
UNDEFINED: Words = ("undefined", "无法计算")


class Quantity(NamedTuple):
    """A named value, as formulas show it."""

    words: Words
    kind: Kind
    value: Value


class Result(NamedTuple):
    """What came out. `key` is its name in JSON, `words` its label, in lower case unless a name demands otherwise.

    `formula` says how: text in which `{name}` stands for an input, an earlier result or one of `given`, shown by label or by
    number; one that refers to a value there is not is left out. `item` tells apart results of one key (the rate of each stage).
    A `value` of None is said as `none`.
    """

    key: str
    words: Words
    kind: Kind
    value: Value
    formula: str = ""
    item: str = ""
    given: Mapping[str, Quantity] = {}
    none: Words = NEVER


class Note(NamedTuple):
    """A sentence to be read beside the results. Both languages use the same `{fields}`."""

    en: str
    zh: str
    fields: Mapping[str, Any] = {}


class Input(NamedTuple):
    """How a flag is read: `read` takes what was typed and raises Unreadable; `form` and `example` say what to type.

    `words` names the value in formulas and, unless `help` says more, in the list of flags. `keys` name the parts of a
    value that has several.
    """

    words: Words
    kind: Kind
    read: Callable[[str], Any]
    form: str
    example: str
    help: Words | None = None
    keys: tuple[str, ...] = ()


class Flag(NamedTuple):
    """An input with its place in a calculator. `default` is None also where a flag that is left out has no value."""

    name: str
    input: Input
    is_required: bool
    default: Any
    is_repeated: bool

    @property
    def typed(self) -> str:
        """As it is typed: `--win-rate`."""
        return f"--{self.name.replace('_', '-')}"


class Calculator(NamedTuple):
    """A calculator: `compute` takes every flag's value by name. `example` is what to type after its name."""

    name: str
    family: str
    title: Words
    example: str
    flags: tuple[Flag, ...]
    compute: Callable[..., Iterator[Result | Note]]

    @property
    def has_money(self) -> bool:
        """Does it take money, so that a currency can be said?"""
        return any(flag.input.kind is Kind.MONEY for flag in self.flags)


def calculator(
    family: str, *, en: str, zh: str, example: str
) -> Callable[[Callable[..., Iterator[Result | Note]]], Calculator]:
    """Make a calculator of a function: its name, and its parameters, each annotated with an Input, as flags.

    A parameter without a default is required; a `tuple[…, ...]` may be typed several times.
    """
    if family not in FAMILIES:
        raise ValueError(f"there is no family {family!r}")

    def made(compute: Callable[..., Iterator[Result | Note]]) -> Calculator:
        flags = tuple(_flag(parameter) for parameter in inspect.signature(compute).parameters.values())
        return Calculator(compute.__name__, family, (en, zh), example, flags, compute)

    return made


def _flag(parameter: inspect.Parameter) -> Flag:
    type_, mark = get_args(parameter.annotation)
    is_required = parameter.default is parameter.empty
    default = None if is_required else parameter.default
    is_repeated = get_origin(type_) is tuple and get_args(type_)[-1] is Ellipsis
    return Flag(parameter.name, mark, is_required, default, is_repeated)


def in_language(words: Words, language: Language) -> str:
    """The words in a language."""
    return words[language == "zh"]


def capitalized(words: str) -> str:
    """The words as they begin a line; the rest stays as it is, for there are names in it."""
    return words[:1].upper() + words[1:]
