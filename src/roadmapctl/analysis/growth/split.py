"""A goal by quarter, month or week of the plan's period."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Literal, NamedTuple

from roadmapctl.analysis.calendar.spans import By, Span, spans_of
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.growth.growth import Growth
from roadmapctl.analysis.parts.goals import Way, flow_shares
from roadmapctl.analysis.parts.shared import RATE_DIGITS, digits_of, rounded, shared
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model import Plan
from roadmapctl.model.time import Period

ZERO = Decimal(0)
Reason = Literal["no_target", "no_period", "too_long", "no_baseline", "due_before"]


class SplitRow(NamedTuple):
    """What a goal asks for in a span, in its metric's unit: `part` of it within the span, `until` by the span's end.

    Of a flow `until` is the sum so far; of a stock or a rate it is the value to have reached, and `part` the step to it.
    """

    span: Span
    part: Decimal
    until: Decimal


class Split(NamedTuple):
    """A goal by spans up to the one in which it is due; the parts sum to the target, of a stock or rate to the way there."""

    goal: str
    by: By
    rows: tuple[SplitRow, ...]


class Unsplit(NamedTuple):
    """Why a goal cannot be split."""

    goal: str
    by: By
    reason: Reason


def goal_split(within: Frame, growth: Growth, by: By) -> Split | Unsplit:
    """The goal by the plan's seasonality from the plan's first day to the day it is due, whole units whole.

    A flow is shared out, T · s(span), by largest remainder, as its status and its quarters have it (`flow_shares`); a stock or a
    rate moves from its baseline to its target by way of what its milestones ask for (`Way`).
    """
    plan, goal = within.plan, within.plan.goals[growth.goal]
    spans = spans_of(plan.period, by)
    reason = _reason(plan, growth, spans)
    if reason is not None or isinstance(spans, Infeasible) or goal.aim is None:
        return Unsplit(growth.goal, by, reason or "no_target")
    window = Period(spans[0].start, min(goal.due or spans[-1].end, spans[-1].end))
    cut = [span._replace(end=min(span.end, window.end)) for span in spans if span.start <= window.end]
    if growth.kind == "flow" or goal.baseline is None:
        return Split(growth.goal, by, tuple(_flow(within, growth.goal, goal.aim, window, cut)))
    way = Way(within, growth.goal, goal.baseline, goal.aim, window)
    digits = _decimals(goal.baseline, goal.aim, at_least=RATE_DIGITS if growth.kind == "rate" else 0)
    return Split(growth.goal, by, tuple(_levels(way, goal.baseline, cut, digits)))


def _decimals(*values: Decimal, at_least: int = 0) -> int:
    """The decimals to which values are written: parts of whole numbers are whole."""
    return max(at_least, *(digits_of(value) for value in values))


def _reason(plan: Plan, growth: Growth, spans: tuple[Span, ...] | Infeasible) -> Reason | None:
    goal = plan.goals[growth.goal]
    if isinstance(spans, Infeasible):
        return "no_period" if spans.reason == "no_period" else "too_long"
    if growth.target is None:
        return "no_target"
    if goal.due is not None and goal.due < spans[0].start:
        return "due_before"
    return "no_baseline" if growth.kind != "flow" and goal.baseline is None else None


def _flow(within: Frame, id_: str, aim: Decimal, window: Period, spans: Sequence[Span]) -> Iterator[SplitRow]:
    until = ZERO
    shares = list(map(flow_shares(within, id_, window), spans))
    for span, part in zip(spans, _whole_parts(aim, shares, spans), strict=True):
        until += part
        yield SplitRow(span, part, until)


def _whole_parts(aim: Decimal, shares: Sequence[Fraction], spans: Sequence[Span]) -> list[Decimal]:
    """The parts of a flow, whole where it is; months share out what their quarter has, so that both tables add up alike."""
    digits = _decimals(aim)
    groups = [list(group) for _, group in groupby(range(len(spans)), key=lambda n: _quarter(spans[n]))]
    totals = shared(aim, [sum((shares[n] for n in group), Fraction(0)) for group in groups], digits)
    found = (_within(total, [shares[n] for n in group], digits) for group, total in zip(groups, totals, strict=True))
    return [part for parts in found for part in parts]


def _quarter(span: Span) -> object:
    """What a span is shared out with: the other months of its quarter, or nothing but itself."""
    return (span.end.year, (span.end.month - 1) // 3) if span.by == "month" else span


def _within(total: Decimal, shares: Sequence[Fraction], digits: int) -> tuple[Decimal, ...]:
    return shared(total, shares, digits) if total else (ZERO,) * len(shares)


def _levels(way: Way, before: Decimal, spans: list[Span], digits: int) -> Iterator[SplitRow]:
    for span in spans:
        value = rounded(way.at(span.end), digits)
        yield SplitRow(span, value - before, value)
        before = value


def rhythm_of(plan: Plan, id_: str) -> By:
    """The goal's own rhythm, else that in which the plan is measured, else quarters."""
    rhythm = None if plan.measurement is None else plan.measurement.rhythm
    return plan.goals[id_].split or rhythm or "quarter"
