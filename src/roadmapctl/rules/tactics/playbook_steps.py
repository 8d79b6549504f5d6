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
    """A step that is wrong: its touches on the wrong side, one a run; `of` runs of the playbook have a day to count from."""

    touches: tuple[Touch, ...]
    of: int

    @property
    def is_the_steps(self) -> bool:
        """Is it the step that is wrong, and not the day of an event? So it is where most of several runs have the fault."""
        return len(self.touches) > 1 and 2 * len(self.touches) > self.of


@once
def dated_runs(plan: Plan) -> tuple[Run, ...]:
    """The runs whose own days are right; where they are not, another rule says so (RM607, RM608, RM621)."""
    if not plan.playbooks or all_outside(plan):
        return ()
    return tuple(run for run in runs(plan) if run.number == 1 and not _misdated(plan, run))  # the others are estimates


@once
def dated_touches(plan: Plan) -> tuple[Touch, ...]:
    """The touches of these runs."""
    return touches(plan, dated_runs(plan))


@once
def touches_outside(plan: Plan) -> tuple[Touch, ...]:
    """Those outside the plan's time or their tactic's. A day that lies in the time of the plan's parent is not outside: the plan
    beside this one sends it."""
    return tuple(t for t in dated_touches(plan) if t.outside is not None and not _in_the_parents_time(plan, t))


def _misdated(plan: Plan, run: Run) -> bool:
    tactic = plan.tactics[run.tactic or ""]
    if run.zero is None or disordered(plan, tactic):
        return True
    day = run.zero.day
    outside = plan.period is not None and not plan.period.covers(day)
    return outside or bool((tactic.start and day < tactic.start) or (tactic.end and day > tactic.end))


def misplaced(plan: Plan, *sides: Outside) -> Iterator[Misplaced]:
    """The steps on these sides of the plan's time or of their tactics', of each run only the worst, by playbook and step."""
    wrong: dict[Run, list[Touch]] = {}
    for touch in touches_outside(plan):
        if touch.outside in sides:
            wrong.setdefault(touch.run, []).append(touch)
    worst: dict[tuple[str, int], list[Touch]] = {}
    for run, group in wrong.items():
        touch = group[-1 if group[0].outside == "after_plan" else 0]
        worst.setdefault((run.playbook, touch.step), []).append(touch)
    for (playbook, _), group in worst.items():
        yield Misplaced(tuple(group), sum(run.playbook == playbook for run in dated_runs(plan)))


def before_the_plan(plan: Plan) -> Iterator[Misplaced]:
    """Steps that are early, before their tactic or before the plan, and before the plan for one of the runs at least.

    Where the step itself is wrong, the first touch is one before the plan; else only those before the plan are told.
    """
    for found in misplaced(plan, "before_plan", "before_tactic"):
        first = tuple(touch for touch in found.touches if touch.outside == "before_plan")
        if first and found.is_the_steps:
            yield found._replace(touches=(*first, *(touch for touch in found.touches if touch not in first)))
        elif first:
            yield found._replace(touches=first)


def _in_the_parents_time(plan: Plan, touch: Touch) -> bool:
    above = plan.above.period if plan.above is not None else None
    return touch.outside != "before_tactic" and above is not None and above.covers(touch.moment.day)


def findings(found: Misplaced) -> Iterator[Finding]:
    """One at the step where that is wrong, else one at the date of each run."""
    if found.is_the_steps:
        related = tuple(_named(touch) for touch in found.touches[:NAMED])
        yield Finding(step_path(found.touches[0]), _fields(found.touches[0]), related=related)
        return
    for touch in found.touches:
        related = ((step_path(touch), Message("the step is here", "该步骤在这里")),)
        yield Finding(zero_path(touch.run), _fields(touch), help=_counted_from(touch), related=related)


def _counted_from(touch: Touch) -> Message | None:
    """For a tactic that is no event: that its steps are counted from its first day."""
    if touch.run.counted_from != "start":
        return None
    return Message(
        "steps of {tactic} are counted from its first day; if it is an event, write its day (event: {{date: …}})",
        "{tactic} 的步骤从其开始日算起；如果它是活动，请写明日期（event: {{date: …}}）",
        {"tactic": touch.run.tactic},
    )


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
