"""What report templates lay out with: filters that turn a view's rows into Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from roadmapctl.i18n.markdown import Markdown, escape, inline
from roadmapctl.i18n.text import filled
from roadmapctl.report.figures import Section
from roadmapctl.report.figures.capped import MOST_ROWS, capped_section
from roadmapctl.report.figures.markdown import pieces
from roadmapctl.report.mermaid import gantt
from roadmapctl.report.view.tactics import Timeline

Row = TypeVar("Row")


class Column(NamedTuple):
    """A column of a table: the rows' field it shows, its heading, and its side."""

    field: str
    heading: str
    is_right: bool


def finalize(value: Any) -> str:
    """What a template prints: Markdown as it is, anything else as escaped text."""
    if value is None:
        return ""
    return value if isinstance(value, Markdown) or hasattr(value, "__html__") else escape(str(value))


def table(rows: Iterable[Any], labels: Mapping[str, str], *columns: str, total: Any = None) -> Markdown:
    """A table of rows. Columns that are empty in every row are left out.

    A column is a field's name, which is also its label's key; `field=key` takes another label, and a leading `>` sets the column
    to the right. `total` is a last row in bold. Under a table that is longer than people read stands how many rows it leaves out.
    """
    rows = tuple(rows)
    left_out = len(rows) - MOST_ROWS
    known = [_column(text, labels, rows[:1]) for text in columns]
    shown = [column for column in known if any(getattr(row, column.field) for row in rows)]
    lines: list[list[str]] = [
        [inline(column.heading) for column in shown],
        ["---:" if column.is_right else ":---" for column in shown],
    ]
    lines += [[inline(getattr(row, column.field)) for column in shown] for row in few(rows)]
    if total is not None:
        lines.append([_bold(getattr(total, column.field)) for column in shown])
    more = [f"\n{filled(labels['more_findings'], {'number': f'{left_out:,}'})}"] if left_out > 0 else []
    return Markdown("\n".join([*map(_line, lines), *more]))


def few(rows: Sequence[Row]) -> Sequence[Row]:
    """As many of the rows as a table shows."""
    return rows[:MOST_ROWS]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _column(text: str, labels: Mapping[str, str], rows: Sequence[Any]) -> Column:
    field, _, key = text.removeprefix(">").partition("=")
    if not all(hasattr(row, field) for row in rows):
        raise LookupError(f"these rows have no field {field!r}")
    if (key or field) not in labels:
        raise LookupError(f"there is no label {key or field!r}; write FIELD=LABEL")
    return Column(field, labels[key or field], text.startswith(">"))


def _bold(text: str) -> str:
    return f"**{inline(text)}**" if text else ""


MOST_FIGURES = 5
"""Names that stand side by side without being broken, as GitHub sets a page."""


def figures(rows: Sequence[Any]) -> Markdown:
    """Names above their values: a table of one row, or of so many that none is too wide."""
    if not rows:
        return Markdown("")
    tables = -(-len(rows) // MOST_FIGURES)
    most = -(-len(rows) // tables)
    return Markdown("\n\n".join(_row_of(rows[at : at + most]) for at in range(0, len(rows), most)))


def _row_of(rows: Sequence[Any]) -> str:
    lines = ([inline(row.name) for row in rows], [":---:"] * len(rows), [_bold(row.value) for row in rows])
    return "\n".join(_line(line) for line in lines)


def diagram(timeline: Timeline) -> Markdown | None:
    """The timeline as a fenced Mermaid diagram; None where it is too large."""
    chart = gantt(timeline)
    return None if chart is None else Markdown(f"```mermaid\n{chart}\n```")


def heading(depth: int) -> Markdown:
    """The signs before a heading of a depth: 2 for a chapter's."""
    return Markdown("#" * depth)


def section(part: Section, labels: Mapping[str, str], depth: int = 3) -> Markdown:
    """A section that a command shows too, its title at a depth."""
    return Markdown("\n\n".join(pieces(capped_section(part, labels), labels["colon"], heading(depth))))


def lead(label: str, labels: Mapping[str, str]) -> Markdown:
    """A label in bold that leads a text."""
    return Markdown(f"{_bold(label)}{labels['lead']}")
