"""What comes of the planned entries, held against closed forms and a simulation day by day."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import log, prod
from statistics import NormalDist
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.journeys import Journeys
from roadmapctl.analysis.funnel.lags import percentiles_of_sums
from roadmapctl.model.time import Duration, Lag, Period, SpreadLag, lag, period
from tests.analysis.calendar.funnels import DURATIONS, WEIGHTS, Funnel, days, funnel, funnels

WEEKS = Period(date(2027, 1, 4), date(2027, 12, 26))
"""51 weeks, Monday to Sunday."""
WHOLE_WEEKS = st.integers(0, 9).map("{}w".format)


# --- fixed lags


@settings(max_examples=40, deadline=None)
@given(funnels(DURATIONS, anyway=False), WEIGHTS)
def test_with_fixed_lags_everything_arrives_when_it_is_due_unless_it_is_late(
    subject: Funnel, weights: dict[str, Fraction]
) -> None:
    calendar = subject.calendar(weights=weights)
    late = [row.late.short for row in calendar.stages]
    for number, row in enumerate(calendar.stages):
        if not any(late[: number + 1]):
            assert (row.reached, row.spill) == (row.new, 0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 100), WHOLE_WEEKS), min_size=1, max_size=4), WEIGHTS)
def test_each_stage_gets_what_left_the_one_above_a_lag_ago(
    rows: list[tuple[int, str]], weights: dict[str, Fraction]
) -> None:
    """N_{k+1}(t) = r · N_k(t − L), week by week, what is late having entered in the first."""
    subject = funnel(1000, [{"rate": f"{rate}%", "lag": weeks} for rate, weeks in rows], over=WEEKS)
    calendar = subject.calendar("week", weights=weights)
    assert len(calendar.spans) == 51
    top = calendar.stages[0]
    assert top.reached == (top.late.short + top.new[0], *top.new[1:])
    for (rate, weeks), above, below in zip(rows, calendar.stages, calendar.stages[1:], strict=False):
        shift = int(weeks[:-1])
        share = Fraction(rate, 100)
        assert below.reached == tuple(share * units for units in [0] * shift + list(above.reached[: 51 - shift]))
        assert below.spill == share * (above.spill + sum(above.reached[51 - shift :]))


@settings(max_examples=40, deadline=None)
@given(funnels(WHOLE_WEEKS, anyway=False, over=st.just(WEEKS)), WEIGHTS, st.integers(1, 60))
def test_a_longer_lag_moves_all_rows_above_it(subject: Funnel, weights: dict[str, Fraction], more: int) -> None:
    *above, last = subject.stages[:-1]
    lag_of_last = 0 if last.lag is None else last.lag.number  # type: ignore[union-attr]
    longer = [*above, last.model_copy(update={"lag": lag(f"{lag_of_last + more}w")}), subject.stages[-1]]
    moved = subject._replace(stages=longer).calendar("week", weights=weights)
    calendar = subject.calendar("week", weights=weights)
    for before, after in zip(calendar.stages[:-1], moved.stages[:-1], strict=True):
        assert after.need == (*before.need[more:], *[0] * more)[:51]
        assert after.late.needed == before.late.needed + sum(before.need[:more])
    assert moved.stages[-1].need == calendar.stages[-1].need


def test_what_is_late_enters_on_the_first_day_and_its_deals_come_by_so_much_later() -> None:
    # Weights by their days make it one deal a day.
    subject = funnel(365, [{"rate": "50%", "lag": "90d", "in_hand": 40}], over=period(2027))
    flat = {f"{month:02d}": length for month, length in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)}
    calendar = subject.calendar(weights=flat)
    top, won = calendar.stages
    assert top.late == (180, 180, 40, 140, 140, 70)
    assert top.need[0] == top.new[0] == 62
    assert top.new[8:] == (60, 4, 0, 0)  # two leads a day until 2 October
    # The 70 late deals are all won on 1 April; those of 40 in hand, the first 20, when they are due.
    assert won.reached[:4] == (20, 0, 0, 70 + 30)
    assert won.spill == 0


def test_deals_of_recycled_units_are_not_late() -> None:
    # Forty units tried again bring the first 20 deals; of the 80 others, those until the end of June are late.
    subject = funnel(100, [{"rate": "50%", "lag": "6mo", "recycled": {"units": 40, "rate": "50%"}}])
    top, won = subject.calendar().stages
    assert (top.late.needed, top.late.short, top.late.deals) == (60, 60, 30)
    # They set out in January too, and are won in July with all that is late.
    assert won.reached[:7] == (0,) * 6 + (20 + 30 + Fraction(100, 12),)


def test_what_cannot_be_won_any_more_spills() -> None:
    subject = funnel(100, [{"rate": "50%", "lag": "120d"}], over=period("2027-Q1"))
    calendar = subject.calendar()
    top, won = calendar.stages
    assert (top.late.short, top.late.deals) == (200, 100)
    assert (top.need, top.reached, won.reached, won.spill) == ((0, 0, 0), (200, 0, 0), (0, 0, 0), 100)
    assert (calendar.spill.deals, calendar.spill.more, calendar.spill.next) == (100, None, None)


# --- what comes anyway


def test_what_comes_anyway_comes_evenly_and_the_plan_fills_the_rest() -> None:
    sources = {"website": {"feeds": "s0", "brings": 1200}, "events": {"feeds": "s0"}}
    subject = funnel(240, [{"rate": "10%", "lag": "3mo"}], sources)
    calendar = subject.calendar()
    website, events = calendar.sources
    assert website.units == (100,) * 12
    top, won = calendar.stages
    # Its deals are won from April on, ten a month; those of the last three months' leads only next year.
    assert won.anyway_after == calendar.spill.deals == 30
    # Twenty deals a month are due: the plan brings all of the first three months, half of the others while any is left.
    planned = [20, 20, 20] + [10] * 6 + [0] * 3
    assert won.need == won.need_whole == (20,) * 9 + (10,) * 3
    assert sum(planned) == 120
    assert events.late == 10 * 60
    assert events.units == (100,) * 6 + (0,) * 6
    assert top.need == (200,) * 6 + (100,) * 6
    assert (top.late.needed, top.late.short) == (600, 600)


def test_more_than_is_wanted_may_come_anyway() -> None:
    subject = funnel(60, [{"rate": "10%", "lag": "30d"}], {"website": {"feeds": "s0", "brings": 1200}})
    calendar = subject.calendar()
    assert calendar.sources[0].units == (100,) * 12
    assert calendar.stages[0].late.needed == 0
    assert sum(calendar.stages[1].reached) + calendar.spill.deals == 60


# --- varying lags


def lognormal_below(found: SpreadLag, at: float) -> float:
    """P(lag ≤ at), from the normal distribution of the standard library."""
    sigma = log(float(found.p90.days / found.p50.days)) / NormalDist().inv_cdf(0.9)
    return NormalDist(log(float(found.p50.days)), sigma).cdf(log(at)) if at > 0 else 0.0


def simulated(flow: list[float], rate: float, found: Lag) -> list[float]:
    """N_{k+1}(t) = r · Σ_u g(u)·N_k(t − u), day by day; units that take 0.5 to 1.5 days arrive on day 1."""
    length = len(flow)
    if not isinstance(found, SpreadLag):
        return [rate * units for units in ([0.0] * found.number + flow)[:length]]
    g = [lognormal_below(found, u + 0.5) - lognormal_below(found, u - 0.5) for u in range(length)]
    return [rate * sum(g[u] * flow[t - u] for u in range(t + 1)) for t in range(length)]


Row = tuple[str, str | tuple[str, str]]
"""A rate, and a fixed lag or the p50 and p90 of one that varies."""


def written(found: str | tuple[str, str]) -> Any:
    return found if isinstance(found, str) else {"p50": found[0], "p90": found[1]}


def entering(rows: Sequence[Row], over: Period, deals: float) -> list[float]:
    """The units that enter the top stage on each day, if deals are due evenly by month: so many days before as all takes."""
    lags = [lag(written(found)) for _, found in rows]
    varying = [found for found in reversed(lags) if isinstance(found, SpreadLag)]
    ahead = sum(found.number for found in lags if not isinstance(found, SpreadLag))
    ahead += varying[0].p50.number if len(varying) == 1 else percentiles_of_sums(varying, "p50")[-1] or 0
    units = deals / prod(float(rate[:-1]) / 100 for rate, _ in rows)
    months = Counter((day.year, day.month) for day in days(over))
    flow = [0.0] * len(days(over))
    for number, day in enumerate(days(over)):
        flow[max(0, number - ahead)] += units / len(months) / months[day.year, day.month]
    return flow


@pytest.mark.parametrize(
    ("rows", "over"),
    [
        ([("30%", ("45d", "120d"))], period(2027)),
        ([("20%", ("14d", "60d")), ("25%", ("45d", "120d"))], period(2027)),
        ([("20%", ("14d", "60d")), ("50%", "21d"), ("25%", ("3d", "200d"))], period(2027)),
        ([("40%", "10d"), ("25%", ("45d", "46d"))], period("2027-H1")),
    ],
)
def test_varying_lags_against_a_simulation_day_by_day(rows: list[Row], over: Period) -> None:
    calendar = funnel(1000, [{"rate": rate, "lag": written(found)} for rate, found in rows], over=over).calendar()
    flow = entering(rows, over, 1000.0)
    for row, (rate, found) in zip(calendar.stages, [*rows, ("", "")], strict=True):
        dated = list(zip(days(over), flow, strict=True))
        by_month = [sum(units for day, units in dated if span.start <= day <= span.end) for span in calendar.spans]
        assert [float(units) for units in row.reached] == pytest.approx(by_month, rel=1e-6, abs=1e-4)
        assert float(row.spill) == pytest.approx(float(sum(row.need) + row.late.needed) - sum(by_month), abs=1e-3)
        if rate:
            flow = simulated(flow, float(rate[:-1]) / 100, lag(written(found)))


def test_half_of_the_units_of_a_varying_lag_are_late() -> None:
    """All deals due in June: those due on its last day come late by half, the others as far as June is over."""
    weights = {"06": Fraction(10**12)} | {f"{month:02d}": Fraction(1) for month in range(1, 6)}
    stages = [{"rate": "50%", "lag": {"p50": "40d", "p90": "90d"}}]
    calendar = funnel(1000, stages, over=period("2027-H1")).calendar(weights=weights)
    won = calendar.stages[1]
    sigma = log(90 / 40) / NormalDist().inv_cdf(0.9)
    late = [1 - NormalDist(log(40), sigma).cdf(log(40 + early + 0.5)) for early in range(30)]
    assert float(won.spill) == pytest.approx(1000 * sum(late) / 30, rel=1e-6)
    assert float(calendar.spill.more or 0) == pytest.approx(float(won.spill / (1000 - won.spill)))


def test_the_median_of_a_sum_is_more_than_the_sum_of_medians() -> None:
    lags = [{"p50": "30d", "p90": "90d"}, {"p50": "40d", "p90": "100d"}]
    calendar = funnel(100, [{"rate": "50%", "lag": found} for found in lags], over=period(2027)).calendar("week")
    last = max(span.end for span, units in zip(calendar.spans, calendar.stages[0].need, strict=True) if units)
    assert date(2027, 12, 31) - timedelta(days=95) < last < date(2027, 12, 31) - timedelta(days=70)


def test_only_what_is_brought_can_be_more() -> None:
    rows = [{"rate": "20%", "lag": {"p50": "45d", "p90": "120d"}, "in_hand": 150}]
    calendar = funnel(100, rows).calendar()
    in_time = sum(calendar.stages[-1].reached) - 30  # the deals of those in hand are won when they are due
    assert calendar.spill.more == calendar.spill.deals / in_time


@pytest.mark.parametrize("length", [365, 2049, 14_600])
def test_how_much_has_arrived_by_each_day(length: int) -> None:
    one, two = (lag({"p50": p50, "p90": p90}) for p50, p90 in (("20d", "90d"), ("60d", "100d")))
    journeys = Journeys([one, Duration(14, "d"), two], length)
    alone, both = journeys.between(0, 2), journeys.between(0, 3)
    assert isinstance(one, SpreadLag)
    for at in (0, 1, 7, 20, 90, 300, 364):
        assert alone.arrived[at] == pytest.approx(lognormal_below(one, at + 0.5), abs=1e-6 if length == 365 else 0.03)
    half = next(at for at, part in enumerate(both.arrived) if part >= 0.5)
    assert abs(half - (percentiles_of_sums([one, two], "p50")[-1] or 0)) <= 3  # type: ignore[list-item]
    assert alone.after(date(2027, 1, 1)) == date(2027, 1, 15)
    assert journeys.between(1, 2).arrived == ()


def test_bringing_more_makes_up_for_what_spills() -> None:
    rows = [{"rate": "20%", "lag": {"p50": "45d", "p90": "120d"}}]
    first = funnel(100, rows).calendar()
    assert first.spill.more is not None
    again = funnel(100 * (1 + first.spill.more), rows).calendar()
    assert float(sum(again.stages[-1].reached)) == pytest.approx(100, abs=1e-6)
