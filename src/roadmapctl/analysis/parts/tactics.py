"""What of a tactic lies in each part of the plan's period."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.parts.goals import weights_for
from roadmapctl.analysis.parts.periods import overlap
from roadmapctl.analysis.parts.shared import digits_of, shared
from roadmapctl.analysis.schedule import days_in
from roadmapctl.analysis.seasonality import Curve, Weights
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period


class TacticPart(NamedTuple):
    """A tactic within a part of the period: its days there, and its part of the money and of what the tactic brings.

    `budget` is None where the tactic has none, `events` where it is no series of events. `is_whole`: all of it lies there.
    """

    start: date
    end: date
    budget: Decimal | None
    contributes: dict[str, Decimal]
    events: int | None
    is_whole: bool


def days_of(plan: Plan, tactic: Tactic) -> Period | None:
    """The tactic's days within the plan's period; one that states a single day has that one. None where it has no day there."""
    start, end = tactic.start or tactic.end, tactic.end or tactic.start
    if plan.period is None or start is None or end is None or end < start:
        return None
    return overlap(Period(start, end), plan.period)


def tactic_parts(plan: Plan, tactic: Tactic, parts: Sequence[Period]) -> tuple[TacticPart | None, ...]:
    """The tactic in each of the parts that make up the plan's period; None where it does not run.

    Its budget is shared out by its days. What it brings follows the plan's seasonality over its days (a rate has none), as the
    goals do. Both sum to the whole, by largest remainder.
    """
    days = days_of(plan, tactic)
    if days is None:
        return (None,) * len(parts)
    inside = [overlap(part, days) for part in parts]
    even = [Fraction(0 if span is None else days_in(span)) for span in inside]
    budgets = _by(tactic.budget, even)
    brings = {
        id: shared(n, _due(days, inside, weights_for(plan, id)), _digits(plan, id, n))
        for id, n in tactic.contributes.items()
    }
    events = (
        None if tactic.event is None or tactic.event.events is None else largest_remainder(tactic.event.events, even)
    )
    return tuple(
        None
        if span is None
        else TacticPart(
            span.start,
            span.end,
            None if budgets is None else budgets[n],
            {id: amounts[n] for id, amounts in brings.items() if amounts[n]},
            None if events is None else events[n],
            span == days,
        )
        for n, span in enumerate(inside)
    )


def _due(days: Period, inside: Sequence[Period | None], weights: Weights) -> list[Fraction]:
    """The share of what a tactic brings in its days that falls due within each part."""
    curve = Curve(days, weights)
    return [Fraction(0) if span is None else curve.within(span) for span in inside]


def _by(money: Decimal | None, weights: Sequence[Fraction]) -> tuple[Decimal, ...] | None:
    return None if money is None else shared(money, weights, digits_of(money))


def _digits(plan: Plan, metric_id: str, value: Decimal) -> int:
    metric = plan.metrics.get(metric_id)
    rate = metric is not None and metric.unit is not None and unit_of(metric, plan.currency) == "rate"
    return digits_of(value, rate=rate)
