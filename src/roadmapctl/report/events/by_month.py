"""Events needed beside events planned, month by month."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.programme import Programme, SizePlan
from roadmapctl.analysis.rounding import summed
from roadmapctl.i18n.numbers import number
from roadmapctl.report.events.tables import difference, names, note, size_name, told, units
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.calendar import span_name
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.reasons import reason
from roadmapctl.report.wording import Wording

NONE = Fraction(0)


def by_month_section(words: Wording, programme: Programme) -> Section:
    """A row for each span, a column for each size with planned of needed, and the units that are short so far."""
    if programme.no_calendar is not None:
        return Section(notes=(note(words, "no_months", reason=reason(words, programme.no_calendar)),))
    return Section(
        told(words, programme.spans[0].by),
        table=_grid(words, programme),
        notes=(note(words, "grid"), *_placed(words, programme)),
    )


def _grid(words: Wording, programme: Programme) -> Table:
    shown = [one for one in programme.sizes if one.total or one.size.events_whole]
    stages = list(dict.fromkeys(one.size.feeds for one in shown))
    heads = (
        Column(told(words, f"span_{programme.spans[0].by}"), words=True),
        *(Column(size_name(words, one.size), words=True) for one in shown),
        Column(told(words, "gap"), words=True),
        *(Column(told(words, "so_far", stage=words.stage(stage))) for stage in stages),
    )
    forms = Forms(words.plan.currency, words.language)
    rows = [
        (
            span_name(span, forms),
            *_cells(words, shown, at),
            *(units(max(NONE, _short(shown, stage, at))) for stage in stages),
        )
        for at, span in enumerate(programme.spans)
    ]
    return Table(heads, (*rows, *_beyond(words, shown, stages), _total(words, shown, stages)))


def _cells(words: Wording, shown: list[SizePlan], at: int) -> Iterator[str]:
    for one in shown:
        yield _pair(words, one.planned[at], one.needed[at])
    yield difference(words, sum(one.needed[at] - one.planned[at] for one in shown))


def _pair(words: Wording, planned: int, needed: int) -> str:
    return told(words, "out_of", planned=number(planned), needed=number(needed)) if planned or needed else "–"


def _short(shown: list[SizePlan], stage: str, at: int) -> Fraction:
    """Units of a stage that were needed by the end of a span and are not planned."""
    sizes = [one for one in shown if one.size.feeds == stage]
    due = summed(summed(one.exact[: at + 1]) * one.size.units for one in sizes)
    return due - summed(sum(one.planned[: at + 1]) * one.size.units for one in sizes)


def _beyond(words: Wording, shown: list[SizePlan], stages: list[str]) -> Iterator[tuple[str, ...]]:
    """Events that have no span: those that find no room, and those without a day in the period."""
    rest = ("",) * (len(stages) + 1)
    if any(one.no_room for one in shown):
        yield (told(words, "no_room"), *(_pair(words, 0, one.no_room) for one in shown), *rest)
    if any(one.outside for one in shown):
        yield (told(words, "outside"), *(_pair(words, one.outside, 0) for one in shown), *rest)


def _total(words: Wording, shown: list[SizePlan], stages: list[str]) -> tuple[str, ...]:
    gap = sum(one.size.events_whole - one.in_time for one in shown)
    pairs = (_pair(words, one.total, one.size.events_whole) for one in shown)
    return (told(words, "total"), *pairs, difference(words, gap), *("" for _ in stages))


def _placed(words: Wording, programme: Programme) -> Iterator[str]:
    period = words.plan.period
    for source, late in programme.late.items():
        if period is not None:
            yield note(words, "late", source=words.source(source), number=late, date=words.day(period.start))
    for one in programme.sizes:
        if one.no_room:
            yield note(words, "no_room", source=size_name(words, one.size), number=one.no_room)
    outside = [held for one in programme.sizes if one.outside for held in events_of(words.plan) if held.id in one.ids]
    undated = [held for held in outside if not _within(words, held)]
    if undated:
        yield note(words, "outside", events=names(words, undated))


def _within(words: Wording, held: Held) -> bool:
    period = words.plan.period
    return period is not None and all(day is not None and period.covers(day) for day in (held.first, held.last))
