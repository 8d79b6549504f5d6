"""From a plan to its allocation: what there is to decide, the plan's own split, and what stands in the way."""

from fractions import Fraction
from pathlib import Path

import pytest

from roadmapctl.analysis.allocation.allocate import Allocation, Best, plan_allocation
from roadmapctl.analysis.allocation.choices import Choice
from roadmapctl.analysis.allocation.obstacle import Obstacle
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.project import check
from tests.plans import checked

# Deals: 1.2M / 12,000 = 100. A lead becomes one in 20% · 40% · 25% = 2%, an MQL in 10%, an opportunity in 25%.
HEAD = """\
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 90_000
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 12_000
  stages:
    - {id: lead, rate: 20%}
    - {id: mql, rate: 40%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
  sources:
"""
TWO = """\
    guides: {share: 60%, cost_per_unit: 20}
    webinar: {feeds: mql, share: 40%, event: {audience: 100, rate: 20%, cost: 2_000}}
"""


def allocation(sources: str, head: str = HEAD, **asked: Fraction) -> Allocation:
    plan = checked(head + sources).plan
    assert plan is not None
    found = plan_allocation(plan, **asked)  # type: ignore[arg-type]
    assert isinstance(found, Allocation), found
    return found


def stopped(sources: str, head: str = HEAD, **asked: Fraction) -> tuple[str, str]:
    """The reason, and the place it names."""
    plan = checked(head + sources).plan
    assert plan is not None
    found = plan_allocation(plan, **asked)  # type: ignore[arg-type]
    assert isinstance(found, (Obstacle, Infeasible)), found
    return found.reason, ".".join(map(str, found.path))


def best(answer: object) -> Best:
    assert isinstance(answer, Best), answer
    return answer


def choice(found: Allocation, id_: str) -> Choice:
    return next(choice for choice in found.choices if choice.id == id_)


def test_the_plans_own_split_is_what_its_funnel_costs_and_brings_what_it_wants() -> None:
    found = allocation(TWO)
    assert found.own is not None
    # 60 deals take 3,000 leads at 20; 40 deals take 400 MQLs, 20 webinars at 2,000.
    assert [(row.spend, row.units, row.events, row.deals) for row in found.own.rows] == [
        (60_000, 3_000, None, 60),
        (40_000, 400, 20, 40),
    ]
    assert (found.own.spend, found.own.deals, found.amount, found.amount_from) == (100_000, 100, 100_000, "sources")


def test_the_same_spend_goes_where_a_deal_costs_less() -> None:
    found = best(allocation(TWO).most_deals)  # 20 / 2% = 1,000 a deal; 2,000 / (20 · 10%) = 1,000 a deal
    assert found.totals.deals == 100 and found.price == 1_000
    cheaper = best(allocation(TWO.replace("20}", "16}")).most_deals)
    assert [(row.spend, row.deals, row.next) for row in cheaper.totals.rows] == [(88_000, 110, 800), (0, 0, 1_000)]
    assert cheaper.bound == 110 and cheaper.proved and cheaper.price == 800


def test_the_least_spend_for_the_target() -> None:
    found = best(allocation(TWO.replace("20}", "16}")).least_spend)
    assert (found.totals.spend, found.totals.deals, found.bound) == (80_000, 100, 80_000)


def test_what_is_in_hand_recycled_or_brought_anyway_comes_without_spend() -> None:
    head = HEAD.replace("{id: mql, rate: 40%}", "{id: mql, rate: 40%, in_hand: 50, recycled: {units: 80, rate: 10%}}")
    found = allocation(
        "    guides: {cost_per_unit: 20}\n    partner: {feeds: opportunity, brings: 40}\n    old: {feeds: lead, brings: 100, cost_per_unit: 9}\n",
        head,
    )
    # 50 MQLs · 10% = 5 deals; 80 · 10% = 8 opportunities · 25% = 2; 40 opportunities · 25% = 10; 100 leads · 2% = 2.
    assert (found.in_hand, [(s.id, s.deals) for s in found.fixed]) == (7, [("partner", 10), ("old", 2)])
    assert found.anyway == 19 and best(found.least_spend).totals.rows[0].deals == 81
    assert found.own is not None and found.own.deals == 100  # the funnel nets the same


def test_a_spend_that_the_plan_states_is_its_own_split() -> None:
    found = allocation(
        "    guides: {share: 60%, cost_per_unit: 20, spend: 30_000}\n    ads: {share: 40%, spend: 20k, response: {gives: [{spend: 20k, leads: 900}]}}\n"
    )
    assert found.own is not None
    assert [(row.spend, row.deals) for row in found.own.rows] == [(30_000, 30), (20_000, 18)]


