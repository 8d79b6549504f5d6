"""What the runs of a playbook taught."""

from typing import NamedTuple

from roadmapctl.model import Plan


class Lesson(NamedTuple):
    """Something learned. `tactic` is the run that taught it, None where the playbook itself says it; `so` is what follows."""

    tactic: str | None
    learned: str | None
    so: str | None


def lessons(plan: Plan, playbook: str) -> tuple[Lesson, ...]:
    """What a playbook says its runs taught, then the plan's insights from tactics that follow it."""
    own = tuple(Lesson(None, text, None) for text in plan.playbooks[playbook].learned)
    insights = plan.measurement.insights if plan.measurement is not None else ()
    followers = {id_ for id_, tactic in plan.tactics.items() if tactic.playbook == playbook}
    return own + tuple(Lesson(one.from_, one.learned, one.so) for one in insights if one.from_ in followers)
