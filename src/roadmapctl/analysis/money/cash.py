"""Money out and in, span by span."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from typing import Literal, NamedTuple

from roadmapctl.analysis.calendar.rows import Calendar, Row
from roadmapctl.analysis.calendar.spans import Span
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.seasonality import split
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period

NONE = Fraction(0)


class Cash(NamedTuple):
    """Money by span, in the plan's currency.

    What is spent on marketing is counted once: by the `sources` where any of them states a cost (`basis`), each
    cost in the spans in which its units enter; else by the budgets of the `tactics`, spread evenly over their
    days. `unassigned` is then what the plan's budget has beyond them, and `standing` the costs beside the
    sources; both evenly by months. `outside` is what tactics spend before or after the period. `out` is all of
    it in the period.

    `revenue` is that of the deals as they are really won, `revenue_after` of those won after the period; both None
    without a deal size. `earned` is the gross margin's part of it (all, where no margin is stated), `cumulative` what is
    earned less what is out, up to the end of each span; `lowest` its lowest value, or 0: the money it takes.
    `break_even` is the first span from whose end on it never lies below 0 again; None is never.
    """

    spans: tuple[Span, ...]
    basis: Literal["sources", "tactics"]
    sources: Row
    tactics: Row
    unassigned: Row
    standing: Row
    out: Row
    outside: Fraction
    revenue: Row | None
    revenue_after: Fraction | None
    earned: Row | None
    cumulative: Row
    lowest: Fraction
    break_even: Span | None


def plan_cash(plan: Plan, result: FunnelResult, calendar: Calendar) -> Cash:
    """The money of a plan on its calendar."""
    none = (NONE,) * len(calendar.spans)
    by_sources = any(source.cost is not None for source in result.sources)
    budgets = (none, NONE) if by_sources else _tactics(plan, calendar)
    standing = () if plan.funnel is None else plan.funnel.costs.values()
    rows = (
        _sources(result, calendar) if by_sources else none,
        budgets[0],
        none if by_sources else _evenly(_unassigned(plan), calendar),
        _evenly(sum(map(Fraction, standing), NONE), calendar),
    )
    out = tuple(sum(parts, NONE) for parts in zip(*rows, strict=True))
    revenue, after = _revenue(result, calendar)
    margin = plan.funnel.margin if plan.funnel is not None else None
    part = Fraction(1) if margin is None else Fraction(margin)
    earned = None if revenue is None else tuple(part * money for money in revenue)
    cumulative = tuple(accumulate(gain - cost for gain, cost in zip(earned or none, out, strict=True)))
    return Cash(
        calendar.spans,
        "sources" if by_sources else "tactics",
        *rows,
        out=out,
        outside=budgets[1],
        revenue=revenue,
        revenue_after=after,
        earned=earned,
        cumulative=cumulative,
        lowest=min(NONE, *cumulative),
        break_even=break_even(cumulative, calendar.spans),
    )


def break_even(cumulative: Sequence[Fraction], spans: Sequence[Span]) -> Span | None:
    """The first span from whose end on the sum never lies below 0 again; None where it ends below."""
    below = [number for number, money in enumerate(cumulative) if money < 0]
    first = below[-1] + 1 if below else 0
    return spans[first] if first < len(spans) else None


def _sources(result: FunnelResult, calendar: Calendar) -> Row:
    """Each source's cost in proportion to its units; evenly where it has a cost and no units."""
    total = [NONE] * len(calendar.spans)
    for source, row in zip(result.sources, calendar.sources, strict=True):
        if source.cost:
            units = row.entering
            whole = sum(units, NONE)
            parts = [each / whole for each in units] if whole else _evenly(Fraction(1), calendar)
            for number, part in enumerate(parts):
                total[number] += source.cost * part
    return tuple(total)


def _evenly(money: Fraction, calendar: Calendar) -> Row:
    return split(money, calendar.period, {}, calendar.spans)


def _unassigned(plan: Plan) -> Fraction:
    planned = sum((Fraction(tactic.budget or 0) for tactic in plan.tactics.values()), NONE)
    return max(NONE, Fraction(plan.budget or 0) - planned)


def _tactics(plan: Plan, calendar: Calendar) -> tuple[Row, Fraction]:
    """The tactics' budgets by span, and what of them lies outside the period. A day nobody has stated is the period's."""
    total = [NONE] * len(calendar.spans)
    outside = NONE
    for tactic in plan.tactics.values():
        if tactic.budget:
            per_day, first, last = _daily(tactic, calendar.period)
            outside += Fraction(tactic.budget)
            for number, days in _days_by_span(first, last, calendar.spans):
                total[number] += per_day * days
                outside -= per_day * days
    return tuple(total), outside


def _daily(tactic: Tactic, period: Period) -> tuple[Fraction, date, date]:
    first = tactic.start or min(period.start, tactic.end or period.start)
    last = max(first, tactic.end or max(period.end, first))
    return Fraction(tactic.budget or 0) / ((last - first).days + 1), first, last


def _days_by_span(first: date, last: date, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for number, span in enumerate(spans):
        days = (min(last, span.end) - max(first, span.start) + timedelta(days=1)).days
        if days > 0:
            yield number, days


def _revenue(result: FunnelResult, calendar: Calendar) -> tuple[Row | None, Fraction | None]:
    demand = result.demand
    if demand.revenue is None:
        return None, None
    value = demand.revenue / demand.deals if demand.deals else NONE
    won = calendar.stages[-1]
    return tuple(deals * value for deals in won.reached), won.spill * value
