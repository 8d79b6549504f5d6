"""The events on the calendar one by one, and whether each is judged by what its size is judged by."""

from collections.abc import Iterator

from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.judged import kind_of, misjudged, should_be
from roadmapctl.i18n.numbers import number
from roadmapctl.report.events.tables import chosen, names, note, table, told
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import NO_BREAK, Wording


def listing_sections(words: Wording) -> tuple[Section, ...]:
    """The events in order of their days: who holds them, for whom, and whether they are judged by what their tier is."""
    held = events_of(words.plan)
    if not held:
        return ()
    rows = (
        (
            _when(words, one),
            words.tactic(one.id),
            number(one.number) if any(other.number != 1 for other in held) else "",
            chosen(words, one.event.tier),
            words.id(one.event.format),
            words.segment(one.tactic.segment),
            words.person(one.tactic.owner),
        )
        for one in held
    )
    heads = "date event >number tier format segment owner"
    return (Section(told(words, "calendar"), table=table(words, heads, rows)), _judging(words, held))


def _when(words: Wording, one: Held) -> str:
    """The day, with the time if it is said; without a date the days on which its tactic runs."""
    if one.event.date is None:
        return words.span(one.tactic.start, one.tactic.end)
    day = words.day(one.event.date)
    return day if one.event.time is None else f"{day}{NO_BREAK}{one.event.time:%H:%M}"


def _judging(words: Wording, held: tuple[Held, ...]) -> Section:
    rows = (
        (
            words.tactic(one.id),
            chosen(words, one.event.tier),
            words.join(words.metric(metric) for metric in one.event.judged_by),
            _fits(words, one),
        )
        for one in held
    )
    if not any(one.event.judged_by for one in held):
        return Section(told(words, "judging"), notes=tuple(_judged(words, held)))
    shown = table(words, "event tier judged_by fits", rows)
    return Section(told(words, "judging"), table=shown, notes=tuple(_judged(words, held)))


def _fits(words: Wording, one: Held) -> str:
    if misjudged(words.plan, one):
        return "✗"
    kinds = {kind_of(words.plan, metric) for metric in one.event.judged_by}
    return "✓" if should_be(one) in kinds - {None} else told(words, "unsaid")


def _judged(words: Wording, held: tuple[Held, ...]) -> Iterator[str]:
    for one in held:
        if misjudged(words.plan, one):
            metrics = words.join(words.metric(metric) for metric in one.event.judged_by)
            yield note(words, f"misjudged_{should_be(one)}", event=words.tactic(one.id), metrics=metrics)
    unjudged = [one for one in held if not one.event.judged_by]
    if unjudged:
        yield note(words, "unjudged", events=names(words, unjudged))