def test_an_unstated_spend_on_a_response_is_what_its_volume_takes() -> None:
    found = allocation(
        "    ads: {share: 100%, response: {gives: [{spend: 40k, leads: 4000}, {spend: 90k, leads: 8000}]}}\n"
    )
    assert found.own is not None  # 5,000 leads on B·x / (k + x) with k = 360,000 and B = 40,000
    assert float(found.own.spend) == pytest.approx(360_000 / 7, abs=0.02)
    unknown = allocation("    ads: {share: 100%, response: {gives: [{spend: 40k, leads: 4000}]}}\n")
    assert unknown.own is None and (unknown.amount, unknown.amount_from) == (90_000, "budget")


def test_caps_and_where_they_are_from() -> None:
    sources = """\
    guides: {share: 20%, cost_per_unit: 20, capacity: 100 per month}
    papers: {share: 20%, cost_per_unit: 20, at_most: 6_000, capacity: 100 per month}
    webinar: {feeds: mql, share: 20%, event: {audience: 100, rate: 20%, cost: 2_000}, capacity: 1 per month}
    ads: {share: 20%, spend: 9k, response: {gives: [{spend: 20k, leads: 400}, {spend: 40k, leads: 600}]}, capacity: 500 per year}
    fairs: {share: 10%, spend: 70k, response: {gives: [{spend: 20k, leads: 400}, {spend: 40k, leads: 600}]}}
    social: {share: 10%, spend: 1k, response: {gives: [{spend: 20k, leads: 400}, {spend: 40k, leads: 600}]}, at_most: 60k}
"""
    found = allocation(sources)
    caps = {choice.id: (choice.option.cap, choice.cap_by) for choice in found.choices}
    # Hill through the points: B·20 / (k + 20) = 400, B·40 / (k + 40) = 600: k = 40, B = 1,200; 500 leads at 28,571.43.
    assert caps.pop("ads") == (Fraction("28571.43"), "capacity")
    assert caps == {
        "guides": (24_000, "capacity"),
        "papers": (6_000, "at_most"),
        "webinar": (24_000, "capacity"),
        "fairs": (70_000, "known"),  # the plan itself goes beyond the last known point
        "social": (60_000, "at_most"),
    }


def test_spend_outside_what_is_known_is_told() -> None:
    gives = "response: {gives: [{spend: 20k, leads: 4000}, {spend: 40k, leads: 6000}]}"
    found = allocation(f"    ads: {{share: 100%, at_most: 60k, {gives}}}\n", amount=Fraction(50_000))
    assert best(found.most_deals).totals.rows[0].knowledge == "beyond"
    assert (
        best(allocation(f"    ads: {{share: 100%, {gives}}}\n", amount=Fraction(9_000)).most_deals)
        .totals.rows[0]
        .knowledge
        == "below"
    )


def test_floors_hold_and_what_holds_a_source_is_told() -> None:
    sources = """\
    guides: {share: 50%, cost_per_unit: 16, at_most: 40_000}
    ads: {share: 30%, cost_per_unit: 90, at_least: 5_000}
    fair: {share: 20%, cost_per_unit: 80}
    print: {share: 0%, cost_per_unit: 95}
"""
    found = best(allocation(sources, amount=Fraction(50_000)).most_deals)
    assert [(row.id, row.spend, row.bound) for row in found.totals.rows] == [
        ("guides", 40_000, "at_most"),
        ("ads", 5_000, "floor"),
        ("fair", 5_000, "between"),
        ("print", 0, "nothing"),
    ]
    assert found.price == 4_000


def test_events_of_a_set_number_are_paid_in_any_case() -> None:
    sources = """\
    webinar:
      feeds: mql
      event: {audience: 100, rate: 20%, cost: 2_000, tiers: {flagship: {events: 2, audience: 500, rate: 30%, cost: 15_000}}}
      capacity: 1 per month
"""
    found = allocation(sources, amount=Fraction(41_000))
    row = best(found.most_deals).totals.rows[0]
    # 2 · 500 · 30% = 300 MQLs for 30,000; 11,000 pay for five of 20 MQLs each.
    assert (row.spend, row.events, row.units, row.deals) == (40_000, 7, 400, 40)
    assert best(found.most_deals).unspent == 1_000
    only = choice(found, "webinar")
    assert (only.committed, only.option.cap, only.held) == (30_000, 20_000, 2)


def test_points_of_another_time_are_repeated_over_the_plans() -> None:
    month = choice(allocation("    ads: {response: {gives: [{spend: 2k, leads: 100}], covers: 1mo}}\n"), "ads")
    year = choice(allocation("    ads: {response: {gives: [{spend: 24k, leads: 1200}]}}\n"), "ads")
    assert (month.option.curve, month.option.cap) == (year.option.curve, year.option.cap)
    half = choice(allocation("    ads: {response: {gives: [{spend: 48k, leads: 2400}], covers: 2y}}\n"), "ads")
    assert half.option.cap == 24_000
    week = choice(allocation("    ads: {response: {gives: [{spend: 700, leads: 7}], covers: 1w}}\n"), "ads")
    assert week.option.cap == 36_500


