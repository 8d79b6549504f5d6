"""Hours of work that playbooks save, and what they are worth."""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.model import Plan


class Saving(NamedTuple):
    """A playbook: how often the plan's tactics run it (a series of events once for each), the hours each run saves, and all of
    them."""

    playbook: str
    runs: int
    each: Fraction
    hours: Fraction


class Saved(NamedTuple):
    """All playbooks that save hours; `hour_cost` and `money` are in the plan's currency, None where it is not said."""

    playbooks: tuple[Saving, ...]
    hours: Fraction
    hour_cost: Fraction | None
    money: Fraction | None


def hours_saved(plan: Plan) -> Saved | None:
    """Hours each run saves × runs (events, and other tactics) × the cost of an hour. None where no playbook saves any."""
    stating = {id_: Fraction(p.saves_hours) for id_, p in plan.playbooks.items() if p.saves_hours is not None}
    if not stating:
        return None
    runs: Counter[str | None] = Counter()
    for tactic in plan.tactics.values():
        runs[tactic.playbook] += 1 if tactic.event is None or tactic.event.events is None else tactic.event.events
    rows = tuple(Saving(id_, runs[id_], each, runs[id_] * each) for id_, each in stating.items())
    hours = sum((row.hours for row in rows), Fraction(0))
    stated = plan.organization.hour_cost if plan.organization is not None else None
    cost = None if stated is None else Fraction(stated)
    return Saved(rows, hours, cost, None if cost is None else hours * cost)
