"""What the annual report adds: segments by traits, growth, splits, step rates, chains, levels, the best set of ideas."""

import pytest

from roadmapctl.project import check_text
from roadmapctl.report.figures import Section
from roadmapctl.report.view import audience, growth, ideas
from roadmapctl.report.wording import Wording

PLAN = """roadmap: 1
name: Year
currency: EUR
period: 2027
budget: 20_000
discovery: {review: {leads: {metric: leads, history: [300], previous: 400, current: 450}}}
market:
  reviewed: quarter
  dimensions: [region, industry]
  segments:
    south: {status: current, size: 900, traits: {region: south, industry: any}}
    bakers: {status: target, size: 300, traits: {region: any, industry: food}}
    southern-bakers: {status: target, size: 80, combines: [south, bakers], traits: {region: south, industry: food}}
metrics:
  leads: {name: Leads, unit: leads, kind: flow, level: engage}
goals:
  more-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31, split: quarter}
milestones:
  all-in: {date: 2027-12-20, goal: more-leads, metric: leads, target: 600}
tactics:
  talks: {lever: activity, milestone: all-in, budget: 15_000, contributes: {leads: 600}}
ideas:
  podcast: {name: Podcast, lever: content, budget: 4_000, score: {reach: 800, impact: 1, confidence: 50%, effort: 2}}
  fair: {name: Fair, lever: activity, budget: 9_000, score: {reach: 900, impact: 1, confidence: 50%, effort: 1}}
"""


def words(text: str = PLAN, language: str = "en") -> Wording:
    checked = check_text(text.encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return Wording(checked.plan, "zh" if language == "zh" else "en")


def rows(section: Section) -> list[tuple[str, ...]]:
    assert section.table is not None
    return list(section.table.filled().rows)


def test_segments_stand_in_their_traits_and_nobody_is_counted_twice() -> None:
    traits, crossed = audience.audience(words())
    assert rows(traits)[2] == ("Southern bakers", "target", "80", "South and Bakers", "south", "food")
    assert traits.notes == (
        "In all 1,200: current 900, target 300.",
        "Not counted again, for its people are in the segments it combines: Southern bakers.",
        "The segments are held against new figures every quarter.",
    )
    assert crossed.title == "region × industry"
    assert rows(crossed) == [("south", "South (900)", "Southern bakers (80)"), ("any", "", "Bakers (300)")]
    assert crossed.notes == ("No segment yet: any × any.",)
    (_, zh) = audience.audience(words(language="zh"))
    assert zh.notes == ("尚无客群的组合：any × any。",)


def test_more_traits_than_a_page_is_wide_stand_under_each_other() -> None:
    said = "age: 30, city: Bonn, interest: food, gender: any, product_interest: ovens"
    (traits, *_) = audience.audience(words(PLAN.replace("industry: any}", f"industry: any, {said}}}", 1)))
    assert traits.table is not None
    assert [column.head for column in traits.table.columns] == ["Segment", "South", "Bakers", "Southern bakers"]
    found = {row[0]: row[1:] for row in rows(traits)}
    assert found["Size"] == ("900", "300", "80")
    assert found["Product interest"] == ("ovens", "", "ovens")


def test_goals_are_told_as_growth_and_split() -> None:
    (told,) = growth.growth(words())
    assert rows(told) == [
        ("More leads", "450", "review", "600", "+150", "+33.3%", "31 Dec 2027".replace(" ", "\u00a0"))
    ]
    _, split = growth.splits(words())
    assert [row[1:] for row in rows(split)] == [("150", "150"), ("150", "300"), ("150", "450"), ("150", "600")]
    assert split.title == "More leads, by quarter"
    (levels,) = growth.levels(words())
    assert rows(levels) == [("Engage", "Leads", "400", "450", "better, slower than before (+33.3%)", "600", "+33.3%")]
    (chain,) = growth.carried_by(words())
    assert rows(chain)[0][-2:] == ("Talks", "+600")
    assert growth.step_rates(words()) == ()


def test_the_best_set_stands_under_what_there_is_to_spend() -> None:
    limits, best, left, levers = ideas.best_set(words())
    assert limits.notes[0] == "To spend: €5,000, what the budget of €20,000 leaves after €15,000 for tactics"
    assert (best.title, [row[1] for row in rows(best)]) == ("", ["Podcast", "Total"])
    assert rows(left)[0] == ("1", "Fair", "activity", "450", "1", "€9,000", "€4,000", "Podcast")
    assert [row[0] for row in rows(levers)] == ["audience", "activity", "content", "media"]


@pytest.mark.parametrize("told", [audience.audience, growth.growth, growth.splits, growth.step_rates, growth.carried_by,
                                  growth.levels, ideas.ideas, ideas.best_set, ideas.levers])  # fmt: skip
def test_a_plan_that_says_nothing_of_it_has_no_section(told: object) -> None:
    assert callable(told) and told(words("roadmap: 1\nname: X\n")) == ()
