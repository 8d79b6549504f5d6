"""What the rules about segments, units that come anyway, sizes of events, capacity and allotted money do beyond their pages."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.diagnostics import dotted
from roadmapctl.rules.rule import Finding
from tests.plans import checked, edited, mend, sentence
from tests.rules.test_funnel_rules import STAGES, funnel, missing, of
from tests.rules.test_tactic_rules import findings, plan

SPLIT = {"a": {"share": "60%"}, "b": {"share": "40%"}}


def places(found: list[Finding]) -> list[str]:
    return [dotted(finding.path) for finding in found]


def said(text: str) -> list[tuple[str, str]]:
    """(code, advice) of every finding in a plan whose funnel has these lines more."""
    diagnostics = checked(edited("milestones:\n", text + "milestones:\n")).diagnostics
    return [(d.code, mend(d)) for d in diagnostics]


# --- segments


def test_a_deal_size_may_stand_in_every_segment() -> None:
    sizes = {"a": {"share": "60%", "deal_size": 900}, "b": {"share": "40%", "deal_size": 2_000}}
    assert missing(deal_size=None, segments=sizes) == []
    assert missing(deal_size=None, segments={**sizes, "b": {"share": "40%"}}) == ["funnel.segments.b.deal_size"]
    assert missing(deal_size=None, segments=SPLIT) == ["funnel.deal_size"]
    assert missing(segments=SPLIT) == []


def test_a_rate_may_stand_in_every_segment() -> None:
    stages = [{"id": "lead"}, *STAGES[1:]]
    own = {id_: {**row, "rates": {"lead": "5%"}} for id_, row in SPLIT.items()}
    assert missing(stages=stages, segments=own) == []
    assert missing(stages=stages, segments={**own, "b": SPLIT["b"]}) == ["funnel.stages.lead.rate"]
    sources = {"s": {"share": "50%", "rates": {"lead": "5%"}}, "t": {"share": "50%"}}
    assert missing(stages=stages, sources=sources, segments=own) == []


def test_the_shares_of_segments_are_a_whole() -> None:
    [finding] = of("RM803", segments={"a": {"share": "60%"}, "b": {"share": "30%"}})
    assert places([finding]) == ["funnel.segments.b.share"]
    assert (finding.fields["sum"], finding.fields["parts"]) == ("90%", "segments")
    assert finding.help is not None and finding.help.fields["share"] == "40%"


def test_a_rate_of_a_segment_for_no_stage() -> None:
    assert places(of("RM812", segments={"a": {"share": 1, "rates": {"leads": "5%"}}})) == [
        "funnel.segments.a.rates.leads"
    ]


def test_two_rates_for_one_stage_are_told_once_a_segment() -> None:
    rates = {"rates": {"lead": "5%"}}
    sources = {"s": {"share": "50%", **rates}, "t": {"share": "50%", **rates}}
    segments = {"a": {"share": "60%", **rates}, "b": {"share": "40%", "rates": {"deal": "5%"}}}
    [finding] = of("RM831", sources=sources, segments=segments)
    assert (places([finding]), finding.fields["source"]) == (["funnel.segments.a.rates.lead"], "s")


# --- what comes anyway


def test_sources_that_bring_a_number_anyway_need_no_share() -> None:
    anyway = {"r": {"brings": 100}}
    assert of("RM806", sources={**anyway, "s": {}}) == of("RM803", sources={**anyway, "s": {}}) == []
    assert [f.fields["source"] for f in of("RM806", sources={**anyway, "s": {}, "t": {}})] == ["s", "t"]
    assert places(of("RM803", sources={**anyway, "s": {"share": "90%"}})) == ["funnel.sources.s.share"]
    assert of("RM803", sources=anyway) == []


def test_share_and_brings_is_said_at_brings() -> None:
    [finding] = of("RM830", sources={"r": {"share": "20%", "brings": 100}, "s": {"share": "80%"}})
    assert (places([finding]), finding.fields["share"]) == (["funnel.sources.r.brings"], "20%")


def test_a_surplus_is_said_at_what_brings_most() -> None:
    """100 customers of 5,000 leads: 4,000 and 2,000 come anyway, 20 customers more than wanted."""
    sources = {"few": {"brings": 2_000}, "many": {"brings": 4_000}, "s": {"share": 1}}
    [finding] = of("RM833", sources=sources)
    assert (places([finding]), finding.fields["surplus"]) == (["funnel.sources.many.brings"], 20)
    assert of("RM833", sources={"few": {"brings": 2_000}, "s": {"share": 1}}) == []
    in_hand = [STAGES[0], {**STAGES[1], "in_hand": 500}, STAGES[2]]
    assert places(of("RM833", sources={"few": {"brings": 50}, "s": {"share": 1}}, stages=in_hand)) == [
        "funnel.sources.few.brings"
    ]


def test_tiers_are_not_blamed_for_what_comes_anyway() -> None:
    tiers = {"audience": 10, "rate": "10%", "tiers": {"big": {"events": 1, "audience": 100, "rate": "10%"}}}
    sources = {"r": {"brings": 6_000}, "s": {"event": tiers}}
    assert of("RM832", sources=sources) == []
    [finding] = of(
        "RM832",
        sources={
            "s": {
                "feeds": "customer",
                "event": {**tiers, "tiers": {"big": {"events": 20, "audience": 100, "rate": "10%"}}},
            }
        },
    )
    assert [finding.fields[key] for key in ("brought", "wanted", "surplus")] == [200, 100, 100]


# --- capacity


def test_the_capacity_that_is_advised_is_enough_and_no_larger_than_that() -> None:
    for per in ("week", "month", "quarter", "year"):
        sources = {"ads": {"capacity": f"1 per {per}"}}
        [finding] = of("RM808", sources=sources)
        assert finding.help is not None
        enough = finding.help.fields["enough"]
        assert of("RM808", sources={"ads": {"capacity": enough}}) == []
        number = int(re.match(r"\d+", enough)[0])  # type: ignore[index]
        assert of("RM808", sources={"ads": {"capacity": f"{number - 1} per {per}"}}) != []


def test_a_capacity_of_nothing_with_demand_is_told_with_what_would_be_enough() -> None:
    lines = "  sources:\n    ads: {capacity: 0 per month}\n"
    assert said(lines) == [
        ("RM808", "417 per month would be enough; or give part of the share of ads to others, or let each of its units bring more"),
    ]  # fmt: skip


def test_a_source_that_brings_more_than_it_can_carry_is_asked_which_is_right() -> None:
    lines = "  sources:\n    r: {brings: 600, capacity: 40 per month}\n    s: {share: 100%}\n"
    assert said(lines) == [("RM808", "write how many r really brings, or the capacity for that: 50 per month")]


# --- out of reach

SHARES = st.integers(1, 99)
CAPACITIES = st.integers(0, 6_000)


@given(SHARES, CAPACITIES, CAPACITIES, st.integers(0, 2_000), st.integers(0, 100))
def test_out_of_reach_is_what_no_shares_of_the_sources_can_mend(
    share: int, leads: int, deals: int, anyway: int, hand: int
) -> None:
    """Oracle: everything that can come, run forwards at 10% and 20%, holds fewer than 100 customers."""
    sources = {
        "ads": {"share": f"{share}%", "capacity": f"{leads} per year"},
        "fair": {"share": f"{100 - share}%", "feeds": "deal", "capacity": f"{deals} per year"},
        "r": {"brings": anyway},
    }
    stages = [STAGES[0], {**STAGES[1], "in_hand": hand}, STAGES[2]]
    found = of("RM835", sources=sources, stages=stages)
    customers = Fraction(anyway + leads, 50) + Fraction(deals + hand, 5)
    over = of("RM808", sources=sources, stages=stages)
    assert not (found and over)  # one cause is told once
    assert bool(found) == (customers < 100 and bool(over or found))
    if found:
        assert found[0].fields["reach"] == round(customers, 1)


def test_without_a_bound_nothing_is_out_of_reach() -> None:
    bounded = {"share": "50%", "capacity": "1 per month"}
    assert of("RM835", sources={"a": bounded, "b": {"share": "50%"}}) == []
    assert len(of("RM808", sources={"a": bounded, "b": {"share": "50%"}})) == 1
    assert (
        of("RM835", sources={"r": {"brings": 5, "capacity": "1 per year"}}) == []
    )  # what it does not bring, nobody is named for


def test_reach_counts_events_with_their_tiers() -> None:
    """Capacity 10: one trade show brings 200 deals, nine others 30 each: 470 of 500 deals, at 20% 94 customers."""
    event = {"audience": 100, "rate": "30%", "tiers": {"show": {"events": 1, "audience": 1_000, "rate": "20%"}}}
    fairs = {"feeds": "deal", "event": event, "share": "100%", "capacity": "10 per year"}
    [finding] = of("RM835", sources={"fairs": fairs, "r": {"brings": 0}})
    assert of("RM835", sources={"fairs": fairs}) == []  # of a single source RM808 says how much would be enough
    assert [finding.fields[key] for key in ("reach", "deals", "part")] == [94, 100, "94%"]


# --- money


def test_the_money_that_is_advised_is_enough() -> None:
    """5,000 leads at 3 are 15,000; 10,000 pay for 3,333 of them."""
    sources = {"ads": {"cost_per_unit": 3, "spend": 10_000}}
    [finding] = of("RM834", sources=sources)
    assert finding.help is not None
    assert [finding.help.fields[key] for key in ("cost", "units", "pays", "missing")] == [15_000, 5_000, 3_333, 1_667]
    assert of("RM834", sources={"ads": {"cost_per_unit": 3, "spend": 15_000}}) == []
    assert of("RM834", sources={"ads": {"spend": 1}}) == []


def test_whole_events_are_paid_for() -> None:
    event = {"audience": 100, "rate": "30%", "cost": 1_000}
    [finding] = of("RM834", sources={"fairs": {"feeds": "deal", "event": event, "spend": 16_666}})
    assert (finding.fields["cost"], finding.fields["spend"]) == (17_000, 16_666)


# --- what the models refuse


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rate: 10%", "rate: {p10: 20%, p90: 10%}", "funnel.stages.lead.rate: the ends of this range are not in order"),
        ("rate: 10%", "rate: {low: 20%, likely: 10%, high: 30%}", "funnel.stages.lead.rate: the ends of this range are not in order"),
        ("rate: 10%", "rate: {won: 30, of: 20}", "funnel.stages.lead.rate: 30 won of 20 is not possible"),
        ("milestones:\n", "  sources:\n    ads:\n      rates:\n        lead: {p10: 50%, p90: 50%}\nmilestones:\n",
         "funnel.sources.ads.rates.lead: the ends of this range are not in order"),
        ("deal_size: 1_000", "deal_size: {p10: 5, p90: 5}", "funnel.deal_size: the ends of this range are not in order"),
    ],
)  # fmt: skip
def test_a_range_or_evidence_that_cannot_be_is_named_by_its_stage_or_source(old: str, new: str, says: str) -> None:
    [diagnostic] = checked(edited(old, new)).diagnostics
    assert (diagnostic.code, sentence(diagnostic)) == ("RM020", says)
    assert mend(diagnostic)


def test_a_plan_without_a_funnel_has_none_of_these() -> None:
    for code in ("RM830", "RM831", "RM832", "RM833", "RM834", "RM835"):
        assert findings(code, plan()) == []
        assert findings(code, plan(**funnel())) == []


def test_shares_are_added_up_though_another_part_of_the_funnel_cannot_be_read() -> None:
    text = """\
