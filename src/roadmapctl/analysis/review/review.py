"""A review, from the day it is held to what it finds."""

from dataclasses import dataclass
from datetime import date

from roadmapctl.analysis.review.changes import Change, changes
from roadmapctl.analysis.review.evidence import evidence
from roadmapctl.analysis.review.hypotheses import Held, held
from roadmapctl.analysis.review.moment import Kind, Moment, moment
from roadmapctl.analysis.review.points import Points, points
from roadmapctl.analysis.review.verdicts import TacticVerdict, verdicts
from roadmapctl.analysis.status.result import Status
from roadmapctl.analysis.status.status import status
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Reviewed:
    """All that a review says. `status` is None where the plan has no records; `changes` None where nobody asked for them."""

    moment: Moment
    status: Status | None
    verdicts: tuple[TacticVerdict, ...]
    hypotheses: tuple[Held, ...]
    points: Points
    changes: tuple[Change, ...] | None


def reviewed(plan: Plan, kind: Kind, as_of: date | None = None, before: Plan | None = None) -> Reviewed | None:
    """The review of a kind; `before` is the plan as it was. None where nothing says on which day it is held."""
    held_on = moment(plan, kind, as_of)
    if held_on is None:
        return None
    stand = status(plan, held_on.figures) if plan.recorded is not None else None
    hypotheses = held(plan, stand)
    found = verdicts(plan, held_on, evidence(plan, stand, hypotheses, held_on.figures))
    return Reviewed(
        held_on,
        stand,
        found,
        hypotheses,
        points(plan, held_on, stand, found, hypotheses),
        None if before is None else changes(before, plan),
    )
