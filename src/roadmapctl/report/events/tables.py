"""How the sections about events are put together: words of theirs, tables under their heads."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.programme.held import Held
from roadmapctl.analysis.programme.sizes import Size
from roadmapctl.i18n.events_words import LABELS, NOTES
from roadmapctl.i18n.method_words import LABELS as CHOICES
from roadmapctl.i18n.numbers import money, number
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Table
from roadmapctl.report.wording import Wording

Row = tuple[str, ...]


def told(words: Wording, key: str, **fields: Any) -> str:
    """A label."""
    return say(*LABELS[key], fields, words.language)


def note(words: Wording, key: str, **fields: str | int) -> str:
    """A sentence. Unlike a message's, its fields are not cut: it may name all events of a year."""
    said = {name: number(value) if isinstance(value, int) else value for name, value in fields.items()}
    return NOTES[key][words.language == "zh"].format_map(said)


def chosen(words: Wording, value: str | None) -> str:
    """The word for one of a fixed set of values, such as a tier or a buying stage."""
    return "" if value is None else CHOICES[value][words.language == "zh"]


def table(words: Wording, heads: str, rows: Iterable[Row]) -> Table:
    """Rows under heads named by their labels; `>` sets a column to the right."""
    columns = (Column(told(words, head.removeprefix(">")), words=head[0] != ">") for head in heads.split())
    return Table(tuple(columns), tuple(rows))


def names(words: Wording, held: Iterable[Held]) -> str:
    """Events by name, in one line."""
    return words.join(words.tactic(one.id) for one in held)


def size_name(words: Wording, size: Size) -> str:
    """What events of a size are called: the name of their tier, or of their source."""
    if not size.tier:
        return words.source(size.source)
    return size.name or chosen(words, size.tier if size.tier in CHOICES else None) or words.id(size.tier)


def units(value: Fraction) -> str:
    """Units of a stage, with one decimal where they are not whole."""
    return number(value, 1)


def cell(words: Wording, value: Fraction | None) -> str:
    """An amount with all its digits, so that those of a column can be compared."""
    return "" if value is None else money(value, words.plan.currency, "en")


def difference(words: Wording, missing: int) -> str:
    """`3 missing`, `2 too many` for a number below 0, or a dash."""
    if not missing:
        return "–"
    return told(words, "missing" if missing > 0 else "too_many", number=abs(missing))
