"""How values and formulas are written."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from string import Formatter

from roadmapctl.analysis.plain import percent, plain
from roadmapctl.calculators.calculator import Kind, Quantity, Result, Value, capitalized, in_language
from roadmapctl.i18n import Language
from roadmapctl.i18n.dates import day
from roadmapctl.i18n.numbers import MINUS, amount, number, signed
from roadmapctl.i18n.numbers import share as in_percent
from roadmapctl.i18n.terms import called
from roadmapctl.i18n.text import visible

SMALL = Fraction(1, 100)
TINY_RATE = Fraction(1, 1000)
UNITS = {Kind.MONTHS: (" months", " 个月"), Kind.DAYS: (" days", " 天"), Kind.POINTS: (" points", " 个百分点")}
RATES = (Kind.RATE, Kind.CHANGE)


def shown(value: Value, kind: Kind, language: Language, currency: str | None = None) -> str:
    """A value as people read it; `5% – 9%` for a span. Not for None, which each result says in its own words."""
    if isinstance(value, tuple):
        return " – ".join(shown(part, kind, language, currency) for part in value)
    if isinstance(value, date):
        return day(value, language)
    if not isinstance(value, Fraction):
        return visible(str(value))
    if kind is Kind.MONEY:
        return plain(value) if 0 < abs(value) < SMALL else amount(value, currency, language)
    if kind in (Kind.RATE, Kind.CHANGE):
        text = percent(value).replace("-", MINUS) if 0 < abs(value) < TINY_RATE else in_percent(value, 2)
        return signed(text) if kind is Kind.CHANGE else text
    if kind is Kind.POINTS:
        return signed(_digits(value)) + in_language(UNITS[kind], language)
    return _digits(value) + (in_language(UNITS[kind], language) if kind in UNITS else "")


def _digits(value: Fraction) -> str:
    """Two decimals, or four significant digits of a small number."""
    return plain(value).replace("-", MINUS) if 0 < abs(value) < 1 else number(value)


def said(result: Result, language: Language, currency: str | None = None) -> str:
    """A result's value as people read it, or the words for there being none."""
    if result.value is None:
        return in_language(result.none, language)
    return shown(result.value, result.kind, language, currency)


def label(result: Result, language: Language) -> str:
    """A result's label, which begins a line, with its item."""
    words = in_language(result.words, language)
    head = capitalized(words) if language == "en" else words
    # A period is not a name: 2027-01 stays as it is.
    item = result.item if result.item[:1].isdigit() else called(result.item, language)
    return f"{head} · {visible(item)}" if item else head


def in_words(result: Result, known: Mapping[str, Quantity], language: Language) -> str:
    """The formula with the names of what stands in it: `spend / customers`."""
    used = _used(result, known)
    return _filled(result, {name: _without_aside(in_language(one.words, language)) for name, one in used.items()})


def _without_aside(words: str) -> str:
    """The name alone: what a label adds in brackets at its end would read like a part of the sum."""
    return words.partition(" (")[0].partition("（")[0]


def in_numbers(result: Result, known: Mapping[str, Quantity]) -> str:
    """The formula with the numbers: `300,000 / 30,000`."""
    return _filled(result, {name: figure(one.value, one.kind) for name, one in _used(result, known).items()})


def _used(result: Result, known: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """What stands in the formula. Nothing where any of it is never: a sum with it would say nothing."""
    names = [name for _, name, _, _ in Formatter().parse(result.formula) if name]
    used = {name: result.given[name] if name in result.given else known[name] for name in names}
    return {} if any(one.value is None for one in used.values()) else used


def _filled(result: Result, texts: Mapping[str, str]) -> str:
    return result.formula.format_map(texts) if texts else ""


def figure(value: Value, kind: Kind) -> str:
    """A number in a formula, the same in every language; several are multiplied."""
    if isinstance(value, tuple):
        return " × ".join(figure(part, kind) for part in value)
    if isinstance(value, Fraction):
        text = percent(value) if kind in RATES else plain(value)
        return f"({MINUS}{text[1:]})" if value < 0 else text
    return visible(str(value))
