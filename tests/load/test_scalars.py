"""Plain scalars mean what YAML 1.2 says, and numbers stay exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load.scalars import resolve


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "NO",
        "yes",
        "on",
        "off",
        "y",
        "010",
        "1:30",
        "12:30:45",
        "0x10",
        "0o7",
        "2027-03-31",
        "1_",
        "1__0",
        "=",
        "<<",
    ],
)
def test_what_yaml_1_1_would_have_changed_stays_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("FALSE", False), ("0", 0), ("-3", -3), ("+4", 4), ("84_000", 84000), ("1_000_000", 1000000)],
)
def test_truth_and_whole_numbers(text: str, value: object) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


@pytest.mark.parametrize("text", ["0.1", "1e-3", "1.5E+7", ".5", "-0.25", "84_000.50"])
def test_decimals_are_exact(text: str) -> None:
    assert resolve(text) == Decimal(text.replace("_", ""))
    assert isinstance(resolve(text), Decimal)


def test_a_number_longer_than_python_reads_is_still_a_number() -> None:
    assert resolve("9" * 5000) == Decimal("9" * 5000)


def test_infinity_and_nan_are_numbers_that_no_plan_accepts() -> None:
    assert not any(value.is_finite() for value in map(resolve, [".inf", "-.INF", ".nan"]) if isinstance(value, Decimal))


@given(st.integers(-(10**17), 10**17))
def test_every_integer_reads_as_itself(number: int) -> None:
    assert resolve(str(number)) == number


@given(st.text(max_size=20))
def test_any_text_resolves_to_something(text: str) -> None:
    value = resolve(text)
    assert value is None or isinstance(value, (bool, int, Decimal)) or value == text
