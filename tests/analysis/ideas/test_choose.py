"""Scores by their definitions, ranks with ties, the limits a plan sets, the best set, and what is missing."""

from fractions import Fraction

import pytest

from roadmapctl.analysis.ideas.choose import Ideas, plan_ideas
from roadmapctl.analysis.ideas.limits import money_of, time_of
from roadmapctl.analysis.ideas.scored import Ice, ranking, turned_by_the_other_form
from roadmapctl.model import Plan
from roadmapctl.project import check_text

HEAD = "roadmap: 1\nname: X\ncurrency: EUR\nperiod: 2027\n"
# RICE by hand: 2,000·0.25·0.8/1 = 400; 180·2·0.5/2 = 90; 800·0.5·0.5/3 = 66 2/3; the twin of the podcast ties with it.
IDEAS = """
ideas:
  podcast: {lever: content, budget: 8_000, score: {reach: 800, impact: 0.5, confidence: 50%, effort: 3}}
  column: {lever: media, budget: 5_000, score: {reach: 2_000, impact: 0.25, confidence: 80%, effort: 1}}
  tables: {lever: activity, budget: 9_000, score: {reach: 180, impact: 2, confidence: 50%, effort: 2}}
  twin: {budget: 0, score: {reach: 400, impact: 1, confidence: 50%, effort: 3}}
  half: {lever: content, score: {reach: 100, impact: 1, confidence: 50%}}
  bare: {name: Bare}
"""


def plan_of(text: str) -> Plan:
    """A small plan."""
    checked = check_text((HEAD + text).encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


def ideas_of(text: str, **limits: Fraction) -> Ideas:
    """Its ideas, under limits that are given."""
    plan = plan_of(text)
    return plan_ideas(plan, money_of(plan, limits.get("money")), time_of(plan, person_months=limits.get("months")))


def test_ranks_are_shared_by_equal_scores_and_then_go_on() -> None:
    rows = ranking(
        plan_of(IDEAS + "  last: {score: {reach: 1, impact: 1, confidence: 1%, effort: 1}}\n").ideas, "rice"
    ).rows
    assert [(row.id, row.rank, row.tied, row.score) for row in rows] == [
        ("column", 1, False, 400),
        ("tables", 2, False, 90),
        ("podcast", 3, True, Fraction(200, 3)),
        ("twin", 3, True, Fraction(200, 3)),
        ("last", 5, False, Fraction(1, 100)),
    ]
    assert [row.effect for row in rows][:3] == [400, 180, 200]


@pytest.mark.parametrize(("ice", "scores"), [("product", {"a": 18, "b": 24}), ("mean", {"a": 7, "b": Fraction(19, 3)})])
def test_ice_is_a_product_or_a_mean(ice: Ice, scores: dict[str, Fraction]) -> None:
    # a: 9·0.2·10 = 18 and (9+2+10)/3 = 7; b: 6·0.5·8 = 24 and (6+5+8)/3 = 19/3
    text = "ideas:\n  a: {score: {impact: 9, confidence: 20%, ease: 10}}\n  b: {score: {impact: 6, confidence: 50%, ease: 8}}\n"
    plan = plan_of(text)
    assert {row.id: row.score for row in ranking(plan.ideas, "ice", ice).rows} == scores
    assert turned_by_the_other_form(plan.ideas, ice)


def test_the_plan_itself_says_the_limits() -> None:
    text = "budget: 20_000\ntactics: {t: {budget: 6_500}}\norganization: {headcount: {now: 3, asked: 5}}\n"
    plan = plan_of(text)
    assert money_of(plan)[:2] == (13_500, "left")
    assert time_of(plan) == (24, "asked", 2, 12)
    assert time_of(plan, people=Fraction(3, 2)) == (18, "headcount", Fraction(3, 2), 12)
    over = money_of(plan_of("budget: 1_000\ntactics: {t: {budget: 6_500}}\n"))
    assert (over.amount, over.planned - (over.budget or 0)) == (0, 5_500)
    assert money_of(plan_of("")).source == "none"
    assert time_of(plan_of("organization: {headcount: {now: 3, asked: 3}}\n")).source == "nobody"
    assert time_of(plan_of("organization: {headcount: {now: 3}}\n")).source == "none"


def test_the_best_set_and_what_is_short_of_it() -> None:
    found = ideas_of(IDEAS, money=Fraction(13_000), months=Fraction(5))
    # 13,000 and 5 months: column + twin (600, 4 months), or column + podcast (600, 4 months) for 8,000 more: the cheap one.
    assert [row.id for row in found.chosen.ideas] == ["column", "twin"]
    assert (found.chosen.effect, found.chosen.cost, found.chosen.effort, found.chosen.proved) == (600, 5_000, 4, True)
    assert [(one.idea.id, one.money_short, one.time_short) for one in found.chosen.left] == [
        ("tables", 1_000, 1),
        ("podcast", 0, 2),
    ]
    # Within 5 months no money makes a better set.
    assert [one.by_money for one in found.chosen.left] == [None, None]
    # 7 months allow column, twin and podcast (800) for 13,000; tables with column and twin would cost 14,000.
    assert [one.by_time for one in found.chosen.left] == [None, (2, (), 800)]


def test_without_limits_everything_that_is_scored_is_in_the_set() -> None:
    found = ideas_of(IDEAS)
    assert [row.id for row in found.chosen.ideas] == ["column", "tables", "podcast", "twin"]
    assert found.chosen.left == ()


def test_every_lever_has_a_row_also_without_ideas() -> None:
    found = ideas_of(IDEAS + "tactics: {t: {lever: audience, budget: 300}}\n", money=Fraction(5_000))
    assert [(row.lever, row.ideas, row.chosen, row.tactics, row.planned) for row in found.levers] == [
        ("audience", 0, 0, 1, 300),
        ("activity", 1, 0, 0, 0),
        ("content", 2, 0, 0, 0),
        ("media", 1, 1, 0, 0),
        (None, 2, 1, 0, 0),
    ]


def test_what_is_missing_is_named_by_its_key() -> None:
    assert ideas_of(IDEAS).gaps == (
        ("twin", ("lever",)),
        ("half", ("score.effort", "budget")),
        ("bare", ("score.reach", "score.impact", "score.confidence", "score.effort", "budget", "lever")),
    )


def test_what_is_half_scored_by_ice_lacks_what_ice_needs() -> None:
    (gap,) = ideas_of("ideas: {a: {lever: media, budget: 1, score: {ease: 3, impact: 4}}}\n").gaps
    assert gap.keys == ("score.confidence",)


def test_the_method_of_most_ideas_chooses() -> None:
    ice = "  {}: {{lever: media, budget: 10, score: {{impact: 5, confidence: 50%, ease: 4}}}}\n"
    rice = "  r: {lever: media, budget: 10, score: {reach: 5, impact: 1, confidence: 50%, effort: 1}}\n"
    found = ideas_of("ideas:\n" + rice + ice.format("a") + ice.format("b"), money=Fraction(10))
    assert (found.method, [row.id for row in found.chosen.ideas]) == ("ice", ["a"])
    assert [one.method for one in found.rankings] == ["rice", "ice"]
    assert ideas_of("ideas:\n" + rice + ice.format("a")).method == "rice"
