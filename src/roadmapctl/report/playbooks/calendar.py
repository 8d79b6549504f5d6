"""The dated touches of runs, in order of time, and what is wrong with their days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.analysis.playbooks.touches import Clash, Touch
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.playbooks.words import Words

COLUMNS = ("date", "time", "at", "for", "channel", "segment", "message", "note")
UNBROKEN = ("date", "time")
SIDES = ("before_plan", "before_tactic", "after_plan")
BEFORE, EVENT, AFTER = range(3)
SATURDAY = 5
MOST_CLASHES = 8
"""So many are told one by one; the rest are marked in the table."""


class Calendar(NamedTuple):
    """Runs and their touches as they are shown together."""

    runs: Sequence[Run]
    touches: Sequence[Touch]
    clashes: Sequence[Clash]


def calendar_section(calendar: Calendar, words: Words) -> Section | None:
    """A row for every touch and for every event, by date; None where nothing has a date.

    What is the same in every row stands above: the year, the one run, the one segment.
    """
    years = {day.year for day in _days(calendar)}
    if not years:
        return None
    shown = _Rows(words, len(years) > 1, len(calendar.runs) > 1, len({run.segment for run in calendar.runs}) > 1)
    rows = [row for _, row in sorted(shown.all(calendar), key=lambda item: item[0])]
    title = words.label("calendar") if len(years) > 1 else words.label("calendar_of", year=str(min(years)))
    columns = tuple(Column(words.label(key), words=key not in UNBROKEN) for key in COLUMNS)
    return Section(
        title, tuple(_lines(calendar, words)), Table(columns, tuple(rows)), notes=tuple(_notes(calendar, words))
    )


def _days(calendar: Calendar) -> Iterator[date]:
    yield from (run.zero.day for run in calendar.runs if run.zero is not None)
    yield from (touch.moment.day for touch in calendar.touches)


def _lines(calendar: Calendar, words: Words) -> Iterator[Line]:
    segments = {run.segment for run in calendar.runs}
    if len(calendar.runs) > 1 and len(segments) == 1 and None not in segments:
        yield Line(words.label("all_for"), words.wording.segment(calendar.runs[0].segment))


Place = tuple[date, int, int, int]
"""Day, minute of the day or -1, before the event, it, or after it, and the touch's own place."""


class _Rows(NamedTuple):
    """How rows are written: with the year, with the run, with the segment."""

    words: Words
    year: bool
    run: bool
    segment: bool

    def all(self, calendar: Calendar) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Every row with its place in time."""
        met = {touch for clash in calendar.clashes for touch in clash.touches}
        for number, touch in enumerate(calendar.touches):
            side = BEFORE if touch.at.startswith("-") else AFTER
            yield (touch.moment.day, _minute(touch.moment), side, number), self._touch(touch, touch in met)
        for number, run in enumerate(calendar.runs):
            if run.zero is not None:
                yield (run.zero.day, _minute(run.zero), EVENT, number), self._event(run, run.zero)

    def _touch(self, touch: Touch, met: bool) -> tuple[str, ...]:
        words = self.words
        said = [words.label(touch.outside)] if touch.outside is not None else []
        said += [words.label("clash")] if met else []
        said += [words.label("estimated")] if touch.run.number > 1 else []
        head = self._head(touch.run, touch.moment, words.at(touch.at))
        where = (words.wording.id(touch.channel), self._segment(touch.run))
        return (*head, *where, touch.message or "", words.wording.join(said))

    def _event(self, run: Run, zero: Moment) -> tuple[str, ...]:
        words = self.words
        tactic = words.wording.plan.tactics.get(run.tactic or "")
        channel = words.wording.id(tactic.channel) if tactic is not None else ""
        at = words.label("the_start" if run.counted_from == "start" else "the_event")
        note = words.label("estimated") if run.number > 1 else ""
        return (*self._head(run, zero, at), channel, self._segment(run), "", note)

    def _head(self, run: Run, moment: Moment, at: str) -> tuple[str, ...]:
        words = self.words
        return words.weekday(moment, year=self.year), words.time(moment), at, words.run(run) if self.run else ""

    def _segment(self, run: Run) -> str:
        return self.words.wording.segment(run.segment) if self.segment else ""


def _minute(moment: Moment) -> int:
    return -1 if moment.time is None else moment.time.hour * 60 + moment.time.minute


def _notes(calendar: Calendar, words: Words) -> Iterator[str]:
    yield words.note("counted")
    if any(_needs_a_clock(touch) for touch in calendar.touches):
        yield words.note("hours")
    for clash in calendar.clashes[:MOST_CLASHES]:
        yield clash_note(clash, words)
    if len(calendar.clashes) > MOST_CLASHES:
        yield words.note("more_clashes", number=str(len(calendar.clashes) - MOST_CLASHES))
    sides = [(side, sum(touch.outside == side for touch in calendar.touches)) for side in SIDES]
    for side, number in sides:
        if number:
            yield words.note("outside", number=str(number), what=words.label(side))
    weekend = sum(touch.moment.day.weekday() >= SATURDAY for touch in calendar.touches)
    if weekend:
        yield words.note("weekend", number=str(weekend))
    dated = (run for run in calendar.runs if run.zero is not None and run.segment is None)
    silent = dict.fromkeys(words.wording.tactic(run.tactic) for run in dated)
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
