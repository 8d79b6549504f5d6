"""A playbook's steps in time: how long before or after the event, and on which day that is."""

import functools
import re
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import NamedTuple

from roadmapctl.model.time import MEAN_MONTH, Duration

PARTS = re.compile(r"([-+]?)([0-9]+)(m|h|d|w|mo)")
DAY = 24 * 60
MINUTES = {"m": 1, "h": 60, "d": DAY, "w": 7 * DAY, "mo": round(MEAN_MONTH * DAY)}
BY_THE_CLOCK = ("m", "h")


class Offset(NamedTuple):
    """A time before (below 0) or after an event, in minutes (`m`), hours (`h`), days (`d`), weeks (`w`) or months (`mo`)."""

    number: int
    unit: str

    @property
    def minutes(self) -> int:
        """How long that is, in minutes, to put steps in order; a month is the mean one of the calendar."""
        return self.number * MINUTES[self.unit]


class Moment(NamedTuple):
    """A day and, where it is known, the time of day."""

    day: date
    time: clock | None = None


@functools.cache
def read_offset(text: str) -> Offset:
    """`-7d`, `-1h`, `+1d` as a plan states them; without a sign it is after the event. A plan has few, and each for many events."""
    match = PARTS.fullmatch(text)
    if match is None:
        raise ValueError(text)  # the model has refused it
    sign, number, unit = match.groups()
    return Offset(-int(number) if sign == "-" else int(number), unit)


def moved(event: Moment, offset: Offset) -> Moment:
    """The moment of a step.

    Days, weeks and months lead to a day: event + number · unit, months by the calendar, cut to the month's last day. Minutes
    and hours lead to a time where the event says when it begins; where it does not, whole days are counted and the rest
    lies on the day itself.
    """
    if offset.unit in BY_THE_CLOCK:
        return _by_the_clock(event, offset.minutes)
    length = Duration(abs(offset.number), offset.unit)
    return Moment(length.before(event.day) if offset.number < 0 else length.after(event.day))


def _by_the_clock(event: Moment, minutes: int) -> Moment:
    if event.time is None:
        days = abs(minutes) // DAY
        return Moment(event.day + timedelta(days=-days if minutes < 0 else days))
    found = datetime.combine(event.day, event.time) + timedelta(minutes=minutes)
    return Moment(found.date(), found.time())
