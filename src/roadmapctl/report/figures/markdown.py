"""Figures as Markdown, for an issue or a chat."""

from collections.abc import Iterable, Iterator, Sequence

from roadmapctl.i18n.markdown import escape
from roadmapctl.report.figures import Figures, Line, Section, Table
from roadmapctl.report.mermaid import columns, flowchart


def as_markdown(figures: Figures) -> str:
    """A heading, then every section's pieces with blank lines between them."""
    found = [f"## {escape(figures.title)}"]
    for section in figures.sections:
        found += pieces(section, figures.colon)
    return "\n\n".join(found) + "\n"


def pieces(section: Section, colon: str, heading: str = "###") -> Iterator[str]:
    """The pieces of a section, its title a heading, its chart or flow a Mermaid diagram."""
    if section.title:
        yield f"{heading} {escape(section.title)}"
    if section.lines:
        yield _pairs(section.lines, colon)
    if section.table is not None:
        yield table(section.table)
    drawings = (section.chart and columns(section.chart), section.flow and flowchart((section.flow,)))
    for drawn in drawings:
        if drawn is not None:
            yield f"```mermaid\n{drawn}\n```"
    if section.notes:
        yield "\n".join(f"- {escape(note)}" for note in section.notes)
    if section.steps:
        steps = enumerate(section.steps, 1)
        yield "\n".join(f"{n}. {escape(step.label)}{colon}{escape(step.value)}" for n, step in steps)


def _pairs(lines: Iterable[Line], colon: str) -> str:
    return "\n".join(f"- {escape(line.label)}{colon}{_value(line)}" for line in lines)


def _value(line: Line) -> str:
    """In bold; blocks in type of one width, so that they stand on one line."""
    return f"`{line.drawn}` {escape(line.value)}" if line.drawn else f"**{escape(line.value)}**"


def table(table: Table) -> str:
    """A table without its bars; texts to the left, numbers to the right."""
    table = table.filled()
    heads = [escape(column.head) for column in table.columns]
    rules = [":---" if column.words else "---:" for column in table.columns]
    rows = [[escape(cell) for cell in row] for row in table.rows]
    lines: list[Sequence[str]] = [heads, rules, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
