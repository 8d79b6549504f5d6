"""Where a sentence says that things stand today, held against the baseline."""

import pytest

from roadmapctl.analysis.words.stated_start import contradicted_start
from roadmapctl.model.goals import Goal
from tests.plans import checked


def goal(statement: str, baseline: object, target: object) -> Goal:
    return Goal.model_validate({"statement": statement, "baseline": baseline, "target": target})


@pytest.mark.parametrize(
    ("statement", "said", "target"),
    [
        ("Put 5,400 people on a test ride by 30 November 2026, up from 4,100", "4,100", 5_400),
        ("Raise readers from 18,000 to 27,000 by June", "18,000", 27_000),
        ("Cut churn from 3.2% to 2.5%", "3.2%", "2.5%"),
        ("Raise MQLs from 180 per month to 240 per month", "180", 240),
        ("Grow from 1.2M to 2.4M USD", "1.2M", "2.4M"),
        ("Win £7.8M of new revenue by 31 December 2026, up from £6.2M in 2025", "6.2M", "7.8M"),
        ("到12月把签到率从45%提高到90%", "45%", "90%"),
        ("从 1200 家增长到 2400 家", "1200", 2_400),
        ("把线索从8万提升至10万", "8万", "10万"),
    ],
)
def test_the_start_is_read(statement: str, said: str, target: object) -> None:
    assert contradicted_start(goal(statement, 7, target)) == said
    value = {"4,100": 4_100, "18,000": 18_000, "1200": 1_200, "180": 180}.get(said, said)
    assert contradicted_start(goal(statement, value, target)) is None


@pytest.mark.parametrize(
    ("statement", "target"),
    [
        ("From 1 March to 30 June win 240 customers", 240),
        ("Win 240 customers, from 2026 to 2027", 240),
        ("Win revenue of 2.4M from 180 dealers to 2027", "2.4M"),
        ("Lift conversion from about 2% to 4%", "4%"),
        ("Raise readers from 18,000 to 27,000 by June", 30_000),
        ("从1月到6月赢得240家客户", 240),
        ("Win 240 customers by June", 240),
    ],
)
def test_what_is_no_start_of_the_goal_is_left_alone(statement: str, target: object) -> None:
    assert contradicted_start(goal(statement, 7, target)) is None


def test_a_value_rounded_as_the_sentence_writes_it_agrees() -> None:
    assert contradicted_start(goal("from 33% to 50%", "33.3%", "50%")) is None
    assert contradicted_start(goal("from 33% to 50%", "34.3%", "50%")) == "33%"


def test_one_slip_in_a_baseline_is_one_finding() -> None:
    """The review says the same as the sentence: only the sentence is told of."""
    text = """\
roadmap: 1
name: Spring
period: 2027
discovery: {review: {letter: {metric: readers, previous: 15_000, current: 18_000, because: guest articles}}}
metrics: {readers: {name: Readers of our letter, unit: people, kind: stock}}
goals:
  readers:
    statement: Raise readers of our letter from 18,000 to 27,000 by 30 June 2027
    metric: readers
    baseline: 18_000
    target: 27_000
    due: 2027-06-30
"""
    assert checked(text).diagnostics == ()
    assert [(d.code, d.path) for d in checked(text.replace("baseline: 18_000", "baseline: 11_000")).diagnostics] == [
        ("RM310", ("goals", "readers", "baseline"))
    ]


def test_a_flow_may_plan_less_than_the_last_period_with_a_warning() -> None:
    text = """\
roadmap: 1
name: Spring
period: 2027
metrics: {trials: {name: Trials, unit: trials, kind: flow}}
goals: {trials: {metric: trials, baseline: 8, target: 6, due: 2027-06-30}}
"""
    assert [(d.code, d.severity.value) for d in checked(text).diagnostics] == [("RM320", "warning")]
    stock = text.replace("kind: flow", "kind: stock")
    assert [(d.code, d.severity.value) for d in checked(stock).diagnostics] == [("RM307", "error")]


@pytest.mark.parametrize("slip", ["1_080万", "0.12亿"])
def test_a_target_that_lost_a_digit_is_told_of_once(slip: str) -> None:
    text = """\
roadmap: 1
name: 春季计划
language: zh
currency: CNY
period: 2027
metrics: {revenue: {name: 新签收入, unit: CNY, kind: flow}}
goals: {revenue: {statement: 2027年12月31日前实现新签收入1.8亿元, metric: revenue, baseline: 1.2亿, target: 1.8亿, due: 2027-12-31}}
funnel:
  goal: revenue
  deal_size: 10万
  already_won: 2_000万
  stages: [{id: lead, rate: 10%}, {id: customer}]
"""
    assert checked(text).diagnostics == ()
    assert [d.code for d in checked(text.replace("target: 1.8亿", f"target: {slip}")).diagnostics] == ["RM310"]


@pytest.mark.parametrize(
    ("statement", "value", "target", "said"),
    [
        ("Ship 7,500 sample boxes by 31 October 2027, against 3,100 in 2026", 3_100, 7_500, "3,100"),
        ("1,900 MQLs by 30 September 2027, against 1,480 a year ago", 1_480, 1_900, "1,480"),
        ("Start 640 classroom pilots by 15 November 2027 (2026: 480)", 480, 640, "480"),
        ("Carry out 1,740 private procedures by 31 March 2028 (1,450 last year)", 1_450, 1_740, "1,450"),
        ("Win 15,120 new subscribers by 31 January 2028 (last year 11,800)", 11_800, 15_120, "11,800"),
        ("Spend no more than $88 on a new subscriber by 31 January 2028 (today $96)", 96, 88, "96"),
        ("Welcome 210,000 paying visitors in 2027, 30,000 more than in 2026", 180_000, 210_000, "30,000 more than in 2026"),
        ("Raise A$9.4 million in 2028, A$1.1 million more than the year before", "8.3M", "9.4M", "1.1 million more than the year before"),
    ],
)  # fmt: skip
def test_a_sentence_says_what_the_last_period_brought(
    statement: str, value: float | str, target: float | str, said: str
) -> None:
    assert contradicted_start(goal(statement, value, target)) is None
    found = contradicted_start(goal(statement, 77, target))
    assert found is not None and said in found
    assert contradicted_start(goal(statement, 0, target)) is None  # the year begins there
