"""What a result costs on each channel, against sums by hand."""

from fractions import Fraction
from typing import Any

from roadmapctl.analysis.money.channel_returns import channel_returns
from roadmapctl.model import Plan
from roadmapctl.report.view.means import means
from roadmapctl.report.wording import Wording

METRICS = {
    "leads": {"name": "Leads", "kind": "flow"},
    "sales": {"name": "Sales", "kind": "flow", "unit": "EUR"},
    "reply": {"name": "Replies", "kind": "stock", "unit": "rate"},
    "cost": {"kind": "stock", "better": "down"},
}
TACTICS = {
    "a": {"channel": "fair", "budget": 30_000, "contributes": {"leads": 150, "reply": "0.1"}},
    "b": {"channel": "fair", "budget": 50_000, "contributes": {"leads": 250, "sales": 400_000}},
    "c": {"channel": "web", "budget": 20_000, "contributes": {"leads": 60, "cost": 5}},
    "d": {"channel": "post", "contributes": {"leads": 10}},
    "e": {"budget": 100_000},
}
STRATEGY = {"means": {"web": {"name": "Website"}, "fair": {"name": "Fairs"}, "pr": {"name": "Press"}}}


def plan(**parts: Any) -> Plan:
    base = {"roadmap": 1, "name": "X", "currency": "EUR", "metrics": METRICS, "tactics": TACTICS, "strategy": STRATEGY}
    return Plan.model_validate({**base, **parts})


def test_budget_share_and_cost_by_channel() -> None:
    fair, web, post = channel_returns(plan())
    assert (fair.channel, fair.budget, fair.share) == ("fair", 80_000, Fraction(2, 5))
    assert [tuple(result) for result in fair.results] == [
        ("leads", 400, 200),
        ("sales", 400_000, Fraction(1, 8)),
    ]
    assert [tuple(result) for result in web.results] == [("leads", 60, Fraction(1000, 3))]
    assert (post.budget, post.results) == (0, ())  # its budget is not said, so no cost can be


def test_no_share_where_nothing_costs() -> None:
    [only] = channel_returns(plan(tactics={"a": {"channel": "web"}}))
    assert only.share is None


def test_means_say_what_they_take_and_where_a_result_is_cheapest() -> None:
    [section] = means(Wording(plan(), "en"))
    assert section.table is not None
    assert [(row[0], *row[-3:]) for row in section.table.rows] == [
        ("Website", "€20,000", "10%", "Leads: €333.33 each"),
        ("Fairs", "€80,000", "40%", "Leads: €200 each, Sales: 8 times the money"),
        ("Press", "", "", ""),
    ]
    assert section.notes == ("Leads, from the cheapest to the dearest: Fairs, Website.",)
    [chinese] = means(Wording(plan(), "zh"))
    assert chinese.table is not None and chinese.table.rows[1][-1] == "Leads：每个 €200、Sales：投入的 8 倍"
