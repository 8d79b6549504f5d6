"""Events needed beside events planned: in all, and by size."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmapctl.analysis.programme.brings import claims
from roadmapctl.analysis.programme.held import after, events_of
from roadmapctl.analysis.programme.programme import Programme, SizePlan
from roadmapctl.analysis.rounding import summed, whole_up
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.events.by_month import by_month_section
from roadmapctl.report.events.tables import chosen, difference, names, note, size_name, table, told, units
from roadmapctl.report.figures import Line, Section, Table
from roadmapctl.report.wording import Wording

ROUNDED = Fraction(1, 10)
"""By how much a contribution may differ from audience × rate before it is worth a word; RM643 begins there too."""


def programme_sections(words: Wording, programme: Programme) -> tuple[Section, ...]:
    """What the funnel asks for beside what is planned; empty where the funnel has no source that holds events."""
    if not programme.sizes:
        return ()
    overview = Section(
        told(words, "programme"),
        lines=tuple(_lines(words, programme)),
        table=_needed(words, programme),
        notes=tuple(_notes(words, programme)),
    )
    each = Section(told(words, "sizes"), table=_each(words, programme))
    return (overview, each, by_month_section(words, programme))


def _lines(words: Wording, programme: Programme) -> Iterator[Line]:
    sizes = programme.sizes
    for stage in dict.fromkeys(one.size.feeds for one in sizes):
        yield _wanted(words, programme, stage)
    exact, whole = summed(one.size.events for one in sizes), sum(one.size.events_whole for one in sizes)
    yield Line(told(words, "needed_events"), _up(words, whole, exact))
    planned = number(sum(one.in_time for one in sizes))
    gap = "，" if words.language == "zh" else "; "
    missing = (f"{difference(words, one.missing - one.too_many)}" for one in sizes if one.missing or one.too_many)
    yield Line(told(words, "planned_events"), planned if len(sizes) > 1 else gap.join((planned, *missing)))
    for stage in dict.fromkeys(one.size.feeds for one in sizes if one.in_time):
        yield Line(told(words, "they_bring"), _covered(words, programme, stage))
    if any(one.in_time for one in sizes):
        yield Line(told(words, "people"), _people(words, sizes))


def _wanted(words: Wording, programme: Programme, stage: str) -> Line:
    wanted = _needed_units(programme, stage)
    return Line(told(words, "bring", stage=words.stage(stage)), _up(words, whole_up(wanted), wanted))


def _needed_units(programme: Programme, stage: str) -> Fraction:
    """Units that the sources of events have to bring to a stage."""
    sources = {one.size.source for one in programme.sizes if one.size.feeds == stage}
    return summed(source.units for source in programme.result.sources if source.id in sources)


def _up(words: Wording, whole: int, exact: Fraction) -> str:
    return number(whole) if whole == exact else told(words, "exactly", whole=number(whole), exact=number(exact))


def _covered(words: Wording, programme: Programme, stage: str) -> str:
    sizes = [one for one in programme.sizes if one.size.feeds == stage]
    bring, needed = summed(one.units for one in sizes), _needed_units(programme, stage)
    part = share(bring / needed, 0) if needed else "–"
    fields = {"units": units(bring), "needed": number(whole_up(needed)), "part": part}
    return told(words, "covers", **fields, stage=words.stage(stage))


def _people(words: Wording, sizes: Sequence[SizePlan]) -> str:
    """Attendees of all planned events, and registrants where every size of them has a show rate."""
    held = [one for one in sizes if one.in_time]
    attendees = number(summed(one.attendees for one in held), 0)
    known = [one.registrants for one in held if one.registrants is not None]
    if len(known) < len(held):
        return attendees
    return told(words, "with_registrants", attendees=attendees, registrants=number(whole_up(summed(known))))


def _shown(programme: Programme) -> Iterator[SizePlan]:
    return (one for one in programme.sizes if one.total or one.size.events_whole)


def _needed(words: Wording, programme: Programme) -> Table:
    rows = (
        (
            size_name(words, one.size),
            chosen(words, _level(words, one)),
            words.id(one.size.format),
            number(one.size.events_whole),
            number(one.size.events) if one.size.events != one.size.events_whole else "",
            number(one.in_time),
            difference(words, one.missing - one.too_many),
        )
        for one in _shown(programme)
    )
    return table(words, "size tier format >needed >exact >planned >gap", rows)


def _each(words: Wording, programme: Programme) -> Table:
    rows = (
        (
            size_name(words, one.size),
            _one_brings(words, one),
            *(_brings(words, one) if one.in_time else ("", "", "")),
        )
        for one in _shown(programme)
    )
    return table(words, "size one_brings >attendees >registrants >brings", rows)


def _brings(words: Wording, one: SizePlan) -> tuple[str, str, str]:
    registrants = "" if one.registrants is None else number(whole_up(one.registrants))
    brings = told(words, "of_stage", units=units(one.units), stage=words.stage(one.size.feeds))
    return number(one.attendees, 0), registrants, brings


def _level(words: Wording, one: SizePlan) -> str | None:
    """Who holds them, as the funnel says it or else as all of the planned ones do."""
    events = (words.plan.tactics[id_].event for id_ in one.ids)
    levels = {event.tier for event in events if event is not None}
    return one.size.level or (levels.pop() if len(levels) == 1 else None)


def _one_brings(words: Wording, one: SizePlan) -> str:
    size = one.size
    fields = {"audience": number(size.audience), "rate": share(size.rate, 2), "units": units(size.units)}
    return told(words, "formula", **fields, stage=words.stage(size.feeds))


def _notes(words: Wording, programme: Programme) -> Iterator[str]:
    if not any(one.ids for one in programme.sizes) and not programme.beside:
        yield note(words, "none_planned")
    yield from _late(words, programme)
    yield from _claims(words, programme)
    if programme.beside:
        yield note(words, "beside", events=names(words, programme.beside))


def _late(words: Wording, programme: Programme) -> Iterator[str]:
    """Events after the last useful day: what they bring is won in the next period."""
    for stage in programme.result.stages:
        ids = {id_ for one in programme.sizes if one.size.feeds == stage.id and one.late for id_ in one.ids}
        late = [held for held in events_of(words.plan) if held.id in ids and after(held, stage.last_useful_date)]
        if late:
            fields = {
                "day": words.day(stage.last_useful_date),
                "events": names(words, late),
                "stage": words.stage(stage.id),
            }
            yield note(words, "too_late", number=sum(after(held, stage.last_useful_date) for held in late), **fields)


def _claims(words: Wording, programme: Programme) -> Iterator[str]:
    """Where the tactics themselves count on another number than audience and rate give."""
    for stage in dict.fromkeys(one.size.feeds for one in programme.sizes):
        claimed, bring = claims(words.plan, programme.result, stage)
        if abs(claimed - bring) > bring * ROUNDED:
            key = "claimed" if claimed > bring else "claimed_less"
            yield note(words, key, claimed=units(claimed), stage=words.stage(stage))
