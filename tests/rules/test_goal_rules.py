"""Goals whose rules have to think: rings, wrong sides, units left unclear, sentences that contradict their fields."""

from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.plans import SMALL, checked, edited, found, mend, sentence

GOAL = """\
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  m: {name: %(name)s, unit: %(unit)s, kind: stock, better: %(better)s}
goals:
  g:
    statement: "%(statement)s"
    metric: m
%(fields)s
"""


def goal(
    statement: str, unit: str = "people", name: str = "E-mail subscribers", better: str = "up", **fields: str
) -> str:
    """A plan with one goal."""
    lines = "\n".join(f"    {key}: {value}" for key, value in fields.items())
    return GOAL % {"statement": statement, "unit": unit, "name": name, "better": better, "fields": lines}


def codes(text: str, *wanted: str) -> list[tuple[str, str]]:
    """(code, last key of its path) of the findings with one of these codes."""
    return [(d.code, str(d.path[-1])) for d in checked(text).diagnostics if d.code in wanted]


# --- RM032


def ring(**supports: str) -> str:
    """A plan whose goals support each other so."""
    head = "roadmap: 1\nname: Ring\nperiod: 2027\nmetrics:\n  m: {unit: people, kind: flow}\ngoals:\n"
    return head + "".join(
        f"  {id}: {{metric: m, supports: {to}}}\n" if to else f"  {id}: {{metric: m}}\n" for id, to in supports.items()
    )


@pytest.mark.parametrize(
    ("supports", "said"),
    [
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"x": "c", "a": "b", "b": "c", "c": "a"}, ["a → b → c → a"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "b", "b": "c", "c": "", "d": "c"}, []),
    ],
)
def test_each_ring_of_goals_is_told_once(supports: dict[str, str], said: list[str]) -> None:
    rings = [d for d in checked(ring(**supports)).diagnostics if d.code == "RM032"]
    assert [d.message.fields["ring"] for d in rings] == said
    assert all(d.path == ("goals", text[0], "supports") for d, text in zip(rings, said, strict=True))


def test_a_goal_may_support_its_namesake_of_the_parent(tmp_path: Path) -> None:
    year, quarter = tmp_path / "year.yaml", tmp_path / "quarter.yaml"
    year.write_text(
        "roadmap: 1\nname: Year\nperiod: 2027\nmetrics:\n  m: {unit: people, kind: flow}\ngoals:\n  a: {metric: m}\n"
    )
    quarter.write_text(ring(a="a").replace("period: 2027", "period: 2027-Q1\nparent: year.yaml"))
    assert [d.code for d in check(quarter).diagnostics if d.code == "RM032"] == []


# --- RM302


def test_a_vague_goal_is_found_where_its_fields_are_filled_in() -> None:
    text = edited('"Sell for 100,000 USD by 31 December 2027"', "Sell more in 2027", SMALL)
    vague = [d for d in checked(text, methods=("seven-step",)).diagnostics if d.code == "RM302"]
    assert [d.path for d in vague] == [("goals", "sales", "statement")]
    assert sentence(vague[0]) == "“Sell more in 2027” does not say how much"
    assert mend(vague[0]) == "put the numbers in: Revenue, 100,000 by 2027-12-31"
    assert mend(vague[0], "zh") == "请把数字写进去：2027-12-31 前 Revenue 达到 100,000"


# --- RM307


@pytest.mark.parametrize(
    ("better", "fields", "keys"),
    [
        ("up", {"baseline": "600", "target": "260"}, ["target"]),
        ("up", {"baseline": "260", "target": "600"}, []),
        ("down", {"baseline": "600", "target": "260"}, []),
        ("down", {"baseline": "260", "target": "600"}, ["target"]),
        ("up", {"baseline": "260", "target": "260"}, ["target"]),
        ("up", {"baseline": "260", "change": "-10%"}, ["change"]),
        ("down", {"baseline": "260", "change": "-10%"}, []),
        ("up", {"baseline": "260", "target": "lots"}, []),
        ("dwon", {"baseline": "600", "target": "260"}, []),
    ],
)
def test_the_way_leads_forward(better: str, fields: dict[str, str], keys: list[str]) -> None:
    text = goal("Whatever", better=better, due="2027-06-30", **fields)
    assert codes(text, "RM307") == [("RM307", key) for key in keys]


