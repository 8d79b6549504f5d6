"""What is behind or late beside a goal, where its effect on the goal cannot be put in figures."""

from fractions import Fraction

from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.result import Cause, Progress

SHORT = ("behind", "missed")


def supporting_goals(goal_id: str, scene: Scene, *, ahead: bool) -> tuple[Cause, ...]:
    """Goals that support this one, or one that does, and have gone the same way, the furthest first."""
    found = [(id, scene.goals[id]) for id in _supporters(goal_id, scene)]
    told = [(id, part) for id, part in found if part.pacing is not None and _is_told(part, ahead=ahead)]
    in_order = sorted(told, key=lambda item: -(item[1].pacing or 0) if ahead else (item[1].pacing or 0))
    return tuple(
        Cause("supporting", id, part.metric, part.to_date, part.actual)
        for id, part in in_order
        if part.to_date is not None and part.actual is not None
    )


def _supporters(goal_id: str, scene: Scene) -> list[str]:
    """The goals that lead to this one, the near ones first; a ring is gone round once."""
    found = {goal_id: None}
    wanted = [goal_id]
    for served in wanted:
        more = [id for id in scene.supporters.get(served, ()) if id not in found]
        found.update(dict.fromkeys(more))
        wanted += more
    return wanted[1:]


def _is_told(part: Progress, *, ahead: bool) -> bool:
    return part.verdict == "ahead" if ahead else part.verdict in SHORT


def late_milestones(goal_id: str, scene: Scene) -> tuple[Cause, ...]:
    """Milestones of the goal whose day is over without their target, the one that lacks most first."""
    late = [
        (one.progress.attainment or Fraction(0), one)
        for one in scene.milestones
        if one.state == "late" and scene.plan.milestones[one.id].goal == goal_id
    ]
    return tuple(
        Cause("milestone", one.id, one.progress.metric, one.progress.target, one.progress.actual)
        for _, one in sorted(late, key=lambda item: item[0])
        if one.progress.target is not None and one.progress.actual is not None
    )
