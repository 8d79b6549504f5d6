"""The days of a tactic in the next period.

A Tuesday stays a Tuesday: days move by whole weeks, 13 from quarter to quarter and 52 from year to year. Only a tactic that begins
on the first of a month or ends on the last is one by the calendar and stays that: its days move by months. What begins or ends
with the period does so with the next.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from roadmapctl.analysis.carry.following import DAY, WEEK, Step
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


class Days(NamedTuple):
    """A tactic's first and last day."""

    start: date | None
    end: date | None


def days_of(plan: Plan, step: Step) -> dict[str, Days]:
    """The days of every tactic in the next period: none begins before those have ended that it waited for."""
    found = {id_: _moved(step, tactic) for id_, tactic in plan.tactics.items()}
    return {
        id_: _after_others(plan, tactic, days, found)
        for (id_, tactic), days in zip(plan.tactics.items(), found.values(), strict=True)
    }


def _moved(step: Step, tactic: Tactic) -> Days:
    start, end = tactic.start, tactic.end
    starts_month = start is not None and start.day == 1 and start != step.before.start
    ends_month = end is not None and (end + DAY).day == 1 and end != step.before.end
    move = step.moved if starts_month or ends_month else step.moved_by_weeks
    return Days(*(None if day is None else move(day) for day in (start, end)))


def _after_others(plan: Plan, tactic: Tactic, days: Days, found: Mapping[str, Days]) -> Days:
    waited = ((plan.tactics[id_].end, found[id_].end) for id_ in tactic.after if id_ in found)
    ends = [moved for end, moved in waited if moved is not None and end is not None and _is_over(end, tactic.start)]
    if days.start is None or not ends or days.start >= max(ends):
        return days
    start = max(ends) + DAY
    return Days(start, None if days.end is None else max(start, days.end))


def _is_over(end: date, start: date | None) -> bool:
    return start is not None and end <= start


def event_day(step: Step, day: date, days: Days) -> date:
    """The day of an event in the next period, the same weekday, within the tactic's days; their nearest where they have no such."""
    first = max(days.start or step.after.start, step.after.start)
    last = min(days.end or step.after.end, step.after.end)
    moved = step.in_weeks(day)
    while moved < first:
        moved += WEEK
    while moved > last:
        moved -= WEEK
    return moved if moved >= first else min(max(moved, first), last)
