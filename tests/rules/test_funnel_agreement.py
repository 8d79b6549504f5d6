"""The funnel beside the rest of the plan: goals on its stages, its money, its market, and rates that others have published."""

import pytest

from tests.plans import checked, edited

PLAN = """\
roadmap: 1
name: Plan
currency: EUR
period: 2027
budget: 100_000
market:
  segments:
    firms: {name: Firms, size: 900}
    shops: {name: Shops, size: 600}
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
  mqls: {name: MQLs, unit: leads, kind: flow}
  opportunities: {name: Opportunities, unit: opportunities, kind: flow}
  win-rate: {name: Win rate, unit: rate, kind: stock}
  cac: {name: CAC, unit: EUR, kind: stock, better: down}
goals:
  sales: {metric: revenue, baseline: 0, target: 1_000_000, due: 2027-12-31}
  leads: {metric: mqls, baseline: 0, target: 1_000, due: 2027-11-30, supports: sales}
  chances: {metric: opportunities, baseline: 0, target: 400, due: 2027-11-30, supports: sales}
  closing: {metric: win-rate, baseline: 22%, target: 27%, due: 2027-12-31, supports: sales}
  price: {metric: cac, baseline: 600, target: 500, due: 2027-12-31, supports: sales}
funnel:
  goal: sales
  deal_size: 10_000
  stages:
    - {id: mql, rate: 40%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
  sources:
    ads: {feeds: mql, share: 100%, cost_per_unit: 40}
"""


