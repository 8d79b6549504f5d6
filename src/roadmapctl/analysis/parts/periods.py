"""The calendar's quarters, halves or months within a plan's period."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from roadmapctl.model.time import Period, period

Kind = Literal["quarter", "half", "month"]
"""What a plan is cut into."""

MONTHS: dict[Kind, int] = {"month": 1, "quarter": 3, "half": 6}


def kind_of(text: str) -> Kind | None:
    """What `2027-Q3`, `2027-H1` or `2027-05` is; None for a year."""
    _, _, part = text.partition("-")
    if not part:
        return None
    return "quarter" if part[0] == "Q" else "half" if part[0] == "H" else "month"


def parts_of(whole: Period, kind: Kind) -> tuple[Period, ...]:
    """The calendar's parts that the period touches, in order; the first and the last are cut at its edges."""
    return tuple(within(part, whole) for part in _calendar(whole, kind))


def _calendar(whole: Period, kind: Kind) -> Iterator[Period]:
    day = whole.start
    while day <= whole.end:
        found = period(name_of(day, kind))
        yield found
        day = found.end + timedelta(days=1)


def name_of(day: date, kind: Kind) -> str:
    """The calendar's name of the part that a day lies in: `2027-Q3`, `2027-H1`, `2027-05`."""
    number = (day.month - 1) // MONTHS[kind] + 1
    return f"{day.year}-{number:02d}" if kind == "month" else f"{day.year}-{'Q' if kind == 'quarter' else 'H'}{number}"


def within(part: Period, whole: Period) -> Period:
    """The days that two overlapping periods share: the part itself where it lies inside."""
    if whole.covers(part.start) and whole.covers(part.end):
        return part
    return Period(max(part.start, whole.start), min(part.end, whole.end))


def overlap(one: Period, other: Period) -> Period | None:
    """The days that two periods share, or None."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Period(start, end) if start <= end else None
