"""A plan under other values: scenarios, tables of two values, the value that just meets the goal."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.forward import deals_of
from roadmapctl.load import Document, load_text
from roadmapctl.load.override import NoSuchItem
from roadmapctl.project import check_text
from roadmapctl.scenarios.overlay import Outcome, Refused, outcome, overlaid
from roadmapctl.scenarios.solve import Solved, Unsolved, solve
from roadmapctl.scenarios.vary import Axis, Grid, NotAnAxis, axis, vary

PLAN = """\
roadmap: 1
name: Scenarios
currency: USD
period: 2027
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 240_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 12_000
  stages:
    - {id: lead, rate: 10%}
    - {id: mql, rate: 20%, in_hand: 30}
    - {id: customer}
  sources:
    search: {feeds: lead, share: 60%, cost_per_unit: 20}
    fair: {feeds: mql, share: 40%, rates: {mql: 25%}, cost_per_unit: 150}
"""


def document(extra: str = "") -> Document:
    return load_text((PLAN + extra).encode(), "roadmap.yaml")


def under(values: dict[str, Any], of: Document | None = None) -> Outcome:
    found = outcome(of or document(), "", values)
    assert isinstance(found, Outcome)
    return found


def test_another_value_changes_the_funnel_and_nothing_else() -> None:
    plan, cautious = under({}), under({"funnel.stages.lead.rate": "5%"})
    assert cautious.units == 2 * plan.units
    assert cautious.result.stages[1] == plan.result.stages[1]


def test_the_document_that_is_overlaid_stays_as_it_was() -> None:
    doc = document()
    overlaid(doc, {"funnel.deal_size": 6_000})
    assert under({}, doc).result.demand.deals == 20


def test_values_that_cannot_be_read_are_findings_and_missing_items_are_named() -> None:
    refused = outcome(document(), "", {"funnel.stages.mql.rate": "130%"})
    assert isinstance(refused, Refused)
    assert [(d.code, d.path) for d in refused.diagnostics] == [("RM020", ("funnel", "stages", "mql", "rate"))]
    with pytest.raises(NoSuchItem) as raised:
        outcome(document(), "", {"funnel.stages.sql.rate": "13%"})
    assert raised.value.known == "lead, mql, customer"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a.b=10%..30%/5", ("10%", "15%", "20%", "25%", "30%")),
        ("a=1..2/2", (1, 2)),
        ("a = 20_000 .. 30_000 / 3", (20000, 25000, 30000)),
        ("a=10%,20%", ("10%", "20%")),
        ("a=5", (5,)),
        ("a=30%..10%/3", ("30%", "20%", "10%")),
    ],
)
def test_an_axis_is_a_path_and_its_values(text: str, values: tuple[Any, ...]) -> None:
    assert axis(text) == Axis(text.split("=")[0].strip(), values)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "=1",
        "a..b=1",
        "a=",
        "a=1,",
        "a=1..2",
        "a=1..2/1",
        "a=1..2/26",
        "a=1%..2/3",
        "a=x..y/3",
        "a=1..inf/3",
        "a=1..2/-3",
    ],
)
def test_what_is_no_axis_is_refused(text: str) -> None:
    with pytest.raises(NotAnAxis):
        axis(text)


def test_a_grid_holds_what_each_pair_comes_to() -> None:
    grid = vary(document(), axis("funnel.stages.lead.rate=10%,20%"), axis("funnel.deal_size=12000,24000"))
    assert isinstance(grid, Grid)
    for row, rate in zip(grid.cells, ("10%", "20%"), strict=True):
        for cell, size in zip(row, (12000, 24000), strict=True):
            assert isinstance(cell, Outcome)
            assert cell.result == under({"funnel.stages.lead.rate": rate, "funnel.deal_size": size}).result


def test_a_grid_with_a_value_that_cannot_be_read_is_refused() -> None:
    assert isinstance(vary(document(), axis("funnel.stages.lead.rate=90%,110%")), Refused)


def test_planned_volumes_bring_the_deals_they_were_planned_for() -> None:
    plan = under({}).result
    assert deals_of(plan, plan) == plan.demand.deals == 20


def test_planned_volumes_under_another_rate_by_hand() -> None:
    """20 deals, 12 by search and 8 by the fair: 60 and 32 MQLs are wanted (92), 30 of them in hand.

    Search has 30 · 60/92 of those and brings the others as leads at 10 %; at 5 % half of them come.
    """
    plan, half = under({}).result, under({"funnel.stages.lead.rate": "5%"}).result
    from_leads = 60 - Fraction(30 * 60, 92)
    assert deals_of(plan, half) == 20 - from_leads / 2 / 5


def test_a_source_without_the_capacity_brings_what_it_can() -> None:
    doc = overlaid(document(), {"funnel.sources.search.capacity": "200 per year", "funnel.stages.mql.in_hand": 0})
    plan = under({}, doc).result
    assert plan.sources[0].units == 600
    assert deals_of(plan, plan) == 20 - Fraction(2, 3) * 12


RATE = st.fractions(Fraction(1, 20), 1, max_denominator=40)


@given(lead=RATE, mql=RATE, fair=RATE, hand=st.integers(0, 200))
def test_forwards_undoes_backwards(lead: Fraction, mql: Fraction, fair: Fraction, hand: int) -> None:
    values = {"funnel.stages.lead.rate": lead, "funnel.stages.mql.rate": mql, "funnel.sources.fair.rates.mql": fair}
    plain = {path: Decimal(round(value * 10**6)).scaleb(-6) for path, value in values.items()}
    found = under(plain | {"funnel.stages.mql.in_hand": hand}).result
    if hand <= found.stages[1].need:  # beyond that, more is in hand than is wanted
        assert deals_of(found, found) == found.demand.deals


@pytest.mark.parametrize(
    ("path", "value", "least"),
    [
        ("funnel.stages.mql.rate", Fraction(1, 5), True),
        ("funnel.sources.fair.rates.mql", Fraction(1, 4), True),
        ("funnel.deal_size", Fraction(12000), True),
        ("goals.sales.target", Fraction(240000), False),
        ("funnel.stages.mql.in_hand", Fraction(30), True),
    ],
)
def test_as_it_stands_a_plan_just_meets_its_goal(path: str, value: Fraction, least: bool) -> None:
    found = solve(document(), path, under({}).result)
    assert isinstance(found, Solved)
    assert (found.value, found.least) == (value, least)


def test_a_lower_rate_above_asks_for_a_higher_one_below() -> None:
    """Without units in hand and with one source, halving one rate doubles the other."""
    doc = overlaid(document(), {"funnel.sources": {}, "funnel.stages.mql.in_hand": 0})
    found = solve(overlaid(doc, {"funnel.stages.lead.rate": "5%"}), "funnel.stages.mql.rate", under({}, doc).result)
    assert isinstance(found, Solved)
    assert (found.value, found.deals_now, found.wanted_now) == (Fraction(2, 5), 10, 20)


def test_a_third_is_rounded_to_the_side_that_meets_the_goal() -> None:
    doc = overlaid(document(), {"funnel.sources": {}, "funnel.stages.mql.in_hand": 0})
    under_it = overlaid(doc, {"funnel.stages.lead.rate": "6%"})
    found = solve(under_it, "funnel.stages.mql.rate", under({}, doc).result)
    assert isinstance(found, Solved)
    assert found.value == Fraction(333334, 1000000)
    assert deals_of(under({}, doc).result, under({"funnel.stages.mql.rate": "33.3334%"}, under_it).result) >= 20


@pytest.mark.parametrize(
    ("path", "why"),
    [("funnel.sources.fair.cost_per_unit", "always"), ("name", "no_number"), ("funnel.stages", "no_number")],
)
def test_where_no_value_just_meets_the_goal_it_is_said_why(path: str, why: str) -> None:
    assert solve(document(), path, under({}).result) == Unsolved(path, why)  # type: ignore[arg-type]


def test_what_no_value_can_mend_is_never() -> None:
    """600 leads at 1 % are 6 MQLs, and all of them as customers, beside the fair's 8, are not 20."""
    doc = overlaid(document(), {"funnel.stages.mql.in_hand": 0})
    short = overlaid(doc, {"funnel.stages.lead.rate": "1%"})
    assert solve(short, "funnel.stages.mql.rate", under({}, doc).result) == Unsolved("funnel.stages.mql.rate", "never")


