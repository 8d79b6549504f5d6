"""The quarters, halves or months of a plan's period."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from roadmapctl.model.time import Duration, Period, period
from roadmapctl.model.time_forms import PERIOD

Kind = Literal["quarter", "half", "month", "own_quarter"]
"""What a plan is cut into; its own quarters are three months each from its first day, as in a fiscal year."""

MONTHS: dict[Kind, int] = {"month": 1, "quarter": 3, "own_quarter": 3, "half": 6}
OWN = re.compile("Q[1-9][0-9]?")


def kind_of(text: str) -> Kind | None:
    """What `2027-Q3`, `2027-H1`, `2027-05` or `Q3` is; None for a year and for all that is no period."""
    if OWN.fullmatch(text):
        return "own_quarter"
    match = PERIOD.fullmatch(text)
    part = None if match is None else match.group(2)
    if part is None:
        return None
    return "quarter" if part[0] == "Q" else "half" if part[0] == "H" else "month"


def parts_of(whole: Period, kind: Kind) -> tuple[Period, ...]:
    """The parts that the period touches, in order; those of the calendar are cut at its edges, the last of its own at its end."""
    return tuple(within(part, whole) for part in _parts(whole, kind))


def _parts(whole: Period, kind: Kind) -> Iterator[Period]:
    day, number = whole.start, 0
    while day <= whole.end:
        number += 1
        if kind == "own_quarter":
            found = _own(day, Duration(number * MONTHS[kind], "mo").after(whole.start) - timedelta(days=1))
        else:
            found = period(name_of(day, kind))
        yield found
        day = found.end + timedelta(days=1)


def _own(start: date, end: date) -> Period:
    """Three months, by the calendar's name where they have one."""
    named = period(name_of(start, "quarter"))
    return named if (named.start, named.end) == (start, end) else Period(start, end)


def name_of(day: date, kind: Kind) -> str:
    """The calendar's name of the part that a day lies in: `2027-Q3`, `2027-H1`, `2027-05`."""
    number = (day.month - 1) // MONTHS[kind] + 1
    return f"{day.year}-{number:02d}" if kind == "month" else f"{day.year}-{'H' if kind == 'half' else 'Q'}{number}"


def names_of(parts: Sequence[Period], kind: Kind) -> list[str]:
    """What one types for each of the parts: `2027-Q3`; `Q3` of the plan's own quarters."""
    return [f"Q{n}" if kind == "own_quarter" else name_of(part.start, kind) for n, part in enumerate(parts, 1)]


def within(part: Period, whole: Period) -> Period:
    """The days that two overlapping periods share: the part itself where it lies inside."""
    if whole.covers(part.start) and whole.covers(part.end):
        return part
    return Period(max(part.start, whole.start), min(part.end, whole.end))


def overlap(one: Period, other: Period) -> Period | None:
    """The days that two periods share, or None."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Period(start, end) if start <= end else None
