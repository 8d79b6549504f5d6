"""Funnels with a calendar, for tests."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from hypothesis import strategies as st

from roadmapctl.analysis.calendar.plan_calendar import funnel_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.demand import Demand, customer_demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, reverse_funnel
from roadmapctl.analysis.rounding import Rounding
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Source, Stage
from roadmapctl.model.time import Lag, Period, lag, period

YEAR = period(2027)


class Funnel(NamedTuple):
    """A funnel's parts, and what it comes to."""

    stages: list[Stage]
    sources: dict[str, Source]
    result: FunnelResult

    @property
    def lags(self) -> list[Lag | None]:
        return [stage.lag for stage in self.stages[:-1]]

    def calendar(self, by: str = "month", **options: Any) -> Calendar:
        found = funnel_calendar(self.result, self.lags, by, **options)  # type: ignore[arg-type]
        assert isinstance(found, Calendar), found
        return found


def funnel(
    demand: Demand | Fraction | int,
    stages: Sequence[Mapping[str, Any]],
    sources: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    over: Period = YEAR,
    rounding: Rounding = "final",
) -> Funnel:
    """A funnel of stages, top first, ids `s0`, `s1`… unless said; the last needs no entry: it is `customer`."""
    rows = [Stage(**{"id": f"s{number}", **row}) for number, row in enumerate(stages)]
    if "rate" in (stages[-1] if stages else {"rate": 1}) or not rows:
        rows.append(Stage(id="customer"))
    brought = {id_: Source(**row) for id_, row in (sources or {}).items()}
    wanted = demand if isinstance(demand, Demand) else customer_demand(demand)
    result = reverse_funnel(wanted, rows, brought, rounding=rounding, period=over)
    assert isinstance(result, FunnelResult), result
    return Funnel(rows, brought, result)


def plan(**parts: Any) -> Plan:
    """A plan that is to win 100,000 USD in deals of 1,000 in 2027."""
    whole = {
        "roadmap": 1,
        "name": "Spring",
        "currency": "USD",
        "period": 2027,
        "metrics": {"revenue": {"unit": "USD", "kind": "flow"}},
        "goals": {"sales": {"metric": "revenue", "target": 100_000}},
    }
    parts = {**whole, **parts}
    parts["funnel"] = {"goal": "sales", "deal_size": 1_000, **parts.get("funnel", {})}
    return Plan.model_validate(parts)


def days(over: Period) -> list[date]:
    """Every day of a period."""
    return [over.start + timedelta(days=number) for number in range((over.end - over.start).days + 1)]


# --- any funnel

RATES = st.integers(20, 1000).map(lambda n: {"won": n, "of": 1000})
DURATIONS = st.one_of(
    st.integers(0, 120).map("{}d".format), st.integers(0, 12).map("{}w".format), st.integers(0, 5).map("{}mo".format)
)
SPREADS = st.integers(1, 60).flatmap(
    lambda p50: st.integers(p50 + 1, 200).map(lambda p90: {"p50": f"{p50}d", "p90": f"{p90}d"})
)
WEIGHTS = st.dictionaries(
    st.sampled_from(["Q1", "Q2", "Q3", "Q4", *(f"{month:02d}" for month in range(1, 13))]),
    st.decimals("0.1", 30, places=1),
    max_size=8,
)
PERIODS = st.one_of(
    st.sampled_from([period(2027), period("2028-Q1"), period("2027-H2"), period("2027-05")]),
    st.tuples(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(0, 500)).map(
        lambda row: Period(row[0], row[0] + timedelta(days=row[1]))
    ),
)
ROUNDINGS: st.SearchStrategy[Rounding] = st.sampled_from(["final", "each"])
DEALS = st.fractions(0, 3000, max_denominator=50)


@st.composite
def stage_rows(draw: st.DrawFn, lags: st.SearchStrategy[Any]) -> list[dict[str, Any]]:
    rows = draw(
        st.lists(st.fixed_dictionaries({"rate": RATES, "in_hand": st.integers(0, 300)}), min_size=1, max_size=4)
    )
    for row in rows:
        row["lag"] = lag(found) if (found := draw(st.none() | lags)) is not None else None
        if draw(st.booleans()):
            row["recycled"] = {"units": draw(st.integers(0, 300)), "rate": draw(RATES)}
    rows = [{key: value for key, value in row.items() if key != "lag"} | _plain(row["lag"]) for row in rows]
    return [*rows, {"id": "customer", "in_hand": draw(st.integers(0, 50))}]


def _plain(found: Lag | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {"lag": str(found) if not hasattr(found, "p50") else {"p50": str(found.p50), "p90": str(found.p90)}}


@st.composite
def source_rows(draw: st.DrawFn, stages: int, anyway: bool = True) -> dict[str, dict[str, Any]]:
    """None, or some with shares, some of which bring a number anyway."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), max_size=2)))
    found: dict[str, dict[str, Any]] = {}
    for number, (low, high) in enumerate(pairwise([0, *cuts, 100]) if draw(st.booleans()) else ()):
        feeds = draw(st.integers(0, stages - 1))
        own = {f"s{at}": draw(RATES) for at in range(feeds, stages - 1) if draw(st.booleans())}
        at = f"s{feeds}" if feeds < stages - 1 else "customer"
        found[f"source{number}"] = {"feeds": at, "rates": own, "share": f"{high - low}%"}
    if anyway and draw(st.booleans()):
        feeds = draw(st.integers(0, stages - 1))
        found["as-ever"] = {
            "feeds": f"s{feeds}" if feeds < stages - 1 else "customer",
            "brings": draw(st.integers(0, 2000)),
        }
    return found


@st.composite
def funnels(
    draw: st.DrawFn,
    lags: st.SearchStrategy[Any],
    *,
    anyway: bool = True,
    over: st.SearchStrategy[Period] = PERIODS,
    rounding: st.SearchStrategy[Rounding] = ROUNDINGS,
) -> Funnel:
    """Any funnel with such lags; some with sources that bring a number `anyway`."""
    rows = draw(stage_rows(lags))
    sources = draw(source_rows(len(rows), anyway))
    return funnel(draw(DEALS), rows, sources, over=draw(over), rounding=draw(rounding))
