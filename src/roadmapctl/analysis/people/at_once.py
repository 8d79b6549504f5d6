"""How many tactics one person answers for at once, and how many they can."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil

from roadmapctl.model.organization import Person

MANY = 6
"""So many tactics one person can answer for on the same day, with all of their time."""
FEW = 2
"""So many at least, however little of somebody's time is the plan's."""


def limit(person: Person) -> int:
    """How many tactics this person can answer for on the same day: six, or the part of it that `capacity` leaves, at least two;
    none without any time for the plan."""
    if person.capacity == 0:
        return 0
    return MANY if person.capacity is None else max(FEW, ceil(MANY * person.capacity))


def most_at_once(spans: Iterable[tuple[date, date]]) -> tuple[int, date]:
    """The most spans (first and last day) that hold one day, and the first such day; a span in the wrong order holds none."""
    steps: list[tuple[date, int]] = []
    for start, end in spans:
        if start <= end:
            steps += ((start, 1), (end + timedelta(days=1), -1))
    running, most = 0, (0, date.min)
    for day, step in sorted(steps):
        running += step
        if running > most[0]:
            most = (running, day)
    return most
