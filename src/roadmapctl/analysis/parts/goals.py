"""What a goal asks for in each part of the plan's period."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.analysis.parts.periods import overlap
from roadmapctl.analysis.parts.shared import digits_of, rounded, shared
from roadmapctl.analysis.seasonality import Curve, Days, Weights
from roadmapctl.analysis.status.course import share_by_steps
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.time import Period


class GoalPart(NamedTuple):
    """A goal within a part of the period, in its metric's unit.

    Of a flow, `target` is what falls due within the part and `baseline` the same part of the year's baseline. Of a stock or a
    rate they are the values to have at the part's end and at its start. `baseline` is None where the goal states none, or where
    rounding leaves none below the target.
    """

    baseline: Decimal | None
    target: Decimal
    due: date


def weights_of(plan: Plan) -> Weights:
    """The plan's seasonality; without one every month counts the same."""
    return plan.funnel.seasonality if plan.funnel is not None else {}


def weights_for(plan: Plan, metric: str | None) -> Weights:
    """The same of what is counted in a metric: volumes have a season, rates have none, as their status has it."""
    return {} if metric in plan.metrics and plan.metrics[metric].is_rate else weights_of(plan)


def is_level(plan: Plan, goal: Goal) -> bool:
    """Does the goal's metric stand at a value (a stock, a rate) and not add up over time?

    A metric that does not say its kind is one where it is a rate, or where the goal starts above or below 0.
    """
    metric = plan.metrics.get(goal.metric or "")
    if metric is not None and (metric.kind == "stock" or is_rate(plan, goal)):
        return True
    return (metric is None or metric.kind is None) and bool(goal.baseline)


def is_rate(plan: Plan, goal: Goal) -> bool:
    """Is the goal's metric a share of something?"""
    metric = plan.metrics.get(goal.metric or "")
    return metric is not None and metric.is_rate


def goal_parts(within: Frame, id: str, parts: Sequence[Period]) -> tuple[GoalPart | None, ...]:
    """The goal in each of the parts that make up the plan's period; None where it asks for nothing there.

    A flow is shared out from the first day of the plan to the day the goal is due, T · s(part) (`flow_shares`), in whole units, by
    largest remainder. A stock moves from its baseline to its target along the same seasonality, b + (t − b) · s(day), and a rate
    month by month alike, through those of their milestones that lie on the way.
    """
    plan = within.plan
    goal = plan.goals[id]
    if plan.period is None or goal.aim is None:
        return (None,) * len(parts)
    due = min(goal.due or plan.period.end, plan.period.end)
    if due < plan.period.start:
        return (None,) * len(parts)
    window = Period(plan.period.start, due)
    if is_level(plan, goal):
        return _levels(within, id, goal.aim, window, parts)
    return _flows(within, id, goal.aim, window, parts)


def flow_shares(within: Frame, id: str, window: Period) -> Callable[[Days], Fraction]:
    """The share of a goal on a flow that falls due within some days of its window.

    By its milestones, where they share all of it out among their days and it has no `split` of its own; else by the plan's
    seasonality.
    """
    weights, steps = weights_of(within.plan), within.of_goal(id).steps
    if not steps:
        return Curve(window, weights).within

    def until(day: date) -> Fraction:
        return share_by_steps(window.start, steps, day, weights)

    return lambda days: until(days.end) - until(days.start - timedelta(days=1))


def _flows(
    within: Frame, id: str, aim: Decimal, window: Period, parts: Sequence[Period]
) -> tuple[GoalPart | None, ...]:
    goal, share = within.plan.goals[id], flow_shares(within, id, window)
    inside = [overlap(part, window) for part in parts]
    weights = [Fraction(0) if span is None else share(span) for span in inside]
    targets = shared(aim, weights, digits_of(aim, goal.baseline))
    baselines: Sequence[Decimal | None] = [None] * len(parts)
    if goal.baseline is not None:
        baselines = shared(goal.baseline, weights, digits_of(aim, goal.baseline))
    rows = zip(inside, baselines, targets, strict=True)
    return tuple(
        None if span is None or not t else GoalPart(_below(b, t, goal, aim), t, span.end) for span, b, t in rows
    )


def _below(baseline: Decimal | None, target: Decimal, goal: Goal, aim: Decimal) -> Decimal | None:
    """The baseline of a part; None where rounding has put it level with the target, or on its other side."""
    if baseline is None or goal.baseline is None or baseline == target:
        return None
    return baseline if (target > baseline) == (aim > goal.baseline) else None


def _levels(
    within: Frame, id: str, aim: Decimal, window: Period, parts: Sequence[Period]
) -> tuple[GoalPart | None, ...]:
    plan, goal = within.plan, within.plan.goals[id]
    inside = [overlap(part, window) for part in parts]
    if goal.baseline is None:  # nothing is known of the way, so it is asked for where it is due
        return tuple(None if s is None or s.end != window.end else GoalPart(None, aim, s.end) for s in inside)
    way = Way(within, id, goal.baseline, aim, window)
    digits = digits_of(goal.baseline, aim, rate=is_rate(plan, goal))
    before = goal.baseline
    found: list[GoalPart | None] = []
    for span in inside:
        if span is None:
            found.append(None)
            continue
        value = rounded(way.at(span.end), digits)
        found.append(None if value == before else GoalPart(before, value, span.end))
        before = value
    return tuple(found)


class _Stop(NamedTuple):
    """A day by whose end a stock or a rate stands at a value."""

    day: date
    value: Fraction


class Way:
    """How a stock or a rate moves from its baseline to its target, from stop to stop: a stock by the plan's seasonality."""

    def __init__(self, within: Frame, id: str, baseline: Decimal, aim: Decimal, window: Period) -> None:
        """The way of a goal over the days of `window`; it stops at the values that its own milestones state."""
        first = _Stop(window.start - timedelta(days=1), Fraction(baseline))
        last = _Stop(window.end, Fraction(aim))
        self._stops = [first, *_between(_stated(within, id), first, last), last]
        weights = weights_for(within.plan, within.plan.goals[id].metric)
        self._legs = [_leg(before, after, weights) for before, after in pairwise(self._stops)]

    def at(self, day: date) -> Fraction:
        """The value that the plan wants by the end of a day."""
        value = self._stops[0].value
        for before, after, curve in self._legs:
            if day > before.day:
                value = before.value + (after.value - before.value) * curve.until(day)
        return value


def _leg(before: _Stop, after: _Stop, weights: Weights) -> tuple[_Stop, _Stop, Curve]:
    return before, after, Curve(Period(before.day + timedelta(days=1), after.day), weights)


def _stated(within: Frame, id: str) -> list[_Stop]:
    """The dated values of the goal's milestones on its own metric, in time."""
    stated = ((m.date, m.target) for m in within.own(id))
    return sorted(_Stop(day, Fraction(target)) for day, target in stated if day is not None and target is not None)


def _between(stops: Sequence[_Stop], first: _Stop, last: _Stop) -> list[_Stop]:
    """Those that lie between the first and the last in time and in value, and step forward."""
    low, high = sorted((first.value, last.value))
    kept = [first]
    for stop in stops:
        forward = (stop.value > kept[-1].value) == (last.value > first.value)
        if kept[-1].day < stop.day < last.day and low < stop.value < high and forward:
            kept.append(stop)
    return kept[1:]
