"""Last useful dates, held against the calendar and numeric integration."""

import itertools
import random
from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.lags import entry_days, last_useful_dates, lognormal, percentiles_of_sums
from roadmapctl.model.time import Duration, SpreadLag, lag

END = date(2027, 12, 31)


def spread(p50: str, p90: str) -> SpreadLag:
    found = lag({"p50": p50, "p90": p90})
    assert isinstance(found, SpreadLag)
    return found


def test_fixed_lags_go_by_the_calendar_from_the_bottom_up() -> None:
    lags = [Duration(14, "d"), Duration(1, "mo"), Duration(2, "w")]
    assert last_useful_dates(lags, END) == (date(2027, 11, 3), date(2027, 11, 17), date(2027, 12, 17), END)


def test_a_month_before_the_end_of_march_is_the_end_of_february() -> None:
    assert last_useful_dates([Duration(1, "mo")], date(2027, 3, 31)) == (date(2027, 2, 28), date(2027, 3, 31))


def test_no_lag_no_dates_and_an_unstated_one_counts_as_none() -> None:
    assert last_useful_dates([None, None], END) == (None, None, None)
    assert last_useful_dates([None, Duration(30, "d")], END) == (date(2027, 12, 1), date(2027, 12, 1), END)


def test_one_varying_lag_is_its_own_p90() -> None:
    rows = [Duration(7, "d"), spread("45d", "120d")]
    assert last_useful_dates(rows, END) == (date(2027, 8, 26), date(2027, 9, 2), END)
    assert percentiles_of_sums([spread("45d", "120d")], "p90") == (120,)


def integrated(one: SpreadLag, other: SpreadLag) -> float:
    """The 90th percentile of the sum of two lags, by the midpoint rule over the first's probability and bisection."""
    first, second = lognormal(one), lognormal(other)
    cells = 4000
    edges = [first.quantile(-6 + 12 * i / cells) for i in range(cells + 1)]
    rows = [((a + b) / 2, first.below(b) - first.below(a)) for a, b in itertools.pairwise(edges)]

    def below(days: float) -> float:
        return sum(mass * second.below(days - at) for at, mass in rows)

    low, high = 0.0, 20_000.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < 0.9 else (low, middle)
    return high


@pytest.mark.parametrize(
    ("one", "other"),
    [(("45d", "120d"), ("14d", "60d")), (("10d", "11d"), ("20d", "21d")), (("3d", "200d"), ("30d", "90d"))],
)
def test_two_varying_lags_are_convolved(one: tuple[str, str], other: tuple[str, str]) -> None:
    pair = [spread(*one), spread(*other)]
    found = percentiles_of_sums(pair, "p90")[1]
    assert found is not None
    days = integrated(*pair)
    assert days - 0.15 <= found <= days + 1.05  # whole days, rounded up
    assert percentiles_of_sums(pair[::-1], "p90")[1] == found


def test_percentiles_do_not_add_up() -> None:
    rows = [spread("45d", "120d"), spread("30d", "90d"), spread("14d", "60d")]
    total = percentiles_of_sums(rows, "p90")[2]
    assert total is not None
    assert total < 120 + 90 + 60
    chance = random.Random(7)
    terms = [lognormal(row) for row in rows]
    drawn = sorted(sum(chance.lognormvariate(t.mu, t.sigma) for t in terms) for _ in range(40_000))
    assert abs(total - drawn[36_000]) < 3


def test_fixed_and_varying_lags_together() -> None:
    rows = [spread("45d", "120d"), Duration(1, "mo"), spread("30d", "90d")]
    total = percentiles_of_sums([rows[2], rows[0]], "p90")[1]
    assert total is not None
    first = last_useful_dates(rows, END)[0]
    assert first == date(2027, 11, 30) - timedelta(days=total)


def test_many_lags_are_quick_and_still_right() -> None:
    found = percentiles_of_sums([spread("10d", "20d")] * 200, "p90")
    days = [one for one in found if one is not None]
    assert len(days) == 200
    assert days == sorted(days)
    steps = [b - a for a, b in itertools.pairwise(days[20:40])]
    assert max(steps) - min(steps) <= 3  # no jump where the grid gives way to the moments


def test_beyond_the_calendar_is_its_first_day() -> None:
    assert last_useful_dates([Duration(20, "y")] * 150, END)[0] == date.min
    assert last_useful_dates([spread("18y", "20y")] * 40, END)[0] == date.min


def test_days_of_entry_by_the_median() -> None:
    due = [date(2027, 6, 30), date(2027, 7, 31)]
    rows = [Duration(1, "mo"), spread("45d", "120d"), None]
    numbers = [day.toordinal() for day in due]
    lead, deal, offer, won = ([date.fromordinal(day) for day in days] for days in entry_days(rows, numbers, "p50"))
    assert won == offer == due
    assert deal == [date(2027, 5, 16), date(2027, 6, 16)]
    assert lead == [
        date(2027, 4, 15),
        date(2027, 5, 16),
    ]  # the month goes by the calendar, before the days of the median


def test_the_median_of_a_sum_lies_between_the_sum_of_medians_and_of_means() -> None:
    rows = [spread("45d", "120d"), spread("30d", "90d"), spread("14d", "60d")]
    found = percentiles_of_sums(rows, "p50")[2]
    assert found is not None
    terms = [lognormal(row) for row in rows]
    assert 45 + 30 + 14 < found < sum(exp(term.mu + term.sigma**2 / 2) for term in terms)
    chance = random.Random(11)
    drawn = sorted(sum(chance.lognormvariate(t.mu, t.sigma) for t in terms) for _ in range(40_000))
    assert abs(found - drawn[20_000]) < 2


def test_medians_of_many_lags_go_on_without_a_jump() -> None:
    days = [one for one in percentiles_of_sums([spread("10d", "20d")] * 60, "p50") if one is not None]
    steps = [b - a for a, b in itertools.pairwise(days)]
    assert len(days) == 60
    assert max(steps[5:]) - min(steps[5:]) <= 2


FIXED = st.builds(Duration, st.integers(1, 40), st.sampled_from(["d", "w", "mo", "y"]))


@given(st.lists(st.none() | FIXED, max_size=4), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_each_day_of_a_period_goes_back_by_the_calendar(rows: list[Duration | None], first: date, number: int) -> None:
    due = [first + timedelta(days=n) for n in range(number)]
    expected = [due]
    for one in reversed(rows):
        expected.insert(0, [one.before(day) for day in expected[0]] if one is not None else expected[0])
    found = entry_days(rows, range(first.toordinal(), first.toordinal() + number), "p50")
    assert [[date.fromordinal(day) for day in days] for days in found] == expected
