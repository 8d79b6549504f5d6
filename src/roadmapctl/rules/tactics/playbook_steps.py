"""Steps of playbooks that fall on a day on which nobody can send them, each fault told once."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.analysis.playbooks.runs import Run, runs
from roadmapctl.analysis.playbooks.touches import Outside, Touch, touches
from roadmapctl.diagnostics import Message, Path
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside, disordered
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding

NAMED = 5
"""How many of the tactics are named beside a step that is wrong for all of them."""


class Misplaced(NamedTuple):
    """The runs of a playbook with a step on the wrong side, the worst step of each; `of` runs have a day to count from."""

    playbook: str
    worst: tuple[Touch, ...]
    of: int


@once
def dated_touches(plan: Plan) -> tuple[Touch, ...]:
    """The touches of all runs whose own days are right; where they are not, another rule says so (RM607, RM608, RM621)."""
    if not plan.playbooks or all_outside(plan):
        return ()
    return touches(plan, [run for run in runs(plan) if not _misdated(plan, run)])


def _misdated(plan: Plan, run: Run) -> bool:
    tactic = plan.tactics[run.tactic or ""]
    if run.zero is None or disordered(plan, tactic):
        return True
    day = run.zero.day
    outside = plan.period is not None and not plan.period.covers(day)
    return outside or bool((tactic.start and day < tactic.start) or (tactic.end and day > tactic.end))


def misplaced(plan: Plan, side: Outside) -> Iterator[Misplaced]:
    """By playbook, the runs with a step on this side of the plan's time or of their tactic's."""
    found: dict[str, dict[Run, list[Touch]]] = {}
    for touch in dated_touches(plan):
        found.setdefault(touch.run.playbook, {}).setdefault(touch.run, []).append(touch)
    for playbook, by_run in found.items():
        last = -1 if side == "after_plan" else 0
        wrong = [[touch for touch in group if touch.outside == side] for group in by_run.values()]
        worst = tuple(group[last] for group in wrong if group)
        if worst:
            yield Misplaced(playbook, worst, len(by_run))


def findings(found: Misplaced) -> Iterator[Finding]:
    """One at the date of each run; where the same step is wrong for all of several runs, one at the step."""
    steps = {touch.step for touch in found.worst}
    if len(found.worst) == found.of > 1 and len(steps) == 1:
        related = tuple(_named(touch) for touch in found.worst[:NAMED])
        yield Finding(step_path(found.worst[0]), _fields(found.worst[0]), related=related)
        return
    for touch in found.worst:
        related = ((step_path(touch), Message("the step is here", "该步骤在这里")),)
        yield Finding(zero_path(touch.run), _fields(touch), related=related)


def _fields(touch: Touch) -> dict[str, object]:
    fields = {"playbook": touch.run.playbook, "at": touch.at, "tactic": touch.run.tactic, "day": touch.moment.day}
    return {**fields, "start": touch.run.starts}


def _named(touch: Touch) -> tuple[Path, Message]:
    fields = {"tactic": touch.run.tactic, "day": touch.moment.day}
    return zero_path(touch.run), Message("for {tactic}: {day}", "{tactic}：{day}", fields)


def step_path(touch: Touch) -> Path:
    """Where the step says when it is."""
    return ("playbooks", touch.run.playbook, "sequence", touch.step, "at")


def zero_path(run: Run) -> Path:
    """Where the day stands from which a run's steps are counted."""
    tactic = ("tactics", run.tactic or "")
    return (*tactic, "event", "date") if run.counted_from == "event" else (*tactic, "start")