def test_a_source_converts_by_its_own_rates_and_by_segments() -> None:
    own = allocation("    ads: {cost_per_unit: 20, rates: {lead: 10%}}\n")
    assert choice(own, "ads").option.conversion == Fraction(1, 100)
    market = "market:\n  segments:\n    large: {who: x}\n    small: {who: x}\nmetrics:"
    head = HEAD.replace("metrics:", market, 1).replace(
        "  stages:",
        "  segments: {large: {share: 50%, rates: {lead: 30%}}, small: {share: 50%, rates: {lead: 10%}}}\n  stages:",
    )
    # Half of the deals at 3%, half at 1% of a lead: 100 deals take 50/3% + 50/1% = 6,667 leads, 1.5% of which are deals.
    assert choice(allocation("    ads: {cost_per_unit: 20}\n", head), "ads").option.conversion == Fraction(15, 1000)
    by_leads = head.replace("  deal_size", "  mix: leads\n  deal_size")
    assert choice(allocation("    ads: {cost_per_unit: 20}\n", by_leads), "ads").option.conversion == Fraction(2, 100)


def test_a_table_of_revenue_becomes_deals(tmp_path: Path) -> None:
    (tmp_path / "curves.csv").write_text("spend,revenue\n0,0\n10000,120000\n30000,240000\n")
    (tmp_path / "plan.yaml").write_text(
        HEAD + "    ads: {spend: 10k, response: {table: curves.csv, revenue: revenue}}\n"
    )
    plan = check(tmp_path / "plan.yaml").plan
    assert plan is not None
    found = plan_allocation(plan)
    assert isinstance(found, Allocation) and found.own is not None
    ads = choice(found, "ads")
    assert (ads.feeds, ads.option.conversion) == ("customer", 1)
    assert float(found.own.deals) == pytest.approx(10, abs=1e-6)  # 120,000 / 12,000


@pytest.mark.parametrize(
    ("sources", "reason", "path"),
    [
        ("    seo: {brings: 100}\n    partner: {feeds: opportunity}\n", "no_sources", "funnel.sources"),
        ("    ads: {cost_per_unit: 20, at_least: 30k, capacity: 1000 per year}\n", "floor_above_cap", "funnel.sources.ads.at_least"),
        ("    web: {feeds: mql, event: {audience: 100, rate: 20%, cost: 2_000}, at_least: 2_500, at_most: 3_500}\n", "no_whole_event", "funnel.sources.web.event"),
    ],
)  # fmt: skip
def test_what_leaves_nothing_to_decide_is_said_with_its_place(sources: str, reason: str, path: str) -> None:
    assert stopped(sources) == (reason, path)


def test_a_response_over_another_time_needs_a_period() -> None:
    head = HEAD.replace("period: 2027\n", "")
    assert stopped("    ads: {response: {gives: [{spend: 2k, leads: 100}], covers: 1mo}}\n", head)[0] == "no_period"


def test_answers_that_there_are_not_name_what_would_change_that() -> None:
    capped = allocation(
        "    ads: {share: 100%, cost_per_unit: 20, at_least: 10_000, at_most: 50_000, spend: 10k}\n",
        amount=Fraction(9_000),
    )
    most, least = capped.most_deals, capped.least_spend
    assert isinstance(most, Obstacle) and (most.reason, most.fields["least"]) == ("floors_above_amount", 10_000)
    assert isinstance(least, Obstacle) and least.reason == "out_of_reach"
    assert (least.fields["wanted"], least.fields["most"], least.fields["spend"]) == (100, 50, 50_000)


def test_each_question_stands_alone() -> None:
    plan = checked(HEAD.replace("  goal: sales\n", "") + "    ads: {share: 100%, cost_per_unit: 20}\n").plan
    assert plan is not None
    found = plan_allocation(plan, amount=Fraction(10_000))
    assert isinstance(found, Allocation) and found.demand is None
    assert best(found.most_deals).totals.deals == 10
    assert isinstance(found.least_spend, Infeasible) and found.least_spend.reason == "no_goal"
    only = plan_allocation(plan, amount=Fraction(10_000), questions=("most_deals",))
    assert isinstance(only, Allocation) and only.least_spend is None


def test_without_an_amount_only_the_target_is_answered() -> None:
    found = allocation(
        "    ads: {response: {gives: [{spend: 200k, leads: 8000}]}}\n", HEAD.replace("budget: 90_000\n", "")
    )
    # 5,000 leads are wanted of the only source, at 25 each
    assert found.own is not None and found.own.spend == 125_000
    unknown = allocation(
        "    ads: {response: {gives: [{spend: 20k, leads: 800}]}}\n", HEAD.replace("budget: 90_000\n", "")
    )
    assert isinstance(unknown.most_deals, Obstacle) and unknown.most_deals.reason == "no_amount"
