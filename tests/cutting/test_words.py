"""The words of cut and rolled-up plans: both languages fill in the same, and numbers are written as people type them."""

from collections.abc import Mapping
from decimal import Decimal
from string import Formatter

import pytest

from roadmapctl.cutting.words import Words
from roadmapctl.i18n import Language, cutting_words, rollup_words
from roadmapctl.model import Plan

TABLES = [
    table
    for module in (cutting_words, rollup_words)
    for name, table in vars(module).items()
    if name.isupper() and isinstance(table, Mapping)
]


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_say_the_same(table: Mapping[str, tuple[str, str]]) -> None:
    for key, texts in table.items():
        fields = [{field for _, field, _, _ in Formatter().parse(text) if field is not None} for text in texts]
        # one plan, one unit: where Chinese counts, English may say it in words
        assert fields[0] == fields[1] or key == "one_left", key


PLAN = Plan.model_validate(
    {
        "roadmap": 1,
        "name": "X",
        "currency": "CNY",
        "metrics": {
            "revenue": {"name": "Revenue", "unit": "CNY"},
            "closing": {"unit": "rate"},
            "leads": {"name": "New leads", "unit": "leads"},
            "visits": {"name": "Visits", "unit": "sessions"},
        },
    }
)


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("84000", "84_000", "8.4万"),
        ("940", "940", "940"),
        ("123456", "123_456", "123_456"),
        ("2.5E+8", "250_000_000", "2.5亿"),
    ],
)
def test_figures(value: str, english: str, chinese: str) -> None:
    assert [Words(PLAN, language).figure(Decimal(value)) for language in ("en", "zh")] == [english, chinese]


@pytest.mark.parametrize(
    ("language", "metric", "value", "said"),
    [
        ("en", "revenue", "420000", "420,000 CNY"),
        ("zh", "revenue", "420000", "42万元"),
        ("en", "closing", "0.0125", "1.25%"),
        ("en", "leads", "12", "12"),  # the name says what they are
        ("en", "visits", "12", "12 sessions"),
        ("zh", None, "12", "12"),
    ],
)
def test_values_in_a_sentence(language: Language, metric: str | None, value: str, said: str) -> None:
    assert Words(PLAN, language).spoken(Decimal(value), metric) == said
