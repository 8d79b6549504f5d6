"""Goals on the same metric that are part of a wider one."""

from collections.abc import Iterator

from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.result import Cause, Progress


def by_goal(goal_id: str, found: Progress, scene: Scene) -> Iterator[Cause]:
    """Goals that support this one and count the same, each against its own plan to date."""
    for id in scene.supporters.get(goal_id, ()):
        part = scene.goals[id]
        if part.metric != found.metric or part.kind == "rate":
            continue
        if part.lead is not None and part.to_date is not None and part.actual is not None:
            yield Cause("goal", id, part.metric, part.to_date, part.actual, part.lead)