roadmap: 1
name: Spring
period: 2027
metrics: {revenue: {unit: EUR, kind: flow}}
currency: EUR
goals: {year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}}
funnel:
  goal: year-sales
  margin: most of it
  deal_size: 1_200
  stages: [{id: tasting, rate: 30%}, {id: customer}]
  sources:
    fairs: {share: 60%}
    ads: {share: 30%}
"""
    found = {diagnostic.code for diagnostic in checked(text).diagnostics}
    assert {"RM020", "RM803"} <= found
    unread = text.replace("share: 60%", "share: most")
    assert "RM803" not in {diagnostic.code for diagnostic in checked(unread).diagnostics}


@pytest.mark.parametrize(("more", "told"), [("at_most: 100", {"RM836"}), ("at_most: 100, spend: 90", {"RM834"})])
def test_money_that_is_too_little_is_told_once(more: str, told: set[str]) -> None:
    text = f"""\
roadmap: 1
name: Spring
period: 2027
metrics: {{revenue: {{unit: EUR, kind: flow}}}}
currency: EUR
goals: {{year-sales: {{metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}}}}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages: [{{id: tasting, rate: 30%}}, {{id: customer}}]
  sources: {{ads: {{cost_per_unit: 45, {more}}}}}
"""
    assert {d.code for d in checked(text).diagnostics if d.code in ("RM834", "RM836", "RM845")} == told