def test_a_goal_to_reach_what_is_there_already_is_told_so() -> None:
    told = next(d for d in checked(goal("Whatever", baseline="5", target="5")).diagnostics if d.code == "RM307")
    assert mend(told).startswith("the baseline is 5 already: there is nothing to reach")


# --- RM309

RATE = {"unit": "rate", "name": "Session-to-contact rate"}


@pytest.mark.parametrize(
    ("statement", "fields", "keys"),
    [
        ("Raise the rate by 0.75% by 30 June", {"baseline": "0.75%", "target": "1.5%"}, ["target"]),
        ("Raise the rate by 0.75% by 30 June", {"baseline": "0.75%"}, ["statement"]),
        ("Raise the rate by 0.75% by 30 June", {"baseline": "0.75%", "change": "0.75pp"}, []),
        ("Raise the rate by 25% by 30 June", {"baseline": "0.75%", "change": "25%"}, []),
        ("Raise the rate by 0.75% by 30 June", {"baseline": "0.75%", "change": "0.0075"}, ["change"]),
        ("Raise the rate by 0.75 percentage points", {"baseline": "0.75%", "target": "1.5%"}, []),
        ("Raise the rate from 0.75% to 1.5%", {"baseline": "0.75%", "target": "1.5%"}, []),
        ("Raise the rate to 1.5%", {"baseline": "0.75%", "target": "1.5%"}, []),
        ("6月30日前把转化率提高0.75%", {"baseline": "0.75%", "target": "1.5%"}, ["target"]),
        ("6月30日前把转化率提高0.75个百分点", {"baseline": "0.75%", "target": "1.5%"}, []),
    ],
)
def test_points_or_relative(statement: str, fields: dict[str, str], keys: list[str]) -> None:
    assert codes(goal(statement, **RATE, **fields), "RM309") == [("RM309", key) for key in keys]


def test_a_per_cent_change_of_a_number_is_clear() -> None:
    assert (
        codes(goal("Grow the list by 25% with a better conversion rate", baseline="4_000", target="5_000"), "RM309")
        == []
    )


# --- RM310

LIST = {"baseline": "4_000", "target": "5_000", "due": "2027-06-30"}
MONEY = {"unit": "EUR", "name": "New revenue"}
SALES = {"baseline": "0", "target": "2.4M", "due": "2027-12-31"}
SHARE = {"baseline": "0.75%", "target": "1%", "due": "2027-09-30"}


@pytest.mark.parametrize(
    "statement",
    [
        "Add 1,000 subscribers by 30 June 2027",
        "Have 5,000 subscribers by 30 June",
        "Grow the list by 25% by June",
        "Grow the list by a quarter by June",
        "Grow our subscribers from 4,000 to 5,000 by 30 June 2027",
        "Hold 3 webinars to add 1,000 subscribers by 2027-06-30",
        "Hold 3 webinars for our list by 30 June",
        "About 900 more subscribers by 30 June",
        "Add 200 subscribers a month until 30 June",
        "From 1 March, add 1,000 subscribers",
        "Start on 1 March and add 1,000 subscribers by 30 June",
        "5 campaigns bring 200 subscribers by 30 June",
        "Grow the list",
        "2027年6月30日前新增1,000名订阅者",
        "6月30日前订阅者达到5000人",
        "6月30日前订阅者增加一千人",
    ],
)
def test_sentences_that_agree_with_their_fields(statement: str) -> None:
    assert codes(goal(statement, **LIST), "RM310") == []


@pytest.mark.parametrize(
    ("statement", "keys"),
    [
        ("Add 1,500 subscribers by 30 June 2027", ["target"]),
        ("Add 1,000 subscribers by 31 July 2027", ["due"]),
        ("Add 1,000 subscribers by 30 June 2028", ["due"]),
        ("Add 1,500 subscribers by 31 July", ["target", "due"]),
        ("Grow our subscribers from 4,000 to 6,000", ["target"]),
        ("Add two thousand subscribers by 30 June", ["target"]),
        ("7月31日前新增1,000名订阅者", ["due"]),
        ("2028年6月30日前新增1,000名订阅者", ["due"]),
    ],
)
def test_sentences_that_contradict_their_fields(statement: str, keys: list[str]) -> None:
    assert sorted(codes(goal(statement, **LIST), "RM310")) == sorted(("RM310", key) for key in keys)


