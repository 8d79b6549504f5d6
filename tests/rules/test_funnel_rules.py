"""What the funnel rules do beyond their pages."""

from typing import Any

import pytest

from roadmapctl.diagnostics import dotted
from roadmapctl.project import check
from roadmapctl.rules.rule import Finding
from tests.plans import checked, edited, found, mend, sentence
from tests.rules.test_tactic_rules import findings, plan

STAGES = [{"id": "lead", "rate": "10%"}, {"id": "deal", "rate": "20%"}, {"id": "customer"}]


def funnel(**parts: Any) -> dict[str, Any]:
    return {
        "metrics": {"revenue": {"unit": "USD", "kind": "flow"}},
        "goals": {"sales": {"metric": "revenue", "target": 100_000}},
        "funnel": {"goal": "sales", "deal_size": 1_000, "stages": STAGES, **parts},
    }


def of(code: str, **parts: Any) -> list[Finding]:
    return findings(code, plan(**funnel(**parts)))


def missing(**parts: Any) -> list[str]:
    return [finding.fields["missing"] for finding in of("RM802", **parts)]


def test_everything_missing_is_said_at_once() -> None:
    stages = [{"id": "lead"}, {"id": "deal"}, {"id": "customer"}]
    assert missing(goal=None) == ["funnel.goal"]
    assert missing(deal_size=None, stages=stages) == [
        "funnel.deal_size",
        "funnel.stages.lead.rate",
        "funnel.stages.deal.rate",
    ]
    assert missing(stages=[]) == ["funnel.stages"]


def test_a_goal_without_a_target_is_pointed_at_from_the_funnel() -> None:
    subject = plan(**{**funnel(), "goals": {"sales": {"metric": "revenue"}}})
    [finding] = findings("RM802", subject)
    assert (finding.fields["missing"], dotted(finding.path)) == ("goals.sales.target", "goals.sales")


def test_a_goal_counted_in_customers_needs_no_deal_size() -> None:
    parts = funnel(deal_size=None)
    assert findings("RM802", plan(**{**parts, "metrics": {"revenue": {"unit": "customers", "kind": "flow"}}})) == []


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"a": {"rates": {"lead": "5%"}}}, []),
        ({"a": {"share": "50%", "rates": {"lead": "5%"}}, "b": {"share": "50%"}}, ["funnel.stages.lead.rate"]),
        ({"a": {"share": "50%", "rates": {"lead": "5%"}}, "b": {"share": "50%", "feeds": "deal"}}, []),
        ({"b": {"feeds": "deal", "rates": {"lead": "5%"}}}, []),
    ],
)
def test_a_rate_may_stand_in_every_source_that_passes(sources: dict[str, Any], expected: list[str]) -> None:
    assert missing(stages=[{"id": "lead"}, *STAGES[1:]], sources=sources) == expected


def test_a_funnel_for_the_wider_plans_goal_needs_one_of_its_own(tmp_path: Any) -> None:
    head = "roadmap: 1\nname: Year\ncurrency: USD\nperiod: 2027\n"
    year = (
        head + "metrics:\n  revenue: {name: R, unit: USD, kind: flow}\ngoals:\n  sales: {metric: revenue, target: 9}\n"
    )
    (tmp_path / "year.yaml").write_text(year, "utf-8")
    stages = "  deal_size: 1_000\n  stages:\n    - {id: lead, rate: 10%}\n    - {id: customer}\n"
    (tmp_path / "q1.yaml").write_text(head + "parent: year.yaml\nfunnel:\n  goal: sales\n" + stages, "utf-8")
    [diagnostic] = check(tmp_path / "q1.yaml").diagnostics
    assert (diagnostic.code, dotted(diagnostic.path)) == ("RM802", "funnel.goal")


def test_what_cannot_be_read_is_not_called_missing() -> None:
    assert [code for code, _, _ in found(edited("deal_size: 1_000", "deal_size: much"))] == ["RM021"]
    assert [code for code, _, _ in found(edited("rate: 20%", "rate: 20"))] == ["RM020"]


