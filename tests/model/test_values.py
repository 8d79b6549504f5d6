"""The types of a plan read what people write, exactly, and refuse what would have to be guessed."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.model import estimates, numbers, time
from roadmapctl.model.text import slug
from roadmapctl.model.unreadable import Unreadable


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.2M", 1_200_000),
        ("10万", 100_000),
        ("1亿", 100_000_000),
        ("1.5 亿", 150_000_000),
        ("3千万", 30_000_000),
        ("20k", 20_000),
        ("84_000", 84_000),
        ("１２００", 1200),
        (0, 0),
        (Decimal("0.1"), Decimal("0.1")),
    ],
)
def test_money(written: Any, value: Any) -> None:
    assert numbers.amount(written) == value


@pytest.mark.parametrize(
    "written",
    [
        -1,
        "-5",
        True,
        None,
        [1],
        {"amount": 1, "currency": "USD"},
        "5x",
        "5万万",
        "1.000,50",
        "0x10",
        "一百万",
        "",
        "1e400",
    ],
)
def test_no_money(written: Any) -> None:
    with pytest.raises(Unreadable):
        numbers.amount(written)


@pytest.mark.parametrize(
    "written", [Decimal("1e400"), Decimal("1e999999999"), Decimal("1e-999999999"), Decimal("inf"), Decimal("nan")]
)
def test_numbers_beyond_measure_are_refused_before_they_are_expanded(written: Decimal) -> None:
    for read in (numbers.amount, numbers.share, numbers.quantity):
        with pytest.raises(Unreadable):
            read(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("18%", "0.18"),
        ("18 %", "0.18"),
        (Decimal("0.18"), "0.18"),
        ("50.5%", "0.505"),
        ("５０％", "0.5"),
        (1, "1"),
        (0, "0"),
    ],
)
def test_rates(written: Any, value: str) -> None:
    assert estimates.rate(written) == estimates.Exact(Fraction(value))


@pytest.mark.parametrize(
    ("written", "mend"), [(18, "18% or 0.18"), ("18", "18% or 0.18"), (Decimal("1.8"), "1.8% or 0.018")]
)
def test_a_rate_above_one_is_never_guessed(written: Any, mend: str) -> None:
    with pytest.raises(Unreadable) as caught:
        estimates.rate(written)
    assert caught.value.help is not None
    assert mend in caught.value.help.en.format_map(caught.value.help.fields)


@pytest.mark.parametrize(
    "written",
    [
        "180%", Decimal("-0.1"), True, None, [Decimal("0.5")], "5‰", "0.75pp", {"won": 101, "of": 100}, {"won": 1, "of": 0}, {"won": 1},
        {"won": 50, "of": 100, "low": "10%"}, {"low": "30%", "likely": "20%", "high": "40%"}, {"p10": "30%", "p90": "30%"},
    ],
)  # fmt: skip
def test_no_rate(written: Any) -> None:
    with pytest.raises(Unreadable):
        estimates.rate(written)


def test_the_point_of_an_uncertain_rate() -> None:
    assert estimates.rate({"won": 36, "of": 200}).point == Fraction(9, 50)
    assert estimates.rate({"low": "15%", "likely": "22%", "high": "30%"}).point == Fraction(15 + 88 + 30, 600)
    # Odds 1/9 and 9 have the geometric mean 1: the median is one half, exactly.
    assert estimates.rate({"p10": "10%", "p90": "90%"}).point == Fraction(1, 2)
    assert estimates.money_estimate({"p10": 10_000, "p90": 40_000}).point == 20_000


@given(
    st.fractions(Fraction(1, 1000), Fraction(999, 1000), max_denominator=1000), st.fractions(0, 1, max_denominator=1000)
)
def test_the_median_of_an_interval_lies_within_it(low: Fraction, part: Fraction) -> None:
    high = low + (1 - low) * part * Fraction(99, 100)
    if low < high:
        point = estimates.Interval(low, high, is_rate=True).point
        assert low < point < high


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_square_roots_are_right_to_fifty_digits(a: int, b: int) -> None:
    root = estimates.square_root(Fraction(a * b))
    assert abs(root * root - a * b) <= Fraction(a * b + 1, 10**45)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        (2027, "2027-01-01", "2027-12-31"),
        ("2027", "2027-01-01", "2027-12-31"),
        ("2027-Q3", "2027-07-01", "2027-09-30"),
        ("2028-H1", "2028-01-01", "2028-06-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ({"start": "2027-04-01", "end": "2028-03-31"}, "2027-04-01", "2028-03-31"),
    ],
)
def test_periods(written: Any, start: str, end: str) -> None:
    found = time.period(written)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "written",
    [
        "2027-Q5",
        "2027-13",
        26,
        10000,
        True,
        "二〇二七",
        {"start": "2027-01-01"},
        {"start": "2027-02-01", "end": "2027-01-01"},
    ],
)
def test_no_period(written: Any) -> None:
    with pytest.raises(Unreadable):
        time.period(written)


@pytest.mark.parametrize(
    "written", ["2027-02-29", "2027-13-01", "2027-1-5", "10.01.2027", "0000-01-01", "10000-01-01", 20270105, True, None]
)
def test_no_date(written: Any) -> None:
    with pytest.raises(Unreadable):
        time.iso_date(written)


@pytest.mark.parametrize(
    ("written", "day", "before"),
    [
        ("14d", "2027-03-01", "2027-02-15"),
        ("2w", "2027-03-01", "2027-02-15"),
        ("1mo", "2027-03-31", "2027-02-28"),
        ("1mo", "2028-03-31", "2028-02-29"),
        ("13mo", "2027-01-31", "2025-12-31"),
        ("1y", "2028-02-29", "2027-02-28"),
    ],
)
def test_months_go_by_the_calendar(written: str, day: str, before: str) -> None:
    assert time.duration(written).before(date.fromisoformat(day)).isoformat() == before


@pytest.mark.parametrize(
    ("written", "day", "after"),
    [
        ("14d", "2027-02-15", "2027-03-01"),
        ("1mo", "2027-01-31", "2027-02-28"),
        ("1mo", "2028-01-31", "2028-02-29"),
        ("13mo", "2027-11-30", "2028-12-30"),
        ("1y", "2028-02-29", "2029-02-28"),
    ],
)
def test_and_so_they_do_forwards(written: str, day: str, after: str) -> None:
    assert time.duration(written).after(date.fromisoformat(day)).isoformat() == after


@pytest.mark.parametrize(
    "written", ["-3d", "3q", "99999999999d", "0.5mo", "14 days", 14, None, {"p50": "90d", "p90": "30d"}, {"p50": "1d"}]
)
def test_no_lag(written: Any) -> None:
    with pytest.raises(Unreadable):
        time.lag(written)


@pytest.mark.parametrize(
    ("written", "value", "kind"),
    [("0.75pp", "0.0075", "points"), ("+25%", "0.25", "relative"), (1000, "1000", "absolute")],
)
def test_changes_say_points_or_relative(written: Any, value: str, kind: str) -> None:
    assert numbers.change(written) == (Decimal(value), kind)


@pytest.mark.parametrize(("written", "value"), [(300, "300"), ("1.2k", "1200"), ("0.5pp", "0.005"), ("0.5%", "0.005")])
def test_a_contribution_may_be_points_of_a_rate(written: Any, value: str) -> None:
    assert numbers.contribution(written) == Decimal(value)


@pytest.mark.parametrize("written", ["Spring", "a b", "a_b", "-a", "a-", "a--b", "é", "", "a" * 81, "a-" * 20000 + "!"])
def test_no_id(written: str) -> None:
    with pytest.raises(Unreadable):
        slug(written)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_with_both_languages(text: str) -> None:
    readers = (
        numbers.amount,
        estimates.rate,
        numbers.change,
        numbers.contribution,
        numbers.quantity,
        time.iso_date,
        time.period,
        time.lag,
        slug,
    )
    for read in readers:
        try:
            read(text)
        except Unreadable as error:
            assert error.message.zh and error.help is not None and error.help.zh


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("$1,000,000", "write 1_000_000; the currency is said once for all amounts, as currency"),
        ("100万元", "write 100万; the currency is said once for all amounts, as currency"),
        ("EUR 5,000.50", "write 5_000.50; the currency is said once for all amounts, as currency"),
        ("2 000", "write 2_000"),
        ("1.000.000,50", "write 1_000_000.50"),
        ("1'000", "write 1_000"),
        ("1，000", "write 1_000"),
        ("1.5 million", "write 1.5M"),
        ("−300", "write -300"),
        ("–300", "write -300"),
        ("1,5", numbers.NUMBER_FORMS[0]),
        ("30,000,00", numbers.NUMBER_FORMS[0]),
        ("2,000 people", numbers.NUMBER_FORMS[0]),
        ("$", numbers.NUMBER_FORMS[0]),
    ],
)
def test_a_number_in_another_habit_is_answered_with_the_plans_form(written: str, mend: str) -> None:
    with pytest.raises(Unreadable) as refused:
        numbers.amount(written)
    assert refused.value.help is not None and refused.value.help.en.format(**refused.value.help.fields) == mend


@pytest.mark.parametrize(
    ("written", "mend"),
    [("20 percent", "write 20%"), ("百分之20", "write 20%"), ("3.5成", "write 35%"), ("1/5", numbers.RATE_FORMS[0])],
)
def test_a_rate_in_another_habit_is_answered_with_the_plans_form(written: str, mend: str) -> None:
    with pytest.raises(Unreadable) as refused:
        numbers.share(written)
    assert refused.value.help is not None and refused.value.help.en.format(**refused.value.help.fields) == mend
