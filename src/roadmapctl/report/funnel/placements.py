"""Events, and sources with a capacity, on the calendar."""

from collections.abc import Iterator, Sequence
from typing import Any

from roadmapctl.analysis.calendar.placement import Placement
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.i18n.calendar_words import LABELS, NOTES
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.calendar import span_column, span_name
from roadmapctl.report.funnel.forms import Forms


def placements_section(placed: Sequence[Placement], calendar: Calendar, forms: Forms) -> Section:
    """How many are held in each span, and which of them are behind or find no room."""
    names = {source.id: forms.name(source.name, source.id) for source in calendar.sources}
    heads = [Column(say(*LABELS[f"{one.counts}_of"], {"source": names[one.source]}, forms.language)) for one in placed]
    rows = [
        (span_name(span, forms), *(number(one.held[at]) for one in placed)) for at, span in enumerate(calendar.spans)
    ]
    rows.append((word(LABELS, "total", forms.language), *(number(sum(one.held)) for one in placed)))
    return Section(
        title=word(LABELS, "events", forms.language),
        table=Table((span_column(calendar, forms), *heads), tuple(rows)),
        notes=tuple(note for one in placed for note in _notes(one, names[one.source], forms)),
    )


def _notes(one: Placement, name: str, forms: Forms) -> Iterator[str]:
    if sum(one.behind) > one.late:
        yield say(*NOTES["placed"], {"source": name, "behind": sum(one.behind) - one.late}, forms.language)
    if one.unplaced:
        yield say(*NOTES["unplaced"], {"source": name, "unplaced": one.unplaced}, forms.language)


def placements_data(placed: Sequence[Placement]) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "source": one.source,
            "counts": one.counts,
            "late": one.late,
            "due": list(one.due),
            "held": list(one.held),
            "behind": list(one.behind),
            "unplaced": one.unplaced,
        }
        for one in placed
    ]
