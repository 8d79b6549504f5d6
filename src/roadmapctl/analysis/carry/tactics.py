"""A tactic in the next period, and what it brings there at the pace it had."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.carry.days import Days
from roadmapctl.analysis.parts.shared import digits_of, rounded
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.analysis.status.result import AHEAD_FROM, ON_TRACK_FROM
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


@dataclass(frozen=True)
class CarriedTactic:
    """A tactic in the next period. `contributes` is what was planned of it, or, where it was off that by a twentieth or more, what
    it would bring at the pace it had."""

    id: str
    verdict: TacticVerdict
    days: Days
    contributes: Mapping[str, Decimal]
    was: Literal["as_planned", "at_pace"]


def carried_tactic(plan: Plan, days: Days, one: TacticVerdict) -> CarriedTactic:
    """A tactic that goes on, in its days of the next period."""
    tactic = plan.tactics[one.id]
    brought = {metric: _brought(plan, one, metric, amount) for metric, amount in tactic.contributes.items()}
    was: Literal["as_planned", "at_pace"] = "as_planned" if brought == tactic.contributes else "at_pace"
    return CarriedTactic(one.id, one, days, {k: v for k, v in brought.items() if v}, was)


def _brought(plan: Plan, one: TacticVerdict, metric: str, amount: Decimal) -> Decimal:
    """What a tactic would bring of a metric at the pace it had; as planned where it kept to that, or nobody knows."""
    parts = one.evidence.status.contributions if one.evidence.status is not None else ()
    part = next((part for part in parts if part.metric == metric), None)
    if part is None or part.actual is None or not part.to_date:
        return amount
    pace = part.actual / part.to_date
    return amount if pace <= 0 or ON_TRACK_FROM <= pace <= AHEAD_FROM else _paced(plan, metric, amount, pace)


def _paced(plan: Plan, metric: str, amount: Decimal, pace: Fraction) -> Decimal:
    known = plan.metrics.get(metric)
    rate = known is not None and known.is_rate
    return rounded(Fraction(amount) * pace, digits_of(amount, rate=rate))


def continues(tactic: Tactic, carried: Mapping[str, CarriedTactic]) -> tuple[str, ...]:
    """The tactics it waits for that go on too."""
    return tuple(id_ for id_ in tactic.after if id_ in carried)
