"""Where playbooks are run: the tactics that follow one, each with the day from which its steps are counted."""

from datetime import date
from typing import Literal, NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic

CountedFrom = Literal["event", "start", "given"]


class Run(NamedTuple):
    """One use of a playbook. `tactic` is None for one that is not planned yet. `zero` is the moment its steps are counted
    from, None where the plan does not say it; `counted_from`: the event's date, the tactic's first day, or a date given."""

    playbook: str
    tactic: str | None
    segment: str | None
    zero: Moment | None
    counted_from: CountedFrom | None
    starts: date | None = None


def runs(plan: Plan) -> tuple[Run, ...]:
    """The tactics that follow a playbook of the plan, in the plan's order.

    Steps are counted from the date of the tactic's event. A tactic that is no event (a roll-out in a new unit) counts from its
    first day. An event without a date has no day to count from: its tactic's first day is weeks of work before it.
    """
    return tuple(
        _run(tactic.playbook, id_, tactic) for id_, tactic in plan.tactics.items() if tactic.playbook in plan.playbooks
    )


def _run(playbook: str, id_: str, tactic: Tactic) -> Run:
    if tactic.event is not None and tactic.event.date is not None:
        zero = Moment(tactic.event.date, tactic.event.time)
        return Run(playbook, id_, tactic.segment, zero, "event", tactic.start)
    if tactic.event is None and tactic.start is not None:
        return Run(playbook, id_, tactic.segment, Moment(tactic.start), "start", tactic.start)
    return Run(playbook, id_, tactic.segment, None, None, tactic.start)
