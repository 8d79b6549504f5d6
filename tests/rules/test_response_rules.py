"""Responses, and what may be spent on sources: cases beyond the rules' own pages."""

import pytest

from tests.plans import checked, mend, sentence

PLAN = """\
roadmap: 1
name: Spring
currency: USD
period: 2027
budget: 30_000
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 100_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_000
  stages:
    - {id: lead, rate: 10%}
    - {id: customer}
  sources:
    search: {share: 60%, SEARCH}
    fairs: {share: 40%, cost_per_unit: 5, FAIRS}
"""


def found(search: str = "cost_per_unit: 9", fairs: str = "rates: {lead: 20%}") -> list[tuple[str, str, str]]:
    """Code, path and sentence of every finding."""
    plan = PLAN.replace("SEARCH", search).replace("FAIRS", fairs)
    return [(d.code, ".".join(map(str, d.path)), sentence(d)) for d in checked(plan).diagnostics]


def test_a_plan_that_states_all_of_it_is_clean() -> None:
    gives = "response: {gives: [{spend: 0, leads: 10}, {spend: 5k, leads: 400}, {spend: 9k, leads: 400}], covers: 1y}"
    assert found(f"{gives}, spend: 6k, at_least: 6k, at_most: 6k", "spend: 5k, at_least: 4k") == []


@pytest.mark.parametrize(
    ("gives", "path", "says"),
    [
        ("{spend: 5k, leads: 400}, {spend: 5k, leads: 500}", "gives.1.spend", "search: 500 for 5,000, after 400 for 5,000"),
        ("{spend: 5k, leads: 400}, {spend: 2k, leads: 500}", "gives.1.spend", "search: 500 for 2,000, after 400 for 5,000"),
        ("{spend: 1k, leads: 9}, {spend: 5k, leads: 400}, {spend: 6k, leads: 399}", "gives.2.leads", "search: 399 for 6,000, after 400 for 5,000"),
        ("{spend: 3k, leads: 9}, {spend: 2k, leads: 8}, {spend: 1k, leads: 7}", "gives.1.spend", "search: 8 for 2,000, after 9 for 3,000"),
    ],
)  # fmt: skip
def test_points_rise(gives: str, path: str, says: str) -> None:
    assert found(f"response: {{gives: [{gives}]}}") == [("RM840", f"funnel.sources.search.response.{path}", says)]


@pytest.mark.parametrize(
    ("response", "key", "what"),
    [
        ("{covers: 1mo}", "", "neither points (gives) nor a table"),
        ("{gives: [{spend: 0, leads: 5}]}", "", "no point with a spend above 0"),
        ("{gives: [{spend: 1k, leads: 5}], table: x.csv, units: leads}", ".table", "both points (gives) and a table"),
        (
            "{gives: [{spend: 1k, leads: 5}], units: leads}",
            ".units",
            "units, which names something of a table, but no table",
        ),
        ("{rows: {channel: x}}", ".rows", "rows, which names something of a table, but no table"),
        ("{table: x.csv}", ".table", "a table, but not the column of what it brought"),
        ("{table: x.csv, units: leads, revenue: sales}", ".revenue", "both units and revenue"),
    ],
)
def test_a_response_says_one_thing(response: str, key: str, what: str) -> None:
    expected = ("RM842", f"funnel.sources.search.response{key}", f"the response of search has {what}")
    assert found(f"response: {response}") == [expected]


def test_a_part_that_cannot_be_read_is_not_missing() -> None:
    assert [code for code, _, _ in found("response: {gives: [{spend: much, leads: 5}]}")] == ["RM021"]
    assert [code for code, _, _ in found("response: {gives: 5}")] == ["RM012"]


@pytest.mark.parametrize("covers", ["0d", "1 week", "01w", "3"])
def test_a_time_is_above_nothing(covers: str) -> None:
    codes = [code for code, _, _ in found(f"response: {{gives: [{{spend: 1k, leads: 5}}], covers: {covers}}}")]
    assert codes == ["RM023"]


def test_bounds_of_one_source() -> None:
    floor = ("RM841", "funnel.sources.search.at_least", "search must get at least 6,000 and may get at most 5,000")
    assert found("cost_per_unit: 9, at_least: 6k, at_most: 5k, spend: 9k") == [floor]
    low = (
        "RM845",
        "funnel.sources.search.spend",
        "the plan spends 5,400 on search, which its at_least of 6,000 forbids",
    )
    assert found("cost_per_unit: 9, at_least: 6k, spend: 5_400") == [low]
    high = ("RM845", "funnel.sources.fairs.spend", "the plan spends 3,000 on fairs, which its at_most of 2,000 forbids")
    assert found(fairs="at_most: 2k, spend: 3k") == [high]


def test_floors_and_the_budget() -> None:
    assert found("cost_per_unit: 9, at_least: 20k", "at_least: 10k") == []
    over = found("cost_per_unit: 9, at_least: 20k", "at_least: 10_001")
    says = "the sources must get 30,001 at least, 1 more than the plan's budget of 30,000"
    assert over == [("RM844", "funnel.sources.fairs.at_least", says)]


def test_help_names_what_to_write() -> None:
    plan = PLAN.replace("SEARCH", "response: {}").replace("FAIRS", "rates: {}")
    (finding,) = checked(plan).diagnostics
    assert mend(finding).startswith(
        "write gives: [{spend: 20k, leads: 400}, …], or a table with its column: table: data/curves.csv"
    )
    assert mend(finding, "zh").startswith("请写 gives: [{spend: 20k, leads: 400}, …]")
