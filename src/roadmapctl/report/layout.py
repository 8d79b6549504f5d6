"""What report templates lay out with: filters that turn a view's rows into Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from roadmapctl.report.escape import Markdown, escape
from roadmapctl.report.mermaid import gantt
from roadmapctl.report.view.tactics import Timeline


class Column(NamedTuple):
    """A column of a table: the rows' fields it shows, its heading, and its side."""

    fields: Sequence[str]
    heading: str
    is_right: bool


def finalize(value: Any) -> str:
    """What a template prints: Markdown as it is, anything else as escaped text."""
    if value is None:
        return ""
    return value if isinstance(value, Markdown) or hasattr(value, "__html__") else escape(str(value))


def table(rows: Iterable[Any], labels: Mapping[str, str], *columns: str, total: Any = None) -> Markdown:
    """A table of rows. Columns that are empty in every row are left out.

    A column is a field's name, which is also its label's key; `field=key` takes another label, a leading `>` sets it to the
    right, and `name+what` puts a second field below the first, which becomes bold. `total` is a last row in bold.
    """
    rows = tuple(rows)
    shown = [c for c in (_column(text, labels) for text in columns) if any(getattr(r, f) for r in rows for f in c.fields)]
    lines = [[escape(column.heading) for column in shown], ["---:" if column.is_right else "---" for column in shown]]
    lines += [[_cell(row, column.fields) for column in shown] for row in rows]
    if total is not None:
        lines.append([_bold(getattr(total, column.fields[0])) for column in shown])
    return Markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _column(text: str, labels: Mapping[str, str]) -> Column:
    names, _, key = text.removeprefix(">").partition("=")
    fields = names.split("+")
    return Column(fields, labels[key or fields[0]], text.startswith(">"))


def _cell(row: Any, fields: Sequence[str]) -> str:
    first, *below = (getattr(row, field) for field in fields)
    if not below:
        return escape(first)
    return "<br>".join([_bold(first), *(escape(text) for text in below if text)])


def _bold(text: str) -> str:
    return f"**{escape(text)}**" if text else ""


def figures(rows: Sequence[Any]) -> Markdown:
    """Names with one value each as a table of two lines, names above."""
    names, values = (" | ".join(escape(text) for text in texts) for texts in zip(*((r.name, r.value) for r in rows), strict=True))
    return Markdown(f"| {names} |\n|{' :---: |' * len(rows)}\n| {' | '.join(_bold(row.value) for row in rows)} |" if values else "")


def diagram(timeline: Timeline) -> Markdown | None:
    """The timeline as a fenced Mermaid diagram; None where it is too large."""
    chart = gantt(timeline)
    return None if chart is None else Markdown(f"```mermaid\n{chart}\n```")
