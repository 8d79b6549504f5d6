"""Where the goal that a request serves really stands, as far as that is recorded."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmapctl.analysis.status.result import ON_TRACK_FROM
from roadmapctl.analysis.status.status import latest, status
from roadmapctl.analysis.triage.serves import ServedGoal
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Standing:
    """A goal on a day: `pacing` is what came of what was due by then, 1 being on plan."""

    goal: str
    day: date
    pacing: Fraction

    @property
    def is_behind(self) -> bool:
        """Has clearly less come than was due?"""
        return self.pacing < ON_TRACK_FROM


def standing(plan: Plan, goal: ServedGoal | None, as_of: date | None) -> Standing | None:
    """Where a goal of the plan stood on the last recorded day up to `as_of`; None where nothing is recorded or due by then."""
    last = latest(plan)
    if goal is None or goal.of != "plan" or last is None:
        return None
    day = last if as_of is None else min(last, as_of)
    found = next(one for one in status(plan, day).goals if one.id == goal.id)
    pacing = found.progress.pacing
    return None if pacing is None else Standing(goal.id, day, pacing)
