"""The causes of a goal's difference from its plan to date, the largest first."""

from dataclasses import replace
from fractions import Fraction

from roadmapctl.analysis.status.causes.beside import late_milestones, supporting_goals
from roadmapctl.analysis.status.causes.goals import by_goal
from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.causes.sources import by_segment, by_source
from roadmapctl.analysis.status.causes.stages import by_stage
from roadmapctl.analysis.status.causes.tactics import by_tactic
from roadmapctl.analysis.status.result import Cause

NOTHING = Fraction(0)
OFF_PLAN = ("ahead", "behind", "missed", "reached")
"""What needs a cause: on track is as planned."""

MOST = 10
"""Causes that are kept of a goal. Nobody reads an eleventh."""


def causes_of(goal_id: str, scene: Scene) -> tuple[Cause, ...]:
    """What pulls a goal the way it has gone, by its effect; equal ones in the order tactic, source, segment, goal, stage.

    Each way of dividing the difference is complete in itself, so causes of different kinds overlap and do not add up. Where
    none can be put in figures: goals that support it and milestones that are late.
    """
    found = scene.goals[goal_id]
    lead = found.lead
    if not lead or found.verdict not in OFF_PLAN:
        return ()
    ways = (by_tactic, by_source, by_segment, by_goal, by_stage)
    causes = [cause for way in ways for cause in way(goal_id, found, scene)]
    pulling = [cause for cause in causes if cause.effect and (cause.effect > 0) == (lead > 0)]
    if pulling:
        in_order = sorted(pulling, key=lambda cause: abs(cause.effect or NOTHING), reverse=True)
        return tuple(_part(cause, lead) for cause in in_order[:MOST])
    return (*supporting_goals(goal_id, scene, ahead=lead > 0), *(late_milestones(goal_id, scene) if lead < 0 else ()))


def _part(cause: Cause, lead: Fraction) -> Cause:
    return replace(cause, part=None if cause.effect is None else cause.effect / lead)
