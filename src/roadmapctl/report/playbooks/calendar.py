"""The dated touches of runs, in order of time, and what is wrong with their days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.analysis.playbooks.touches import Clash, Touch
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.playbooks.words import Words

COLUMNS = ("date", "weekday", "time", "at", "for", "channel", "segment", "message", "note")
SIDES = ("before_plan", "before_tactic", "after_plan")
BEFORE, EVENT, AFTER = range(3)
SATURDAY = 5


class Calendar(NamedTuple):
    """Runs and their touches as they are shown together."""

    runs: Sequence[Run]
    touches: Sequence[Touch]
    clashes: Sequence[Clash]


def calendar_section(calendar: Calendar, words: Words) -> Section | None:
    """A row for every touch and for every event, by date; None where nothing has a date."""
    rows = [row for _, row in sorted(_rows(calendar, words), key=lambda item: item[0])]
    if not rows:
        return None
    columns = tuple(Column(words.label(key), words=True) for key in COLUMNS)
    return Section(words.label("calendar"), table=Table(columns, tuple(rows)), notes=tuple(_notes(calendar, words)))


Place = tuple[date, int, int, int]
"""Day, minute of the day or -1, before the event, it, or after it, and the touch's own place."""


def _rows(calendar: Calendar, words: Words) -> Iterator[tuple[Place, tuple[str, ...]]]:
    met = {touch for clash in calendar.clashes for touch in clash.touches}
    for number, touch in enumerate(calendar.touches):
        side = BEFORE if touch.at.startswith("-") else AFTER
        yield (touch.moment.day, _minute(touch.moment), side, number), _touch(touch, touch in met, words)
    for number, run in enumerate(calendar.runs):
        if run.zero is not None:
            key = "the_start" if run.counted_from == "start" else "the_event"
            yield (run.zero.day, _minute(run.zero), EVENT, number), _event(run, run.zero, words.label(key), words)


def _event(run: Run, zero: Moment, at: str, words: Words) -> tuple[str, ...]:
    tactic = words.wording.plan.tactics.get(run.tactic or "")
    channel = words.wording.id(tactic.channel) if tactic is not None else ""
    when = (words.day(zero), words.weekday(zero), words.time(zero))
    return (*when, at, words.run(run), channel, words.wording.segment(run.segment), "", "")


def _minute(moment: Moment) -> int:
    return -1 if moment.time is None else moment.time.hour * 60 + moment.time.minute


def _touch(touch: Touch, met: bool, words: Words) -> tuple[str, ...]:
    said = [words.label(touch.outside)] if touch.outside is not None else []
    said += [words.label("clash")] if met else []
    return (
        words.day(touch.moment),
        words.weekday(touch.moment),
        words.time(touch.moment),
        words.at(touch.at),
        words.run(touch.run),
        words.wording.id(touch.channel),
        words.wording.segment(touch.run.segment),
        touch.message or "",
        words.wording.join(said),
    )


def _notes(calendar: Calendar, words: Words) -> Iterator[str]:
    yield words.note("counted")
    if any(_needs_a_clock(touch) for touch in calendar.touches):
        yield words.note("hours")
    for clash in calendar.clashes:
        yield clash_note(clash, words)
    sides = [(side, sum(touch.outside == side for touch in calendar.touches)) for side in SIDES]
    for side, number in sides:
        if number:
            yield words.note("outside", number=str(number), what=words.label(side))
    weekend = sum(touch.moment.day.weekday() >= SATURDAY for touch in calendar.touches)
    if weekend:
        yield words.note("weekend", number=str(weekend))
    silent = dict.fromkeys(words.run(run) for run in calendar.runs if run.zero is not None and run.segment is None)
    if silent and len(calendar.runs) > 1:
        yield words.note("no_segment", tactics=words.wording.join(silent))


def _needs_a_clock(touch: Touch) -> bool:
    return touch.at[-1:] in ("h", "m") and touch.moment.time is None


def clash_note(clash: Clash, words: Words) -> str:
    """Which touches meet, on which day."""
    met = (words.note("touch", tactic=words.run(touch.run), at=words.at(touch.at)) for touch in clash.touches)
    wording = words.wording
    return words.note(
        "clash",
        day=wording.day(clash.day),
        channel=wording.id(clash.channel),
        segment=wording.segment(clash.segment),
        touches=wording.join(met),
    )
