"""How the methods' own sections are put together: tables of texts, with heads and choices in the report's language."""

from collections.abc import Iterable

from roadmapctl.i18n.method_words import LABELS
from roadmapctl.i18n.text import filled
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording

Row = tuple[str, ...]


def label(words: Wording, key: str, **values: str) -> str:
    """A word or sentence of the methods' sections."""
    text = LABELS[key][words.language == "zh"]
    return filled(text, values) if values else text


def chosen(words: Wording, value: str | None) -> str:
    """The word for one of a fixed set of values."""
    return "" if value is None else label(words, value)


def rows_of(words: Wording, heads: str, rows: Iterable[Row], notes: Iterable[str] = ()) -> tuple[Section, ...]:
    """A section with one table, its heads named by their labels; none where there are no rows. `>` sets a column to the right."""
    found = tuple(rows)
    if not found:
        return ()
    columns = tuple(Column(label(words, head.removeprefix(">")), words=head[0] != ">") for head in heads.split())
    return (Section(table=Table(columns, found), notes=tuple(note for note in notes if note)),)
