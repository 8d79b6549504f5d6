"""What a review carries into the next period."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadmapctl.analysis.carry.days import days_of
from roadmapctl.analysis.carry.following import Step, has_next, step_from
from roadmapctl.analysis.carry.goals import CarriedGoal, carried_goal
from roadmapctl.analysis.carry.milestones import CarriedMilestone, carried_milestones, in_time
from roadmapctl.analysis.carry.tactics import CarriedTactic, carried_tactic
from roadmapctl.analysis.carry.wider import wider_parts
from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.model import Plan
from roadmapctl.model.time import Period

GONE = "stop"


@dataclass(frozen=True)
class Carry:
    """All that goes on. `done` are the goals of which nothing is left, `dropped` the tactics that end."""

    plan: Plan
    reviewed: Reviewed
    step: Step
    goals: Mapping[str, CarriedGoal]
    done: tuple[str, ...]
    tactics: Mapping[str, CarriedTactic]
    dropped: tuple[TacticVerdict, ...]
    milestones: Mapping[str, CarriedMilestone]

    @property
    def period(self) -> Period:
        """The next period."""
        return self.step.after


def carry(plan: Plan, reviewed: Reviewed) -> Carry | None:
    """What a review of a plan carries into the next period; None where the plan has no period, or its period has none after it."""
    if plan.period is None or not has_next(plan.period):
        return None
    step = step_from(plan.period)
    wider = wider_parts(plan, step.after)
    stands = {one.id: one for one in reviewed.status.goals} if reviewed.status is not None else {}
    carried = (carried_goal(plan, step, id_, stands.get(id_), wider.get(id_)) for id_ in plan.goals)
    found = {goal.id: goal for goal in carried if goal is not None}
    goals = {id_: goal for id_, goal in found.items() if not goal.is_done}
    days = days_of(plan, step)
    tactics = {one.id: carried_tactic(plan, days[one.id], one) for one in reviewed.verdicts if one.verdict != GONE}
    milestones = {one.id: one for one in carried_milestones(plan, step, goals, tactics)}
    return Carry(
        plan=plan,
        reviewed=reviewed,
        step=step,
        goals=goals,
        done=tuple(id_ for id_, goal in found.items() if goal.is_done),
        tactics={id_: in_time(plan, one, milestones) for id_, one in tactics.items()},
        dropped=tuple(one for one in reviewed.verdicts if one.verdict == GONE),
        milestones=milestones,
    )
