"""Annual plans for hypothesis, and what of them is due by a day, counted day by day."""

import json
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from roadmapctl.model import Plan
from roadmapctl.model.time import Period

MONTHS = [f"{month:02d}" for month in range(1, 13)]
WEIGHTS = st.integers(1, 30).map(lambda n: n / 10).map(str)
SEASONS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({f"Q{n}": WEIGHTS for n in range(1, 5)}),
    st.dictionaries(st.sampled_from(MONTHS), WEIGHTS, max_size=12),
)
PERIODS = st.sampled_from(
    [
        2027,
        2028,
        {"start": "2027-04-01", "end": "2028-03-31"},
        {"start": "2027-02-10", "end": "2027-11-20"},
        "2027-H1",
    ]
)
AMOUNTS = st.one_of(
    st.integers(0, 10**7), st.integers(1, 50).map(lambda n: n * 10_000), st.decimals(0, 10**4, places=2).map(str)
)


@st.composite
def years(draw: st.DrawFn) -> Plan:
    """A plan with goals of every kind, tactics, a budget that covers them, and a seasonality."""
    values: dict[str, Any] = {"roadmap": 1, "name": "Year", "currency": "EUR", "period": draw(PERIODS)}
    period = Plan.model_validate(values).period
    assert period is not None
    days = st.dates(period.start, period.end)
    goals = {f"g{n}": _goal(draw, days) for n in range(draw(st.integers(1, 3)))}
    tactics = {f"t{n}": _tactic(draw, days) for n in range(draw(st.integers(0, 4)))}
    values |= {
        "metrics": {
            "leads": {"unit": "people", "kind": "flow"},
            "readers": {"unit": "people", "kind": "stock"},
            "closing": {"unit": "rate", "kind": "stock"},
        },
        "goals": goals,
        "tactics": tactics,
        "funnel": {"seasonality": draw(SEASONS), "stages": []},
    }
    plan = Plan.model_validate(json.loads(json.dumps(values)))
    spent = sum((t.budget or 0 for t in plan.tactics.values()), 0)
    return Plan.model_validate({**values, "budget": str(spent + draw(st.integers(0, 10**6)))})


def _goal(draw: st.DrawFn, days: st.SearchStrategy[date]) -> dict[str, Any]:
    metric = draw(st.sampled_from(["leads", "readers", "closing"]))
    rates = st.integers(0, 1000).map(lambda n: f"{n / 10}%")
    values = rates if metric == "closing" else AMOUNTS
    return {"metric": metric, "baseline": draw(values), "target": draw(values), "due": str(draw(days))}


def _tactic(draw: st.DrawFn, days: st.SearchStrategy[date]) -> dict[str, Any]:
    start, end = sorted([draw(days), draw(days)])
    brings = draw(st.dictionaries(st.sampled_from(["leads", "readers"]), st.integers(0, 10**6), max_size=2))
    return {"start": str(start), "end": str(end), "budget": draw(AMOUNTS), "contributes": brings}


def share(plan: Plan, window: Period, part: Period, *, of: str | None = None) -> Fraction:
    """The share of a window's whole that falls due within a part of it, by adding up days.

    A day weighs its month's weight over the month's number of days, and what counts is a day's weight among all of the window.
    Months of the rate `closing` weigh all the same.
    """
    weights = {day: _weight(plan, day, of != "closing") for day in _days(window)}
    inside = [weight for day, weight in weights.items() if part.covers(day)]
    return sum(inside, Fraction(0)) / sum(weights.values(), Fraction(0))


def _weight(plan: Plan, day: date, seasonal: bool) -> Fraction:
    seasons = plan.funnel.seasonality if plan.funnel is not None and seasonal else {}
    own = seasons.get(f"{day.month:02d}", seasons.get(f"Q{(day.month - 1) // 3 + 1}", 1))  # type: ignore[call-overload]
    return Fraction(own) / monthrange(day.year, day.month)[1]


def _days(period: Period) -> list[date]:
    return [period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1)]