def codes(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    """(code, path) of what is found in the plan with these edits."""
    text = PLAN
    for old, new in edits:
        text = edited(old, new, text)
    return [(d.code, ".".join(map(str, d.path))) for d in checked(text).diagnostics]


def test_a_plan_whose_funnel_agrees_with_it() -> None:
    assert codes() == []


LEADS, CHANCES = "mqls, baseline: 0, target: 1_000", "opportunities, baseline: 0, target: 400"


@pytest.mark.parametrize(
    ("edits", "found"),
    [
        # 1,000,000 / 10,000 / 25% / 40% are 1,000 leads; a tenth below is a matter of rounding
        ([(LEADS, "mqls, baseline: 0, target: 901")], []),
        ([(LEADS, "mqls, baseline: 0, target: 899")], [("RM817", "goals.leads.target")]),
        ([(LEADS, "mqls, baseline: 0, target: 5_000")], []),
        ([(CHANCES, "opportunities, baseline: 0, target: 300")], [("RM817", "goals.chances.target")]),
        # the lowest stage is told; what is above it follows
        ([(LEADS, "mqls, baseline: 0, target: 500"), (CHANCES, "opportunities, baseline: 0, target: 200")],
         [("RM817", "goals.chances.target")]),
        # a step on the way, and a goal that serves something else
        ([("target: 1_000, due: 2027-11-30", "target: 500, due: 2027-06-30")], []),
        ([("target: 400, due: 2027-11-30, supports: sales", "target: 200, due: 2027-11-30"),
          ("target: 1_000, due: 2027-11-30, supports: sales", "target: 500, due: 2027-11-30")], []),
        # what is in hand and what others bring is taken off
        ([(CHANCES, "opportunities, baseline: 0, target: 300"), ("opportunity, rate: 25%", "opportunity, rate: 25%, in_hand: 100")], []),
    ],
)  # fmt: skip
def test_goals_on_stages(edits: list[tuple[str, str]], found: list[tuple[str, str]]) -> None:
    assert codes(*edits) == found


CUSTOMERS = (
    "  price: {metric",
    "  win: {metric: clients, target: %s, due: 2027-12-31, supports: sales}\n  price: {metric",
)


@pytest.mark.parametrize(("target", "wrong"), [(100, False), (92, False), (88, True), (109, False), (112, True)])
def test_customers_times_deal_is_revenue(target: int, wrong: bool) -> None:
    metric = ("metrics:\n", "metrics:\n  clients: {name: New customers, unit: customers, kind: flow}\n")
    goal = (CUSTOMERS[0], CUSTOMERS[1] % target)
    assert codes(metric, goal) == ([("RM817", "goals.win.target")] if wrong else [])


@pytest.mark.parametrize(
    ("rate", "found"),
    [
        ("25%", None),
        ("22%", None),
        ("27%", None),
        ("{won: 60, of: 200}", "RM816"),
        ("20%", "RM816"),
        ("35%", "RM816"),
    ],
)
def test_the_win_rate_lies_on_the_way_of_its_goal(rate: str, found: str | None) -> None:
    here = [code for code, _ in codes(("opportunity, rate: 25%", f"opportunity, rate: {rate}"), (LEADS, LEADS + "0"))]
    assert [code for code in here if code == "RM816"] == ([found] if found else [])


def test_a_rate_is_known_by_the_names_the_plan_gives_its_own_stages() -> None:
    name = ("name: Win rate", "name: Order-to-customer rate")
    for rate, found in (("25%", []), ("40%", [("RM816", "funnel.stages.order.rate")])):
        stage = ("id: opportunity, rate: 25%", f"id: order, name: Offer, rate: {rate}")
        assert [finding for finding in codes(name, stage) if finding[0] == "RM816"] == found


def test_without_a_goal_twice_the_last_period_is_too_much() -> None:
    review = "discovery: {review: {closing: {metric: win-rate, previous: 10%, current: 12%}}}\nfunnel:"
    without = "  closing: {metric: win-rate, baseline: 22%, target: 27%, due: 2027-12-31, supports: sales}\n"
    assert codes((without, ""), ("funnel:", review)) == [("RM816", "funnel.stages.opportunity.rate")]
    better = review.replace("12%", "13%")
    assert codes((without, ""), ("funnel:", better)) == []


@pytest.mark.parametrize(
    ("edits", "found"),
    [
        ([("cost_per_unit: 40", "cost_per_unit: 49")], []),
        ([("cost_per_unit: 40", "cost_per_unit: 60")], [("RM820", "goals.price.target")]),
        ([("cost_per_unit: 40", "cost_per_unit: 101")], [("RM815", "funnel.sources.ads.cost_per_unit")]),
        ([("budget: 100_000", "budget: 30_000")], [("RM815", "funnel.sources.ads.cost_per_unit")]),
        ([("metric: cac, baseline: 600, target: 500", "metric: cac, baseline: 600, target: 300")], [("RM820", "goals.price.target")]),
        ([("size: 900", "size: 9"), ("size: 600", "size: 6")], [("RM814", "funnel.deal_size")]),
        ([("size: 900", "size: 9")], []),
        ([("target: 1_000_000, due: 2027-12-31", "target: 1_000_000, due: 2027-12-31, segment: firms"), ("size: 900", "size: 9")],
         [("RM814", "funnel.deal_size")]),
        ([("size: 900}", "channels: [email]}"), ("size: 600", "size: 6")], []),
        ([("- {id: customer}", "- {id: booking}"), ("size: 900", "size: 9"), ("size: 600", "size: 6")], []),
    ],
)  # fmt: skip
def test_money_and_market(edits: list[tuple[str, str]], found: list[tuple[str, str]]) -> None:
    assert [one for one in codes(*edits) if one[0] != "RM708"] == found


@pytest.mark.parametrize(
    ("stage", "rate", "far"),
    [
        ("mql", "4%", True),
        ("mql", "5%", False),
        ("mql", "86%", False),
        ("mql", "99%", True),
        ("mql", "{won: 4, of: 100}", False),
    ],
)
def test_published_rates(stage: str, rate: str, far: bool) -> None:
    # only the two stages between which something is published: an MQL that becomes an SQL
    text = PLAN.replace("- {id: opportunity, rate: 25%}", "- {id: sql, rate: 25%}").replace(
        "- {id: mql, rate: 40%}", f"- {{id: {stage}, rate: {rate}}}"
    )
    found = [d.code for d in checked(text).diagnostics]
    assert ("RM818" in found) is far


def test_a_show_rate_is_published_for_webinars_only() -> None:
    event = "event: {audience: 100, rate: 10%, show_rate: 95%}"
    ads = "    ads: {feeds: mql, share: 100%, cost_per_unit: 40}\n"
    for id, far in (("webinars", True), ("round-tables", False)):
        text = PLAN.replace(ads, f"    {id}: {{feeds: mql, share: 100%, {event}}}\n")
        assert ("RM818" in [d.code for d in checked(text).diagnostics]) is far


def test_what_follows_from_a_doubtful_number_is_not_told_too() -> None:
    # a deal ten times too small: every goal on a stage falls short, and so would the market, the budget and the CAC
    small = ("deal_size: 10_000", "deal_size: 1_000")
    assert codes(small) == [("RM817", "goals.chances.target")]
