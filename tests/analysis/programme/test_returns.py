"""What events cost and bring, by hand and against the funnel's own conversion; and which lever is worth more."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.programme.brings import Brought
from roadmapctl.analysis.programme.course import course
from roadmapctl.analysis.programme.levers import levers
from roadmapctl.analysis.programme.returns import Return, Spent, returns, together
from tests.analysis.programme.plans import EVENTS, decimals, funnel_of, plan_of, programme_of, with_tactics

TACTICS = """\
  summit: {budget: 30_000, playbook: live, event: {tier: group, format: webinar, hours: 100}}
  webinars: {budget: 8_000, contributes: {sqls: 90}, event: {tier: unit, format: webinar, events: 4, hours: 20}}
  unpriced: {event: {tier: unit, format: webinar, events: 2}}
  dinner: {budget: 500, event: {source: search, format: dinner}}
playbooks: {live: {saves_hours: 9}}
organization: {hour_cost: 50}
"""
SEARCH = EVENTS.replace("    webinar:\n", "    search: {feeds: lead, share: 0%}\n    webinar:\n      share: 100%\n")


def test_by_hand() -> None:
    plan = with_tactics(TACTICS, SEARCH)
    rows = {row.id: row for row in returns(plan, programme_of(plan))}

    summit = rows["summit"]
    assert summit.spent == Spent(Fraction(30_000), Fraction(100), Fraction(5_000), Fraction(9), Fraction(450))
    assert summit.brought == Brought("sql", Fraction(60), "funnel")  # 600 × 10%
    assert decimals(summit.volumes) == {"sql": 60, "opportunity": 30, "customer": 9}
    assert summit.revenue == 9 * 60_000 and summit.cost_per_unit == Fraction(35_000, 60)
    assert summit.roas == Fraction(540_000, 35_000)
    assert summit.roi == (Fraction(8, 10) * 540_000 - 35_000) / 35_000  # at a margin of 80%

    webinars = rows["webinars"]
    assert (webinars.events, webinars.spent.hours, webinars.spent.cost) == (4, 80, 12_000)  # 8,000 + 80 × 50
    assert webinars.brought == Brought("sql", Fraction(90), "contributes", "sqls")  # as its tactic says, not 4 × 20

    unpriced = rows["unpriced"]
    assert unpriced.spent.money == 4_000 and unpriced.units == 40  # what the funnel says of two: cost and units

    dinner = rows["dinner"]  # of a source without events, contributing nothing that the funnel counts
    assert (dinner.brought, dinner.revenue, dinner.roi, dinner.roas) == (None, None, None, None)


def test_several_together_have_ratios_only_where_all_are_known() -> None:
    plan = with_tactics(TACTICS, SEARCH)
    rows = returns(plan, programme_of(plan))
    all_ = together("", rows)
    assert (all_.events, all_.units, all_.spent.money) == (8, 60 + 90 + 40, 30_000 + 8_000 + 4_000 + 500)
    assert all_.roi is None and all_.roas is None and all_.cost_per_unit is None
    known = together("", [row for row in rows if row.id != "dinner"])
    cost = 35_000 + 12_000 + 4_000
    assert known.spent.cost == cost and known.roas == Fraction(190 * Fraction(3, 20) * 60_000) / cost


def test_revenue_that_a_tactic_contributes_itself_counts_where_the_funnel_knows_no_way() -> None:
    plan = with_tactics("  renewals: {budget: 1_000, contributes: {revenue: 20_000}, event: {format: dinner}}\n")
    (row_,) = returns(plan, programme_of(plan))
    assert (row_.units, row_.volumes, row_.revenue, row_.roi) == (None, {}, 20_000, 15)


def test_without_the_cost_of_an_hour_cost_is_the_money() -> None:
    plan = with_tactics(TACTICS.replace("organization: {hour_cost: 50}\n", ""), SEARCH)
    summit = next(row for row in returns(plan, programme_of(plan)) if row.id == "summit")
    assert (summit.spent.labour, summit.spent.worth, summit.spent.cost) == (None, None, 30_000)


SEGMENTS = EVENTS.replace(
    "  sources:\n",
    "  segments:\n    small: {share: 75%, deal_size: 20_000}\n    large: {share: 25%, deal_size: 180_000, rates: {sql: 25%}}\n  sources:\n",
).replace("goals:\n", "market: {segments: {small: {}, large: {}}}\ngoals:\n")


def test_a_segment_has_its_own_rates_and_deal() -> None:
    plan = plan_of(SEGMENTS)
    result = funnel_of(plan)
    large = course(plan, result, "webinar", "sql", "large")
    assert large is not None
    assert (
        large.reach == {"sql": 1, "opportunity": Fraction(1, 4), "customer": Fraction(3, 40)}
        and large.revenue == Fraction(3, 40) * 180_000
    )
    # Shares are of deals, 3 : 1; units 3/0.15 : 1/0.075, that is 20 : 13⅓, 60% and 40% of them.
    mean = course(plan, result, "webinar", "sql", None)
    assert mean is not None
    assert (
        mean.reach["customer"]
        == Fraction(6, 10) * Fraction(15, 100) + Fraction(4, 10) * Fraction(75, 1000)
        == result.sources[0].conversion
    )
    assert mean.revenue == Fraction(6, 10) * Fraction(15, 100) * 20_000 + Fraction(4, 10) * Fraction(75, 1000) * 180_000


def test_of_no_source_it_goes_by_the_rates_of_the_stages() -> None:
    plan = plan_of(EVENTS)
    way = course(plan, funnel_of(plan), None, "lead", None)
    assert way is not None and decimals(way.reach) == {"lead": 1, "sql": 0.4, "opportunity": 0.2, "customer": 0.06}
    assert way.revenue == Fraction(6, 100) * 60_000


RATE = st.fractions(Fraction(1, 100), 1, max_denominator=100)


@given(RATE, RATE, RATE, st.integers(1, 10**6))
def test_the_way_from_where_a_source_feeds_is_its_conversion(
    lead: Fraction, sql: Fraction, won: Fraction, size: int
) -> None:
    text = EVENTS.replace("rate: 40%", f"rate: {float(lead)}").replace("rate: 50%}\n    - {id: opp", f"rate: {float(sql)}}}\n    - {{id: opp")  # fmt: skip
    text = text.replace("rate: 30%", f"rate: {float(won)}").replace("60_000", str(size))
    plan = plan_of(text)
    result = funnel_of(plan)
    way = course(plan, result, "webinar", "sql", None)
    assert way is not None and way.revenue is not None
    assert way.reach["customer"] == result.sources[0].conversion
    assert way.revenue == result.sources[0].conversion * size
    # What all events of the need bring is what the funnel wants.
    assert result.sources[0].units * way.revenue == result.demand.net_target


def row(cost: int | None, revenue: int | None, units: int = 10, worth: int | None = None) -> Return:
    spent = Spent(
        None if cost is None else Fraction(cost), None, None, None if worth is None else Fraction(9), _part(worth)
    )
    money = None if revenue is None else Fraction(revenue)
    return Return("t", 1, spent, Brought("sql", Fraction(units), "funnel"), {}, money, Fraction(1, 2))


def _part(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value)


@pytest.mark.parametrize(
    ("revenue", "cheaper", "richer"),
    [
        (5_000, 100, 250),
        (2_000, 100, 100),
        (1_000, 100, 50),
    ],  # a tenth of 1,000; a tenth of the margin, half the revenue
)
def test_a_tenth_of_cost_and_a_tenth_of_yield(revenue: int, cheaper: int, richer: int) -> None:
    found = levers([row(1_000, revenue, worth=125), row(None, 9_999), row(77, None)])
    assert found is not None and len(found.rows) == 1
    assert (found.cheaper, found.richer, found.net) == (cheaper, richer, Fraction(revenue, 2) - 1_000)
    assert found.as_units == Fraction(125) / (Fraction(revenue, 2) / 10)


def test_no_lever_without_cost_and_revenue() -> None:
    assert levers([row(None, 5), row(5, None), row(0, 5)]) is None