SCENARIOS = """\
scenarios:
  cautious: {funnel.stages.mql.rate: 15%, funnel.deal_size: 10_000}
  bold: {funnel.stages.mql.rate: 30%}
"""


def findings(extra: str) -> list[tuple[str, int, str]]:
    checked = check_text((PLAN + extra).encode(), "roadmap.yaml")
    above = PLAN.count("\n")
    return [(d.code, d.span.line - above, ".".join(map(str, d.path))) for d in checked.diagnostics]


def test_scenarios_that_can_be_computed_have_no_finding() -> None:
    assert findings(SCENARIOS) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("funnel.stages.mql.rate: 15", ("RM020", 3, "scenarios.bad.funnel.stages.mql.rate")),
        ("funnel.stages.mqls.rate: 15%", ("RM039", 3, "scenarios.bad.funnel.stages.mqls.rate")),
        ("funnel.stages.mql.raet: 15%", ("RM010", 3, "scenarios.bad.funnel.stages.mql.raet")),
        ("funnel.deal_sise: 15", ("RM010", 3, "scenarios.bad.funnel.deal_sise")),
        ("funnel.stages.mql.rate: 0%", ("RM039", 2, "scenarios.bad")),
        ("funnel.sources.fair.share: 50%", ("RM039", 2, "scenarios.bad")),
        ("goals.sale.target: 20", ("RM039", 3, "scenarios.bad.goals.sale.target")),
        ("goals.sales: {target: many}", ("RM021", 3, "scenarios.bad.goals.sales")),
    ],
)
def test_a_scenario_that_cannot_is_found_at_its_value(value: str, found: tuple[str, int, str]) -> None:
    assert findings(f"scenarios:\n  bad:\n    {value}\n") == [found]


def test_more_scenarios_than_anybody_compares_are_refused() -> None:
    many = "".join(f"  s{i}: {{funnel.deal_size: {10_000 + i}}}\n" for i in range(21))
    assert findings("scenarios:\n" + many) == [("RM039", 22, "scenarios.s20")]
