"""Amounts as people read them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.i18n import Language
from roadmapctl.i18n.numbers import amount, in_wan, money


@pytest.mark.parametrize("value", [Decimal("-0"), Decimal("-0.00"), Fraction(-1, 10_000), Decimal("-0.004")])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_has_no_sign(value: Decimal | Fraction, language: Language) -> None:
    assert money(value, "CNY", language) == amount(value, "CNY", language) == "¥0"
    assert in_wan(value, "CNY") == "¥0万"


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["en", "zh"]))
def test_the_sign_stands_before_the_currency(value: Decimal, language: Language) -> None:
    for written in (money(value, "CNY", language), amount(value, "CNY", language)):
        assert written.startswith("−¥") == (value < 0)
        assert written.removeprefix("−").startswith("¥") and "−" not in written[1:]
