"""The wording of goals: real sentences with their verdicts, and what is read out of them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.words.number_words import chinese_number, english_number
from roadmapctl.analysis.words.plain_statement import says_day, says_number
from roadmapctl.analysis.words.wording import MAX_READ, judge

SENTENCES = yaml.safe_load(Path(__file__).with_name("smart_goals.yaml").read_text("utf-8"))
ALL = [row for rows in SENTENCES.values() for row in rows]


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["text"][:40])
def test_verdicts(row: dict[str, str]) -> None:
    wording = judge(row["text"])
    assert wording.verdict == row["verdict"], (wording.quantities, wording.days)


def test_both_languages_and_both_verdicts_are_well_represented() -> None:
    chinese = [row for row in ALL if not row["text"].isascii()]
    vague = [row for row in ALL if row["verdict"] == "vague"]
    assert len(ALL) >= 200
    assert len(chinese) >= 80 and len(ALL) - len(chinese) >= 80
    assert len(vague) >= 80 and len(ALL) - len(vague) >= 80


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Win 2.4M EUR by December", "money", "2400000"),
        ("Make one million pounds in profit", "money", "1000000"),
        ("Bring in $1.2M of pipeline", "money", "1200000"),
        ("签下10亿元合同收入", "money", "1000000000"),
        ("新增五百万元营收", "money", "5000000"),
        ("Raise it by 0.75 percentage points", "points", "0.0075"),
        ("raise it by 75 basis points", "points", "0.0075"),
        ("复购率提升八个百分点", "points", "0.08"),
        ("Reach 18% of them", "share", "0.18"),
        ("提升百分之十五", "share", "0.15"),
        ("从两成五开始", "share", "0.25"),
        ("cut churn by half", "share", "0.5"),
        ("Double revenue", "times", "2"),
        ("grow it 3x", "times", "3"),
        ("销售额翻一番", "times", "2"),
        ("add 84_000 sessions", "count", "84000"),
        ("two hundred and fifty demos", "count", "250"),
        ("三百五十万人", "count", "3500000"),
        ("zero complaints", "count", "0"),
        ("Rank in the top 3", "rank", "3"),
    ],
)
def test_quantities_have_a_kind_and_a_value(text: str, kind: str, value: str) -> None:
    first = judge(text).quantities[0]
    assert (first.kind, first.value) == (kind, Decimal(value))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 31 December 2027", (12, 31, 2027)),
        ("by December 31st, 2027", (12, 31, 2027)),
        ("by 30 June", (6, 30, None)),
        ("until 2027-06-30", (6, 30, 2027)),
        ("bis 30.06.2027", (6, 30, 2027)),
        ("2027年6月30日前", (6, 30, 2027)),
        ("6月30日之前", (6, 30, None)),
        ("十二月三十一日前", (12, 31, None)),
    ],
)
def test_days_are_read(text: str, day: tuple[int, int, int | None]) -> None:
    found = judge(f"{text} add 1,000 subscribers").days
    assert [(d.month, d.day, d.year) for d in found] == [day]


@pytest.mark.parametrize(("text", "opens"), [("from 1 March", True), ("自3月1日起", True), ("by 1 March", False)])
def test_a_day_may_be_a_beginning(text: str, opens: bool) -> None:
    assert [day.opens for day in judge(f"Win 40 deals {text}").days] == [opens]


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("Raise session-to-contact conversion by 0.75%", True),
        ("Achieve a 10% increase in conversion", True),
        ("到第三季度末将转化率提高 0.75%", True),
        ("3个月内提升华北地区付费转化率8%", True),
        ("Raise conversion by 0.75 percentage points", False),
        ("Raise conversion by 0.75pp", False),
        ("Raise conversion by 10% relative", False),
        ("Raise conversion from 0.75% to 1%", False),
        ("Raise conversion to 1%", False),
        ("转化率提高0.75个百分点", False),
        ("转化率提升到1%", False),
        ("转化率由2.1%提升到3%", False),
    ],
)
def test_changes_by_per_cent(text: str, ambiguous: bool) -> None:
    assert judge(text).ambiguous_change is ambiguous


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("conversion rate", True),
        ("conversions", False),
        ("效率", False),
        ("复购率", True),
        ("市场份额", True),
        ("rating", False),
    ],
)
def test_rates_are_recognised(text: str, rate: bool) -> None:
    assert judge(text).names_rate is rate


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-five thousand", 25_000),
        ("one million two hundred thousand", 1_200_000),
        ("two dozen", 24),
        ("nineteen", 19),
    ],
)
def test_english_number_words(words: str, value: int) -> None:
    assert english_number(words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十二", 12),
        ("三百五十万", 3_500_000),
        ("一亿二千万", 120_000_000),
        ("二〇二七", 2027),
        ("百万", 1_000_000),
        ("两千零五", 2005),
    ],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert chinese_number(text) == value


@given(st.text(max_size=60))
def test_any_text_is_judged(text: str) -> None:
    assert judge(text).verdict in ("vague", "partial", "smart")


@pytest.mark.parametrize(
    "piece", ["from 1 to ", "send ", "raise by ", "1,", "至1", "every ", "提升", "12月", "a" * 50 + " ", "十"]
)
def test_hostile_lengths_are_judged(piece: str) -> None:
    judge(piece * (10_000 // len(piece)))
    assert len(piece * (10_000 // len(piece))) > MAX_READ


@pytest.mark.parametrize(
    ("text", "value", "says"),
    [
        ("Add 1,000 subscribers by 30 June", "1000", True),
        ("Win 2.4M EUR by 31 December 2027", "2400000", True),
        ("Sign 8 first customers by 30 November", "8", True),
        ("Improve things by 30 June", "30", False),
        ("Improve things by June 30 with partners", "30", False),
        ("Improve things in 2027", "2027", False),
        ("Improve Q3 conversion", "3", False),
        ("签下10亿元合同收入", "1000000000", True),
        ("6月前新开8家门店", "8", True),
        ("12月8日前改善体验", "8", False),
        ("Reach 18% of them", "0.18", True),
        ("Deliver 1.470 SQLs within 15 September", "1470", True),
        ("Sell for 1.470.000 EUR", "1470000", True),
        ("Pay 1.47 a click", "147", False),
        ("Version 2.1.470 is out", "1470", False),
    ],
)
def test_the_quick_look_takes_no_date_for_a_number(text: str, value: str, says: bool) -> None:
    assert says_number(text, frozenset({Decimal(value)})) is says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("by 2 December 2027", True),
        ("by 2 Dec", True),
        ("by 2 December 2028", False),
        ("by 12 December", False),
        ("2027-12-02", True),
        ("12月2日前", True),
        ("2027年12月2日前", True),
        ("2028年12月2日前", False),
        ("2月2日前", False),
    ],
)
def test_the_quick_look_knows_a_day(text: str, says: bool) -> None:
    assert says_day(text, date(2027, 12, 2)) is says
