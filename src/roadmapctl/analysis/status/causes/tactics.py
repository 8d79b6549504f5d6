"""Tactics that have brought more or less than they should have by now."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.result import Cause, Progress
from roadmapctl.analysis.status.tactics import part_due
from roadmapctl.model.tactics import Tactic

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
        if found.metric not in tactic.contributes and id not in brought:
            continue
        part = part_due(tactic, until)
        if part is None or _is_to_come(tactic, until) or (wanted is not None and tactic.segment not in (None, wanted)):
            continue
        planned = Fraction(tactic.contributes.get(found.metric, 0)) * part
        actual = brought.get(id, NOTHING)
        silent = id not in brought and abs(planned) >= 1
        yield Cause("tactic", id, found.metric, planned, actual, sign * (actual - planned), silent=silent)


def _is_to_come(tactic: Tactic, until: date) -> bool:
    """An event that has not taken place yet makes no difference: what came before it, such as registrations, was not planned by
    days."""
    return tactic.event is not None and tactic.event.date is not None and until < tactic.event.date
