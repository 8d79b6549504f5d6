"""What a goal's milestones say is due, where they lie off the straight way from its baseline to its target."""

from datetime import date
from fractions import Fraction

from roadmapctl.analysis.parts.goals import Way
from roadmapctl.analysis.status.result import Progress
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model.time import Period


def due_through_milestones(within: Frame, goal_id: str, found: Progress, as_of: date) -> Fraction | None:
    """The value of a stock or a rate that is due on the way from milestone to milestone, as `roadmapctl goals` splits it.

    None where it has no milestones, or they say the same, or its way has not begun or is over.
    """
    goal = within.plan.goals[goal_id]
    if found.kind == "flow" or goal.baseline is None or goal.aim is None or found.start is None or found.end is None:
        return None
    if not found.share or found.share == 1 or not within.own(goal_id):
        return None
    due = Way(within, goal_id, goal.baseline, goal.aim, Period(found.start, found.end)).at(as_of)
    return None if due == found.to_date else due
