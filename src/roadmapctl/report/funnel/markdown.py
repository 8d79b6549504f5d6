"""The funnel as Markdown tables, for an issue or a chat."""

from collections.abc import Iterable, Sequence

from roadmapctl.i18n.markdown import escape
from roadmapctl.report.funnel.view import FunnelView, Line


def funnel_markdown(view: FunnelView) -> str:
    """The view as Markdown: header, stages, sources, costs, notes, steps."""
    labels = view.labels
    stages = [(r.name, r.rate, r.need, r.in_hand, r.new, r.by) for r in view.stages]
    parts = [f"## {escape(view.title)}", _pairs(view.header, labels["colon"])]
    parts.append(_table([labels[k] for k in ("stage", "rate", "need", "in_hand", "new", "by")], stages))
    if view.sources:
        sources = [(r.name, r.feeds, r.share, r.units, r.events, r.cost) for r in view.sources]
        parts.append(_table([labels[k] for k in ("source", "feeds", "share", "units", "events", "cost")], sources))
    if view.costs:
        parts.append(_pairs(view.costs, labels["colon"]))
    parts.append("\n".join(f"- {escape(note)}" for note in view.notes))
    if view.steps:
        steps = "\n".join(
            f"{n}. {escape(s.label)}{labels['colon']}{escape(s.value)}" for n, s in enumerate(view.steps, 1)
        )
        parts.append(f"### {escape(labels['steps'])}\n\n{steps}")
    return "\n\n".join(parts) + "\n"


def _pairs(lines: Iterable[Line], colon: str) -> str:
    return "\n".join(f"- {escape(line.label)}{colon}**{escape(line.value)}**" for line in lines)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table without the columns that no row fills; texts to the left, numbers to the right."""
    kept = [i for i in range(len(heads)) if any(row[i] for row in rows)]
    lines: list[list[str]] = [
        [escape(heads[i]) for i in kept],
        ["---:" if _is_number(rows, i) else "---" for i in kept],
    ]
    lines += [[escape(row[i]) for i in kept] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _is_number(rows: Sequence[Sequence[str]], column: int) -> bool:
    return any(row[column][-1:].isdigit() or row[column].endswith("%") for row in rows)
