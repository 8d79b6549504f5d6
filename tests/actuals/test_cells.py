"""Days and numbers as spreadsheets write them, and what is refused because it could mean two things."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.actuals.cells import day, number
from roadmapctl.i18n.text import say
from roadmapctl.model.unreadable import Unreadable


@pytest.mark.parametrize(
    "text",
    ["2027-03-01", "2027/3/1", "2027.3.1", "2027-3-01", "2027年3月1日", "20270301", "２０２７/３/１", "2027-03-01 00:00:00", "2027-03-01T08:30:00Z", "2027/3/1 0:00", "2027-03-01T00:00:00.000+08:00"],
)  # fmt: skip
def test_days(text: str) -> None:
    assert day(text) == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1/3/2027", "can be read as two different days"),
        ("03.01.27", "can be read as two different days"),
        ("46447", "a day as a spreadsheet counts them"),
        ("46447.0", "a day as a spreadsheet counts them"),
        ("2027-02-30", "does not exist: that month has 28 days"),
        ("2027-13-01", "is not a date"),
        ("20271301", "is not a date"),
        ("2027-03", "is not a day"),
        ("2027/3-1", "is not a day"),
        ("March", "is not a day"),
        ("", "is not a day"),
    ],
)
def test_no_days(text: str, says: str) -> None:
    with pytest.raises(Unreadable) as error:
        day(text)
    assert says in say(error.value.message.en, error.value.message.zh, error.value.message.fields, "en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1200", "1200"), ("1,200", "1200"), ("1，200", "1200"), ("12,345,678.9", "12345678.9"), ("1 200", "1200"), ("1\u00a0200.5", "1200.5"),
        ("1'200", "1200"), ("1_200", "1200"), ("1.5", "1.5"), ("-3", "-3"), ("−3", "-3"), ("+3", "3"), ("1.2万", "12000"), ("3 亿", "300000000"), ("1.2M", "1200000"),
        ("12k", "12000"), ("1e3", "1000"), ("2.5E+02", "250"), ("１２", "12"), ("18%", "0.18"), ("1,200.5万", "12005000"), (".5", None), ("0.125", "0.125"),
        ("1,5", None), ("12,34", None), ("1.2.3", None), ("1,200,5", None), ("1.234,5", "1234.5"), ("1,234.567,8", None), ("1,,200", None),
        ("NaN", None), ("inf", None), ("-inf", None), ("#N/A", None), ("n/a", None), ("-", None), ("$5", None), ("5 EUR", None), ("1e400", None), ("=1+1", None), ("9" * 200, None),
    ],
)  # fmt: skip
def test_numbers(text: str, value: str | None) -> None:
    if value is not None:
        assert number(text, decimal_comma=False, is_rate=False) == Decimal(value)
        return
    with pytest.raises(Unreadable):
        number(text, decimal_comma=False, is_rate=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,5", "1.5"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("0,125", "0.125"), ("1234,567", "1234.567"), ("1.5", "1.5"), ("1,200", None), ("1.200", None), ("12,3%", "0.123")],
)  # fmt: skip
def test_numbers_where_the_decimal_mark_may_be_a_comma(text: str, value: str | None) -> None:
    if value is not None:
        assert number(text, decimal_comma=True, is_rate=False) == Decimal(value)
        return
    with pytest.raises(Unreadable) as error:
        number(text, decimal_comma=True, is_rate=False)
    assert "cannot be told" in error.value.message.en


@pytest.mark.parametrize(
    ("text", "value"), [("18%", "0.18"), ("0.18", "0.18"), ("1", "1"), ("18", None), ("180%", None), ("-1%", None)]
)
def test_rates(text: str, value: str | None) -> None:
    if value is not None:
        assert number(text, decimal_comma=False, is_rate=True) == Decimal(value)
        return
    with pytest.raises(Unreadable) as error:
        number(text, decimal_comma=False, is_rate=True)
    assert error.value.code == "RM020"


@given(st.text(max_size=25), st.booleans(), st.booleans())
def test_any_text_is_a_number_or_refused(text: str, comma: bool, rate: bool) -> None:
    try:
        assert number(text, decimal_comma=comma, is_rate=rate).is_finite()
    except Unreadable as error:
        assert error.help is not None


@given(st.text(alphabet="0123456789-/.年月日 :TZ", max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        assert 1900 <= day(text).year <= 2999
    except Unreadable as error:
        assert error.help is not None


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}", "{:_}"]))
def test_groups_of_thousands_change_nothing(value: int, form: str) -> None:
    assert number(form.format(value), decimal_comma=False, is_rate=False) == value
