"""Tactics that have brought more or less than they should have by now."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.result import Cause, Progress
from roadmapctl.analysis.status.tactics import part_over

NOTHING = Fraction(0)


def by_tactic(goal_id: str, found: Progress, scene: Scene) -> Iterator[Cause]:
    """Tactics that are to add to the goal's metric or do so, where any is recorded: planned by days, against what came.

    Where the goal was held against its own segment alone, only that segment's tactics count.
    """
    if found.metric is None or found.kind == "rate":
        return
    until = scene.until(found)
    brought = scene.ledger.part(found.metric, "tactic", scene.since, until)
    if not brought:
        return
    wanted = scene.plan.goals[goal_id].segment if found.basis == "segment" else None
    sign = -1 if found.down else 1
    for id, tactic in scene.plan.tactics.items():
        part = part_over(tactic, until)
        if part is None or (wanted is not None and tactic.segment not in (None, wanted)):
            continue
        planned = Fraction(tactic.contributes.get(found.metric, 0)) * part
        actual = brought.get(id, NOTHING)
        silent = id not in brought and planned != 0
        yield Cause("tactic", id, found.metric, planned, actual, sign * (actual - planned), silent=silent)
