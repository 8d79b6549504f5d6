"""Figures as people read them: lines, tables with bars, notes and steps, the same for a terminal and for Markdown.

Whatever computes numbers makes `Section`s of finished texts; `text.py` and `markdown.py` lay them out.
"""

from fractions import Fraction
from typing import NamedTuple

from roadmapctl.i18n import Language


class Line(NamedTuple):
    """A label and its value; `drawn` is a line of blocks before it, of which each takes a cell."""

    label: str
    value: str
    drawn: str = ""

    @property
    def text(self) -> str:
        """The value with what is drawn before it."""
        return f"{self.drawn}  {self.value}" if self.drawn else self.value


class Column(NamedTuple):
    """A column's head; numbers stand to the right, `words` to the left."""

    head: str
    words: bool = False


class Bar(NamedTuple):
    """Where a bar begins and ends, as parts of the width there is, 0 to 1."""

    start: Fraction
    end: Fraction


class Table(NamedTuple):
    """Rows of texts under their columns; a column that no row fills is left out. `bars`: none, or one a row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...] = ()

    def filled(self) -> "Table":
        """Without the columns that no row fills."""
        kept = [i for i in range(len(self.columns)) if any(row[i] for row in self.rows)]
        return Table(
            tuple(self.columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in self.rows), self.bars
        )


class Chart(NamedTuple):
    """Columns side by side, a label under each; values of 0 or more. A report draws it, a terminal has no room."""

    title: str
    labels: tuple[str, ...]
    values: tuple[Fraction, ...]


class Arrow(NamedTuple):
    """From one box of a flow to another, by their places; `label` is what goes along it."""

    start: int
    end: int
    label: str


class Flow(NamedTuple):
    """Boxes and the arrows between them; `dashed` are the places of boxes that are not described. A report draws it."""

    title: str
    boxes: tuple[str, ...]
    arrows: tuple[Arrow, ...]
    dashed: frozenset[int] = frozenset()


class Section(NamedTuple):
    """A part of what is shown, each piece of it optional: lines, a table, a chart or a flow, notes, and numbered steps, in that
    order."""

    title: str = ""
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    steps: tuple[Line, ...] = ()
    flow: Flow | None = None


class Figures(NamedTuple):
    """A title and the sections under it; `colon` is the language's, with its space, and tells which language that is."""

    title: str
    sections: tuple[Section, ...]
    colon: str

    @property
    def language(self) -> Language:
        """The language they are in."""
        return "zh" if self.colon == "：" else "en"


def bars(values: tuple[Fraction, ...]) -> tuple[Bar, ...]:
    """Bars from 0, in proportion to the largest of the values (0 or more)."""
    largest = max(values, default=Fraction(0)) or Fraction(1)
    return tuple(Bar(Fraction(0), value / largest) for value in values)


HEAT = "▁▂▃▄▅▆▇█"


def heat(values: tuple[Fraction, ...]) -> str:
    """A line with one block for each value (0 or more), higher where there is more; a dot where there is nothing."""
    largest = max(values, default=Fraction(0)) or Fraction(1)
    return "".join(HEAT[min(int(value / largest * 8), 7)] if value else "·" for value in values)
