"""The funnel in time: what must come by month, quarter or week, what is late already, and what is won too late."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.calendar.rows import Calendar, StageCalendar
from roadmapctl.analysis.calendar.spans import Span
from roadmapctl.i18n.calendar_words import LABELS, NOTES
from roadmapctl.i18n.dates import MONTHS, day, month
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Chart, Column, Line, Section, Table, heat
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.json_number import plain


def calendar_section(calendar: Calendar, forms: Forms) -> Section:
    """A row for each span and a column for each stage, with heat lines above and what is late or spills below."""
    return Section(
        title=word(LABELS, calendar.by, forms.language),
        lines=tuple(_line(stage, calendar, forms) for stage in calendar.stages),
        table=_table(calendar, forms),
        chart=_chart(calendar, forms),
        notes=(*_late(calendar, forms), *_spill(calendar, forms)),
    )


def span_name(span: Span, forms: Forms) -> str:
    """`Mar 2027`, `Q1 2027` or the week's first day."""
    if span.by == "month":
        return month(span.end, forms.language)
    if span.by == "week":
        return day(span.start, forms.language)
    year, quarter = span.key.split("-")
    return f"{year}年{quarter}" if forms.language == "zh" else f"{quarter} {year}"


def span_column(calendar: Calendar, forms: Forms) -> Column:
    """The first column of a table with a row for each span."""
    return Column(word(LABELS, f"span_{calendar.by}", forms.language), words=True)


def _line(stage: StageCalendar, calendar: Calendar, forms: Forms) -> Line:
    ends = f"{span_name(calendar.spans[0], forms)} – {span_name(calendar.spans[-1], forms)}"
    return Line(forms.name(stage.name, stage.id), ends, heat(stage.new))


def _table(calendar: Calendar, forms: Forms) -> Table:
    last = calendar.stages[-1]
    won = say(*LABELS["won"], {"stage": forms.name(last.name, last.id)}, forms.language)
    wanted = say(*LABELS["wanted"], {"stage": forms.name(last.name, last.id)}, forms.language)
    heads = [*(Column(forms.name(stage.name, stage.id)) for stage in calendar.stages[:-1]), Column(wanted)]
    rows = [
        (
            span_name(span, forms),
            *(number(stage.new_whole[at]) for stage in calendar.stages),
            number(last.reached[at], 1),
        )
        for at, span in enumerate(calendar.spans)
    ]
    if any(stage.late.short_whole for stage in calendar.stages):
        before = say(*LABELS["before"], {"date": day(calendar.period.start, forms.language)}, forms.language)
        rows.insert(0, (before, *(number(stage.late.short_whole) for stage in calendar.stages), ""))
    if last.spill or any(stage.after_whole for stage in calendar.stages):
        after = say(*LABELS["after"], {"date": day(calendar.period.end, forms.language)}, forms.language)
        rows.append((after, *(number(stage.after_whole) for stage in calendar.stages), number(last.spill, 1)))
    rows.append((word(LABELS, "total", forms.language), *(_total(stage) for stage in calendar.stages), _won(last)))
    return Table((span_column(calendar, forms), *heads, Column(won)), tuple(rows))


def _total(stage: StageCalendar) -> str:
    return number(stage.late.short_whole + sum(stage.new_whole) + stage.after_whole)


def _won(last: StageCalendar) -> str:
    return number(sum(last.reached) + last.spill, 1)


def _chart(calendar: Calendar, forms: Forms) -> Chart:
    """The top stage by span, what is late in the first of them: that is when it has to come."""
    top = calendar.stages[0]
    values = (top.new[0] + top.late.short, *top.new[1:])
    title = f"{forms.name(top.name, top.id)}{forms.label('colon')}{word(LABELS, calendar.by, forms.language)}"
    return Chart(title, tuple(_short(span, forms) for span in calendar.spans), values)


def _short(span: Span, forms: Forms) -> str:
    """What stands under a column, where its year has no room: `Mar`, `3月`, `Q1`, a week's `03-15`."""
    if span.by == "month":
        return f"{span.end.month}月" if forms.language == "zh" else MONTHS[span.end.month - 1]
    return span.key.split("-")[1] if span.by == "quarter" else f"{span.start:%m-%d}"


def _late(calendar: Calendar, forms: Forms) -> Iterator[str]:
    """What is already late, said once: at the stage whose missing units hold up the most deals."""
    stages = [stage for stage in calendar.stages if stage.late.short_whole]
    if not stages:
        return
    worst = max(stages, key=lambda stage: stage.late.deals)
    yield say(
        *NOTES["late"],
        {
            "short": worst.late.short_whole,
            "stage": forms.name(worst.name, worst.id),
            "date": day(calendar.period.start, forms.language),
            "deals": number(worst.late.deals, 1),
        },
        forms.language,
    )


def _spill(calendar: Calendar, forms: Forms) -> Iterator[str]:
    spill = calendar.spill
    if not spill.deals:
        return
    fields = {"deals": number(spill.deals, 1), "value": forms.money(spill.value)}
    late = "_late" if any(stage.late.short_whole for stage in calendar.stages) else ""
    yield say(*NOTES[("spill" if spill.value is None else "spill_value") + late], fields, forms.language)
    if spill.more is not None:
        yield say(*NOTES["more"], {"more": share(spill.more)}, forms.language)
    if spill.next is not None and spill.next.covered is not None:
        target = forms.money(spill.next.target) if spill.value is not None else number(spill.next.target)
        yield say(*NOTES["next"], {"covered": share(spill.next.covered), "target": target}, forms.language)


def calendar_data(calendar: Calendar) -> dict[str, Any]:
    """The calendar for JSON; rows have one number for each span."""
    spill = calendar.spill
    return {
        "by": calendar.by,
        "spans": [
            {"key": span.key, "start": span.start.isoformat(), "end": span.end.isoformat()} for span in calendar.spans
        ],
        "stages": [_stage_data(stage) for stage in calendar.stages],
        "sources": [
            {
                "id": source.id,
                "feeds": source.feeds,
                "late": plain(source.late),
                "units": [plain(units) for units in source.units],
                "units_whole": list(source.whole),
            }
            for source in calendar.sources
        ],
        "spill": {
            "deals": plain(spill.deals),
            "value": plain(spill.value),
            "more": plain(spill.more),
            "next_target": None if spill.next is None else plain(spill.next.target),
            "covered": None if spill.next is None else plain(spill.next.covered),
        },
    }


def _stage_data(stage: StageCalendar) -> dict[str, Any]:
    late = stage.late
    return {
        "id": stage.id,
        "late": {
            "needed": plain(late.needed),
            "needed_whole": late.needed_whole,
            "in_hand": late.in_hand,
            "short": plain(late.short),
            "short_whole": late.short_whole,
            "deals": plain(late.deals),
        },
        "need": [plain(units) for units in stage.need],
        "need_whole": list(stage.need_whole),
        "new": [plain(units) for units in stage.new],
        "new_whole": list(stage.new_whole),
        "after": plain(stage.anyway_after),
        "after_whole": stage.after_whole,
        "reached": [plain(units) for units in stage.reached],
        "spill": plain(stage.spill),
    }
