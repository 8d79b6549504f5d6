"""Money in another currency than the plan's, and what only looks like it."""

import pytest

from roadmapctl.analysis.words.foreign_money import currencies_of, foreign_amounts
from roadmapctl.model.currency import DECIMALS


def own(text: str, currency: str) -> list[str]:
    """The foreign amounts that are the plan's own."""
    return [amount.text for amount in foreign_amounts(text, currency) if not amount.of_others]


@pytest.mark.parametrize(
    ("text", "currency", "amounts"),
    [
        ("Win $2.4M by 31 December", "EUR", ["$2.4M"]),
        ("Win 2.4M EUR", "USD", ["2.4M EUR"]),
        ("750 leads at 45 EUR", "USD", ["45 EUR"]),
        ("EUR 12,000 for the stand", "CHF", ["EUR 12,000"]),
        ("卖出100万元", "USD", ["100万元"]),
        ("卖出100万美元", "CNY", ["100万美元"]),
        ("签约1,200万人民币", "USD", ["1,200万人民币"]),
        ("US$5 or €6", "AUD", ["US$5", "€6"]),
        ("HK$300 each", "USD", ["HK$300"]),
        ("Sell for 300 yuan", "EUR", ["300 yuan"]),
    ],
)
def test_foreign(text: str, currency: str, amounts: list[str]) -> None:
    assert own(text, currency) == amounts


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Win $2.4M", "USD"),
        ("Win $2.4M", "AUD"),
        ("签下100万元", "CNY"),
        ("签下100万元", "TWD"),
        ("¥300", "JPY"),
        ("Sell for 10,000,000 yuan", "CNY"),
        ("firms with a turnover above $50M", "EUR"),
        ("年产值2亿元以上的企业", "USD"),
        ("$50M companies in Ohio", "EUR"),
        ("100元素", "USD"),
        ("Euro 2028 campaign", "USD"),
        ("TOP 10 in search", "USD"),
        ("No money here, 100 leads", "USD"),
        ("INRIA brings 20 leads", "USD"),
    ],
)
def test_own_or_none(text: str, currency: str) -> None:
    assert own(text, currency) == []


@pytest.mark.parametrize(
    ("unit", "currencies"),
    [("USD", "USD"), ("usd", "USD"), ("US$", "USD"), ("€", "EUR"), ("people", ""), ("rate", ""), ("英镑", "GBP")],
)
def test_units(unit: str, currencies: str) -> None:
    assert currencies_of(unit) == currencies


@pytest.mark.parametrize("unit", ["$", "元", "万元", "dollars"])
def test_units_that_several_currencies_share(unit: str) -> None:
    meant = currencies_of(unit).split()
    assert len(meant) > 1
    assert set(meant) <= set(DECIMALS)