def test_a_chinese_count_is_recognised_by_its_measure_word() -> None:
    text = goal("6月30日前新增1,500人", unit="人", name="社群会员", **LIST)
    assert codes(text, "RM310") == [("RM310", "target")]


@pytest.mark.parametrize(
    ("statement", "fields", "disagrees"),
    [
        ("Win 2.4M EUR by 31 December", {**MONEY, **SALES}, False),
        ("Win €2,400,000 with 100 deals by 31 December", {**MONEY, **SALES}, False),
        ("Win 100 deals of 24,000 EUR by 31 December", {**MONEY, **SALES}, False),
        ("Win 2.1M EUR by 31 December", {**MONEY, **SALES}, True),
        ("12月31日前签下240万元", {**MONEY, **SALES}, False),
        ("12月31日前签下200万元", {**MONEY, **SALES}, True),
        ("Win 100 deals by 31 December", {**MONEY, **SALES}, False),
        ("Raise the rate by 0.25 percentage points", {**RATE, **SHARE}, False),
        ("Raise the rate by 33%", {**RATE, **SHARE}, False),
        ("Raise the rate by 0.75%", {**RATE, **SHARE}, True),
        ("Raise the rate to 1.2%", {**RATE, **SHARE}, True),
        ("Raise the rate from 0.75% to 1%", {**RATE, **SHARE}, False),
        ("到第三季度末将转化率提高 0.75%", {**RATE, **SHARE}, True),
    ],
)
def test_money_and_rates_are_held_against_their_own_kind(
    statement: str, fields: dict[str, str], disagrees: bool
) -> None:
    assert codes(goal(statement, **fields), "RM310") == ([("RM310", "target")] if disagrees else [])


def test_both_sides_are_named() -> None:
    told = next(d for d in checked(goal("Add 1,500 subscribers", **LIST)).diagnostics if d.code == "RM310")
    assert sentence(told) == "the sentence of g says 1,500, its “target” says 5,000"
    assert sentence(told, "zh") == "g 的表述写的是 1,500，字段 target 则是 5,000"
    assert [r.span.line for r in told.related] == [9]


# --- what cannot be read is not called missing


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("roadmap: 1\nname: X\ngoals:\n  a: {due: soon}\n", {"RM306"}),
        ("roadmap: 1\nname: X\ngoals:\n  a b: {}\n", {"RM301"}),
        ("roadmap: 1\nname: X\ngoals: none\n", {"RM301"}),
        ("roadmap: 1\nname: X\ndiscovery: later\n", {"RM101", "RM102", "RM103", "RM105"}),
        ("roadmap: 1\nname: X\nstrategy: later\n", {"RM401", "RM403", "RM404"}),
        ("roadmap: 1\nname: X\nmarket: {segments: all}\n", {"RM201"}),
        ("roadmap: 1\nname: X\nstrategy: {journey: [nowhere, {from: a, to: b}]}\n", {"RM404", "RM405", "RM406"}),
        ("roadmap: 1\nname: X\nperiod: 27\ngoals:\n  a: {due: 2027-05-01}\n", {"RM034", "RM308"}),
        ("roadmap: 1\nname: X\ncurrency: RMB\nbudget: 5\n", {"RM035", "RM313"}),
    ],
)
def test_nothing_is_said_of_what_cannot_be_read(text: str, silent: set[str]) -> None:
    got = {code for code, _, _ in found(text, methods=("seven-step",))}
    assert got & silent == set()
    assert {d.severity.value for d in checked(text).diagnostics} >= {"error"}


def test_a_rate_above_the_whole_is_not_also_said_to_differ_from_the_sentence() -> None:
    text = """\
roadmap: 1
name: Spring
period: 2027
metrics: {conv: {name: Session-to-contact conversion, unit: rate}}
goals:
  conv: {statement: Lift conversion from 2.1% to 2.9% by 30 June 2027, metric: conv, baseline: 2.1%, target: 2.9, due: 2027-06-30}
"""
    assert [d.code for d in checked(text).diagnostics] == ["RM311"]
    assert [d.code for d in checked(text.replace("target: 2.9", "target: 3.1%")).diagnostics] == ["RM310"]
