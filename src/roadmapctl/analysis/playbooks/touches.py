"""The touches that runs of playbooks bring, each on its day, and those that hit the same people twice."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment, moved, read_offset
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.model import Plan
from roadmapctl.model.playbooks import Playbook

Outside = Literal["before_plan", "before_tactic", "after_plan"]


class Touch(NamedTuple):
    """A step of a run's playbook. `step` is its place in the sequence, from 0; `outside`: on which side of the plan's time, or
    of its tactic's, it falls."""

    run: Run
    step: int
    at: str
    moment: Moment
    channel: str | None
    message: str | None
    outside: Outside | None


class Clash(NamedTuple):
    """Touches of different runs that reach one segment through one channel on one day."""

    day: date
    channel: str
    segment: str
    touches: tuple[Touch, ...]

    @property
    def pair(self) -> tuple[Touch, Touch]:
        """The first touch and the first one of another run; the run whose event comes later is the second."""
        first = self.touches[0]
        other = next(touch for touch in self.touches if touch.run.tactic != first.run.tactic)
        one, two = sorted((first, other), key=lambda touch: (touch.run.zero or touch.moment).day)
        return one, two


def touches(plan: Plan, runs: Iterable[Run]) -> tuple[Touch, ...]:
    """The dated steps of all runs in order of time; on one day those without a time first, as their runs stand."""
    found = [
        (touch, number)
        for number, run in enumerate(runs)
        if run.zero is not None
        for touch in _touches(plan, plan.playbooks[run.playbook], run, run.zero)
    ]
    return tuple(touch for touch, _ in sorted(found, key=_order))


def _touches(plan: Plan, playbook: Playbook, run: Run, zero: Moment) -> Iterator[Touch]:
    for number, step in enumerate(playbook.sequence):
        if step.at is not None:
            moment = moved(zero, read_offset(step.at))
            yield Touch(run, number, step.at, moment, step.channel, step.message, _outside(plan, run, moment.day))


def _order(found: tuple[Touch, int]) -> tuple[date, int, int, int]:
    touch, run = found
    time = touch.moment.time
    return touch.moment.day, -1 if time is None else time.hour * 60 + time.minute, run, read_offset(touch.at).minutes


def _outside(plan: Plan, run: Run, day: date) -> Outside | None:
    """A run that counts from its tactic's first day warms up before it: that is no fault of the tactic."""
    if plan.period is not None and not plan.period.covers(day):
        return "before_plan" if day < plan.period.start else "after_plan"
    if run.counted_from == "event" and run.starts is not None and day < run.starts:
        return "before_tactic"
    return None


def clashes(found: Iterable[Touch]) -> tuple[Clash, ...]:
    """Days on which different runs reach the same segment through the same channel, in order of time.

    What one playbook sends twice on a day (an hour before, and after) is meant so, and the days of a series are estimates, so
    that no tactic meets itself; touches whose segment or channel is not
    said cannot be told apart and are left out.
    """
    groups: Mapping[tuple[date, str, str], list[Touch]] = _by_reach(found)
    return tuple(
        Clash(*key, tuple(group)) for key, group in groups.items() if len({touch.run.tactic for touch in group}) > 1
    )


def _by_reach(found: Iterable[Touch]) -> dict[tuple[date, str, str], list[Touch]]:
    groups: dict[tuple[date, str, str], list[Touch]] = {}
    for touch in found:
        if touch.channel is not None and touch.run.segment is not None:
            groups.setdefault((touch.moment.day, touch.channel, touch.run.segment), []).append(touch)
    return groups