def test_a_rate_of_zero_matters_only_where_units_are_wanted() -> None:
    zero = [{"id": "lead", "rate": 0}, *STAGES[1:]]
    [finding] = of("RM801", stages=zero)
    assert (dotted(finding.path), finding.fields) == ("funnel.stages.lead.rate", {"where": "lead", "wanted": 500})
    assert of("RM801", stages=zero, other_teams="100%") == []


def test_a_rate_of_zero_of_an_event_is_named_by_its_source() -> None:
    [finding] = of("RM801", sources={"webinar": {"event": {"audience": 200, "rate": 0}}})
    assert (dotted(finding.path), finding.fields["where"]) == ("funnel.sources.webinar.event.rate", "webinar")


def test_shares_say_what_the_last_one_would_have_to_be() -> None:
    sources = "  sources:\n    a: {feeds: lead, share: 33.3%}\n    b: {feeds: lead, share: 33.3%}\n"
    last = "    c: {feeds: lead, share: 33.3%}\n"
    [diagnostic] = checked(edited("milestones:\n", sources + last + "milestones:\n")).diagnostics
    assert sentence(diagnostic) == "the shares of the sources sum to 99.9%, not to 100%"
    assert mend(diagnostic) == "write 33.4% for c if the others are right, or add the source that is missing"
    assert len(diagnostic.related) == 2


def test_shares_above_the_whole_without_the_last_are_not_mended_for_the_user() -> None:
    [finding] = of("RM803", sources={"a": {"share": "60%"}, "b": {"share": "60%"}, "c": {"share": "10%"}})
    assert (finding.fields["sum"], finding.help) == ("130%", None)
    assert of("RM803", sources={"a": {"share": "60%"}, "b": {}}) == []
    assert [f.fields["source"] for f in of("RM806", sources={"a": {"share": "60%"}, "b": {}})] == ["b"]
    assert of("RM806", sources={"a": {}}) == of("RM803", sources={"a": {}}) == []


def test_only_the_lowest_stage_that_is_too_late_is_told() -> None:
    stages = [
        {"id": "lead", "rate": "10%", "lag": "1y"},
        {"id": "deal", "rate": "20%", "lag": "2y"},
        {"id": "customer"},
    ]
    assert [dotted(f.path) for f in of("RM807", stages=stages)] == ["funnel.stages.deal.lag"]
    in_hand = [stages[0], {**stages[1], "in_hand": 500}, stages[2]]
    assert of("RM807", stages=in_hand) == []


def test_capacity_counts_events_or_units() -> None:
    [units] = of("RM808", sources={"ads": {"capacity": "100 per month"}})
    assert [units.fields[key] for key in ("capacity", "need", "short")] == [1200, 5000, 3800]
    event = {"audience": 100, "rate": "10%"}
    [events] = of("RM808", sources={"fairs": {"capacity": "1 per week", "event": event}})
    assert [events.fields[key] for key in ("capacity", "need", "short")] == [52, 500, 448]


def test_the_larger_part_of_a_covered_target_is_pointed_at() -> None:
    assert [dotted(f.path) for f in of("RM809", already_won=90_000, other_teams="10%")] == ["funnel.already_won"]
    assert of("RM809", already_won=1, other_teams="10%") == []


def test_money_in_large_units_is_not_guessed_at() -> None:
    parts = {**funnel(), "metrics": {"revenue": {"unit": "万元", "kind": "flow"}}}
    [finding] = findings("RM813", plan(**parts))
    assert finding.fields["unit"] == "万元" and finding.help is not None


def test_ten_thousand_stages_are_answered_with_the_first_that_is_too_large() -> None:
    stages = [{"id": f"s{i}", "rate": "50%"} for i in range(10_000)]
    [finding] = of("RM805", stages=[*stages, {"id": "customer"}])
    assert finding.fields["where"] == "s9946"
    assert of("RM802", stages=[*stages, {"id": "customer"}]) == []
