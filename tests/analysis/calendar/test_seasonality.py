"""Weights of months and quarters, and wholes split by them."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.spans import spans_of
from roadmapctl.analysis.seasonality import Curve, Weights, scaled, split, weight_of
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model.time import Period, period
from tests.analysis.calendar.funnels import PERIODS, WEIGHTS

BY = st.sampled_from(["month", "quarter", "week"])


def spans(over: Period, by: str) -> tuple[Period, ...]:
    found = spans_of(over, by)  # type: ignore[arg-type]
    assert isinstance(found, tuple)
    return found  # type: ignore[return-value]


def test_weights_are_scaled_to_mean_one() -> None:
    assert scaled([Fraction(1), Fraction(2), Fraction(3)]) == (Fraction(1, 2), 1, Fraction(3, 2))


def test_a_year_by_quarters() -> None:
    # 1.2 M with indices 0.7, 1.0, 0.8, 1.5, whose mean is 1: T_q = T / 4 · i_q.
    weights = {"Q1": Fraction("0.7"), "Q2": 1, "Q3": Fraction("0.8"), "Q4": Fraction("1.5")}
    year = period(2027)
    assert split(Fraction(1_200_000), year, weights, spans(year, "quarter")) == (210_000, 300_000, 240_000, 450_000)
    months = split(Fraction(1_200_000), year, weights, spans(year, "month"))
    assert months == (70_000,) * 3 + (100_000,) * 3 + (80_000,) * 3 + (150_000,) * 3
    # Percentages say the same as indices.
    assert split(Fraction(1_200_000), year, {"Q1": 70, "Q2": 100, "Q3": 80, "Q4": 150}, spans(year, "month")) == months


def test_a_months_own_weight_stands_before_its_quarters_and_what_is_unsaid_is_as_ever() -> None:
    year = period(2027)
    assert split(Fraction(18), year, {"Q4": 2, "12": 5}, spans(year, "month")) == (1,) * 9 + (2, 2, 5)


def test_months_without_weights_are_alike_whatever_their_length() -> None:
    assert split(Fraction(12), period(2027), {}, spans(period(2027), "month")) == (1,) * 12


def test_months_that_are_cut_count_by_their_days() -> None:
    over = Period(date(2027, 2, 15), date(2027, 4, 10))
    half_february, march, third_of_april = Fraction(1, 2), 1, Fraction(1, 3)
    whole = half_february + march + third_of_april
    assert split(whole, over, {}, spans(over, "month")) == (half_february, march, third_of_april)
    assert split(whole + 3, over, {"Q2": 10}, spans(over, "month")) == (half_february, march, 10 * third_of_april)


def test_weeks_take_their_days_part_of_each_month() -> None:
    over = period("2027-Q1")
    first, *_ = split(Fraction(90), over, {}, spans(over, "week"))
    assert first == Fraction(30 * 3, 31)  # 1 to 3 January, a Friday to a Sunday
    at_the_turn = split(Fraction(90), over, {"01": 1, "02": 2, "03": 1}, spans(over, "week"))[4]
    assert at_the_turn == Fraction(90, 4) * 7 / 31  # 25 to 31 January


@pytest.mark.parametrize(
    ("total", "weights", "whole"),
    [
        (100, {}, (25, 25, 25, 25)),
        (10, {}, (3, 3, 2, 2)),
        (10, {"Q1": 10, "Q2": 10, "Q3": 10, "Q4": 20}, (2, 2, 2, 4)),
    ],
)
def test_whole_units_go_to_the_largest_remainders(total: int, weights: Weights, whole: tuple[int, ...]) -> None:
    year = period(2027)
    assert largest_remainder(total, split(Fraction(total), year, weights, spans(year, "quarter"))) == whole


@given(PERIODS, WEIGHTS, BY, st.integers(0, 10**6))
def test_splits_sum_to_the_whole(over: Period, weights: dict[str, Fraction], by: str, total: int) -> None:
    parts = split(Fraction(total, 7), over, weights, spans(over, by))
    assert sum(parts) == Fraction(total, 7)
    exact = split(Fraction(total), over, weights, spans(over, by))
    whole = largest_remainder(total, split(Fraction(1), over, weights, spans(over, by)))
    assert sum(whole) == total
    assert all(abs(part - share) < 1 for part, share in zip(whole, exact, strict=True))


@given(PERIODS, WEIGHTS)
def test_months_share_by_weight_scaled_to_mean_one_over_the_period(over: Period, weights: dict[str, Fraction]) -> None:
    """T_m = T / n · i_m, a month that is cut counting by its days."""
    months = spans(over, "month")
    parts = [Fraction((m.end - m.start).days + 1, monthrange(m.start.year, m.start.month)[1]) for m in months]
    own = [Fraction(weight_of(month.start.month, weights)) for month in months]
    mean = sum(weight * part for weight, part in zip(own, parts, strict=True)) / sum(parts)
    expected = tuple(part / sum(parts) * weight / mean for weight, part in zip(own, parts, strict=True))
    assert split(Fraction(1), over, weights, months) == expected


@given(PERIODS, WEIGHTS)
def test_the_curve_rises_from_nothing_to_the_whole(over: Period, weights: dict[str, Fraction]) -> None:
    curve = Curve(over, weights)
    assert curve.until(over.start - timedelta(days=1)) == 0
    assert curve.until(over.end) == curve.until(over.end + timedelta(days=400)) == 1
    days = [curve.until(over.start + timedelta(days=number)) for number in range((over.end - over.start).days + 1)]
    assert days == sorted(set(days))


# --- spans


def keys(over: Period, by: str) -> list[str]:
    return [span.key for span in spans(over, by)]  # type: ignore[attr-defined]


def test_spans_are_calendar_ones_cut_to_the_period() -> None:
    over = Period(date(2026, 12, 30), date(2027, 4, 2))
    assert keys(over, "quarter") == ["2026-Q4", "2027-Q1", "2027-Q2"]
    assert keys(over, "month") == ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04"]
    first, second, *_, last = spans(over, "week")
    assert (first.start, first.end, second.start) == (date(2026, 12, 30), date(2027, 1, 3), date(2027, 1, 4))
    assert (last.start, last.end) == (date(2027, 3, 29), date(2027, 4, 2))
    assert keys(over, "week")[:2] == ["2026-W53", "2027-W01"]


@given(PERIODS, BY)
def test_spans_make_up_the_period(over: Period, by: str) -> None:
    found = spans(over, by)
    assert (found[0].start, found[-1].end) == (over.start, over.end)
    assert all(after.start - before.end == timedelta(days=1) for before, after in pairwise(found))
    assert len(set(keys(over, by))) == len(found)


@pytest.mark.parametrize(("by", "years"), [("week", 11), ("month", 41), ("quarter", 200)])
def test_too_many_spans_are_refused(by: str, years: int) -> None:
    over = Period(date(1950, 1, 1), date(1950 + years, 12, 31))
    found = spans_of(over, by)  # type: ignore[arg-type]
    assert (found.path, found.reason, found.fields["by"]) == (("period",), "too_long", by)  # type: ignore[union-attr]
    assert spans_of(None, by).reason == "no_period"  # type: ignore[arg-type, union-attr]
