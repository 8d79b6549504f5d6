"""Segments crossed with sources, and what some sources bring anyway: run forwards again, and counted by hand."""

import itertools
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.demand import Demand, customer_demand, plan_demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible, plan_funnel, reverse_funnel
from roadmapctl.model import Plan
from roadmapctl.model.funnel import FunnelSegment, Source, Stage

IDS = ("lead", "mql", "customer")
RATES = st.integers(1, 40).map(lambda n: Fraction(n, 40))
Rows = dict[str, Any]


def of(rate: Fraction) -> dict[str, int]:
    return {"won": rate.numerator, "of": rate.denominator}


def plan(funnel: Rows, *, unit: str = "USD", target: int = 1_200_000) -> Plan:
    segments = {id_: {} for id_ in funnel.get("segments", {})}
    return Plan.model_validate(
        {
            "roadmap": 1,
            "name": "Mixed",
            "currency": "USD",
            "period": 2027,
            "market": {"segments": segments},
            "metrics": {"won": {"unit": unit, "kind": "flow"}},
            "goals": {"sales": {"metric": "won", "target": target}},
            "funnel": {"goal": "sales", **funnel},
        }
    )


def solved(funnel: Rows, **options: Any) -> FunnelResult:
    result = plan_funnel(plan(funnel, **options))
    assert isinstance(result, FunnelResult), result
    return result


STAGES = [{"id": "lead", "rate": "10%"}, {"id": "mql", "rate": "25%"}, {"id": "customer"}]
SEGMENTS = {
    "enterprise": {"share": "40%", "deal_size": 60_000, "rates": {"mql": "20%"}},
    "small": {"share": "60%", "deal_size": 10_000},
}
SOURCES = {
    "webinar": {"feeds": "mql", "share": "50%"},
    "search": {"feeds": "lead", "share": "50%", "rates": {"lead": "8%"}},
}


def test_shares_of_deals_are_multiplied_and_the_average_deal_is_that_of_the_mix() -> None:
    """D = 40% × 60,000 + 60% × 10,000 = 30,000; W = 1.2M / 30,000 = 40: each cell is a share of a share of 40."""
    result = solved({"stages": STAGES, "segments": SEGMENTS, "sources": SOURCES})
    assert (result.demand.deal_size, result.demand.deals, result.demand.revenue) == (30_000, 40, 1_200_000)
    webinar, search = result.sources
    # 8 enterprise deals at 20% are 40 MQL, 12 small ones at 25% are 48; search comes by 8% of its leads.
    assert [(s.id, s.units) for s in webinar.segments] == [("enterprise", 40), ("small", 48)]
    assert [(s.id, s.units) for s in search.segments] == [("enterprise", 500), ("small", 600)]
    assert (webinar.units, search.units) == (88, 1100)
    assert (webinar.conversion, search.conversion) == (Fraction(20, 88), Fraction(20, 1100))
    enterprise, small = result.segments
    assert (enterprise.deals, enterprise.revenue, enterprise.share) == (16, 960_000, Fraction(2, 5))
    assert (small.deals, small.revenue, small.share) == (24, 240_000, Fraction(3, 5))
    assert enterprise.need == {"lead": 500, "mql": 80, "customer": 16}
    assert small.new == {"lead": 600, "mql": 96, "customer": 24}
    assert [stage.need for stage in result.stages] == [1100, 176, 40]
    assert result.stages[1].parts == {"webinar": 88, "search": 88}


def test_shares_of_leads_take_the_rates_into_the_mix() -> None:
    """A lead brings 10% × (30% × 20% × 60,000 + 70% × 25% × 10,000) = 535: 1.2M takes 1.2M / 535 leads."""
    segments = {
        "enterprise": {"share": "30%", "deal_size": 60_000, "rates": {"mql": "20%"}},
        "small": {"share": "70%", "deal_size": 10_000},
    }
    result = solved({"stages": STAGES, "segments": segments, "mix": "leads"})
    leads = Fraction(1_200_000, 535)
    assert result.stages[0].need == leads
    assert [segment.need["lead"] for segment in result.segments] == [leads * 3 / 10, leads * 7 / 10]
    assert [segment.deals for segment in result.segments] == [leads * 3 / 500, leads * 7 / 400]
    assert sum(segment.revenue or 0 for segment in result.segments) == 1_200_000
    assert result.demand.deal_size == Fraction(1_200_000) / (leads * Fraction(47, 2000))


def test_the_sources_own_rate_comes_before_the_segments() -> None:
    sources = {"fair": {"rates": {"mql": "50%"}}}
    segments = {"enterprise": {"share": 1, "rates": {"mql": "20%", "lead": "5%"}}}
    result = solved({"stages": STAGES, "segments": segments, "sources": sources, "deal_size": 1000})
    assert [stage.need for stage in result.stages] == [1200 * 2 * 20, 2400, 1200]


def test_a_segment_without_a_deal_size_has_the_funnels() -> None:
    segments = {"enterprise": {"share": "25%", "deal_size": 9_000}, "rest": {"share": "75%"}}
    result = solved({"stages": STAGES, "segments": segments, "deal_size": 1_000})
    assert result.demand.deal_size == 3_000
    assert [segment.deal_size for segment in result.segments] == [9_000, 1_000]


def test_a_goal_counted_in_customers_needs_no_sizes_of_segments() -> None:
    segments = {"a": {"share": "25%"}, "b": {"share": "75%", "rates": {"mql": "50%"}}}
    result = solved({"stages": STAGES, "segments": segments}, unit="customers", target=40)
    assert (result.demand.deals, result.demand.deal_size, result.demand.revenue) == (40, None, None)
    assert [stage.need for stage in result.stages] == [(40 + 60) * 10, 100, 40]
    assert [(segment.deals, segment.revenue) for segment in result.segments] == [(10, None), (30, None)]


def test_coverage_counts_what_the_segments_deals_are_worth() -> None:
    """80 enterprise MQL at 60,000 and 96 small ones at 10,000 are 5.76M, of a target of 1.2M."""
    result = solved({"stages": STAGES, "segments": SEGMENTS, "sources": SOURCES})
    assert result.coverage == Fraction(5_760_000, 1_200_000)
    by_number = solved({"stages": STAGES, "segments": {"a": {"share": 1, "rates": {"mql": "20%"}}}, "deal_size": 9})
    assert by_number.coverage == 5


# --- what some sources bring anyway


def test_what_comes_anyway_is_taken_off_first() -> None:
    """200 leads at 10% × 25% are 5 of 100 customers; the shares are of the other 95."""
    sources = {"referrals": {"brings": 200}, "webinar": {"feeds": "mql", "share": "40%"}, "search": {"share": "60%"}}
    result = solved({"stages": STAGES, "sources": sources}, unit="customers", target=100)
    referrals, webinar, search = result.sources
    assert (referrals.units, referrals.brings, referrals.surplus, referrals.share) == (200, 200, 0, Fraction(5, 100))
    assert (webinar.units, search.units) == (38 * 4, 57 * 40)
    assert (webinar.share, search.share) == (Fraction(38, 100), Fraction(57, 100))
    assert [stage.need for stage in result.stages] == [200 + 2280, 20 + 152 + 228, 100]
    assert [sum(stage.parts.values()) for stage in result.stages] == [stage.need for stage in result.stages]


def test_what_nobody_is_named_for_is_wanted_at_the_top() -> None:
    result = solved({"stages": STAGES, "sources": {"referrals": {"brings": 200}}}, unit="customers", target=100)
    assert [source.units for source in result.sources] == [200]
    assert [stage.need for stage in result.stages] == [200 + 95 * 40, 400, 100]
    assert [stage.parts for stage in result.stages] == [{"referrals": 200}, {"referrals": 20}, {"referrals": 5}]


def test_more_than_needed_is_a_surplus_and_nothing_else_is_wanted() -> None:
    sources = {"referrals": {"brings": 8_000}, "partners": {"feeds": "mql", "brings": 200}, "search": {"share": 1}}
    result = solved({"stages": STAGES, "sources": sources}, unit="customers", target=100)
    referrals, partners, search = result.sources
    assert (result.surplus, search.units, search.share) == (150, 0, 0)
    # 200 + 50 customers for 100: two in five of what each brings are wanted.
    assert (referrals.surplus, partners.surplus) == (8_000 - 3_200, 200 - 80)
    assert (referrals.units, partners.units) == (8_000, 200)
    assert [stage.need for stage in result.stages] == [3_200, 400, 100]


def test_what_is_in_hand_spares_the_others_and_what_is_more_is_a_surplus() -> None:
    stages = [STAGES[0], {**STAGES[1], "in_hand": 390}, STAGES[2]]
    sources = {"referrals": {"brings": 200}, "search": {"share": 1}}
    result = solved({"stages": stages, "sources": sources}, unit="customers", target=100)
    # 400 MQL: 20 come of referrals, 380 of search; 390 in hand are ten more than search would have to bring.
    mql = result.stages[1]
    assert (mql.need, mql.anyway, mql.new) == (400, 20, 20)
    referrals, search = result.sources
    assert (search.units, referrals.surplus, referrals.units) == (0, 0, 200)
    assert result.surplus == Fraction(10, 4)


def test_what_is_in_hand_above_spares_the_sources_below_it_whatever_comes_anyway() -> None:
    stages = [{**STAGES[0], "in_hand": 100}, *STAGES[1:]]
    sources = {"referrals": {"brings": 200}, "fair": {"feeds": "mql", "share": 1}}
    result = solved({"stages": stages, "sources": sources}, unit="customers", target=100)
    assert [source.units for source in result.sources] == [200, 400 - 20 - 10]
    assert result.surplus == 0


def test_recycled_units_spare_the_others() -> None:
    stages = [{**STAGES[0], "recycled": {"units": 1000, "rate": "5%"}}, *STAGES[1:]]
    sources = {"referrals": {"brings": 200}, "search": {"share": 1}}
    result = solved({"stages": stages, "sources": sources}, unit="customers", target=100)
    assert [source.units for source in result.sources] == [200, (380 - 50) * 10]


def test_rounding_each_counts_what_comes_anyway_whole_and_no_more_than_that() -> None:
    """95 leads at 10% and 33% are 9 MQL and 2 customers; 98 customers remain: ⌈98 / 33%⌉ = 297, 2,970 leads."""
    stages = [Stage(id="lead", rate="10%"), Stage(id="mql", rate="33%"), Stage(id="customer")]
    sources = {"referrals": Source(brings=95), "search": Source(share=1)}
    result = reverse_funnel(customer_demand(100), stages, sources, rounding="each")
    assert isinstance(result, FunnelResult)
    assert [stage.parts for stage in result.stages] == [
        {"referrals": 95, "search": 2970},
        {"referrals": 9, "search": 297},
        {"referrals": 2, "search": 98},
    ]
    assert [source.surplus for source in result.sources] == [0, 0]


# --- every plan, forwards again


ONWARDS = st.one_of(
    RATES.map(lambda rate: {"rate": of(rate)}),
    st.tuples(RATES, st.integers(0, 90)).map(lambda row: {"rate": of(row[0]), "recycling": f"{row[1]}%"}),
    st.sampled_from([{"multiplier": "2.5"}, {"multiplier": 3}]),
)
"""How units go on from a stage: by a rate, by one with another try for some of those who fail, or as several units each."""


AT_HAND = st.fixed_dictionaries(
    {"in_hand": st.integers(0, 200)},
    optional={"recycled": st.fixed_dictionaries({"units": st.integers(0, 500), "rate": RATES.map(of)})},
)


@st.composite
def funnels(draw: st.DrawFn, *, hands: bool = False, anyway: int = 0) -> Rows:
    """Funnels of three stages with sources that have shares, at least so many that bring units anyway, and segments."""
    stages: list[Rows] = [{"id": id_, **draw(ONWARDS), **(draw(AT_HAND) if hands else {})} for id_ in IDS[:-1]]
    own = st.dictionaries(st.sampled_from(IDS[:-1]), RATES.map(of), max_size=2)
    number = draw(st.integers(1, 3))
    shares = draw(parts_of_1000(number))
    sources: Rows = {
        f"s{i}": {"feeds": draw(st.sampled_from(IDS[:-1])), "share": share, "rates": draw(own)}
        for i, share in enumerate(shares)
    }
    for i in range(draw(st.integers(anyway, 2))):
        sources[f"b{i}"] = {
            "feeds": draw(st.sampled_from(IDS[:-1])),
            "brings": draw(st.integers(0, 300)),
            "rates": draw(own),
        }
    segments: Rows = {
        f"g{i}": {"share": share, "deal_size": draw(st.integers(1, 60)) * 1000, "rates": draw(own)}
        for i, share in enumerate(draw(parts_of_1000(draw(st.integers(1, 3)))))
    }
    mix = draw(st.sampled_from(["deals", "leads"]))
    return {"stages": [*stages, {"id": "customer"}], "sources": sources, "segments": segments, "mix": mix}


@st.composite
def parts_of_1000(draw: st.DrawFn, number: int) -> list[str]:
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=number - 1, max_size=number - 1)))
    ends = [0, *cuts, 1000]
    return [f"{(end - start) / 10:.1f}%" for start, end in itertools.pairwise(ends)]


def rate_of(funnel: Rows, source: str, segment: str, stage: str) -> Fraction:
    """The rate as the format says it: the source's, else the segment's, else the stage's; those who try again in turn."""
    row = next(row for row in funnel["stages"] if row["id"] == stage)
    stated = row.get("rate") or {"won": Fraction(row["multiplier"]), "of": 1}
    for rates in (funnel["sources"][source]["rates"], funnel["segments"][segment]["rates"]):
        if stage in rates:
            stated = rates[stage]
            break
    rate = Fraction(stated["won"]) / stated["of"]
    again = Fraction(row.get("recycling", "0%").removesuffix("%")) / 100
    return rate if rate > 1 else rate / (1 - again * (1 - rate))  # r + (1 − r)·ρ·r + …, summed


def customers(funnel: Rows, source: str, segment: str, units: Fraction) -> Fraction:
    """Customers that units of a source and segment become: run down stage by stage."""
    for stage in IDS[IDS.index(funnel["sources"][source]["feeds"]) : -1]:
        units *= rate_of(funnel, source, segment, stage)
    return units


def share_of(row: Mapping[str, Any]) -> Fraction:
    return Fraction(row["share"].removesuffix("%")) / 100


@given(funnels(), st.integers(1, 5_000_000))
def test_the_volumes_run_forwards_bring_the_target(funnel: Rows, target: int) -> None:
    result = solved(funnel, target=target)
    won = {
        (source.id, part.id): customers(funnel, source.id, part.id, part.units)
        for source in result.sources
        for part in source.segments
    }
    size = {id_: row["deal_size"] for id_, row in funnel["segments"].items()}
    revenue = sum(deals * size[segment] for (_, segment), deals in won.items())
    anyway = sum(d * size[g] for (s, g), d in won.items() if "brings" in funnel["sources"][s])
    assert revenue == max(target, anyway)
    assert (sum(won.values()) - result.demand.deals) == result.surplus
    assert sum(segment.revenue or 0 for segment in result.segments) == target
    assert sum(source.share for source in result.sources) == 1
    for source in result.sources:
        brought = sum(d for (s, _), d in won.items() if s == source.id)
        assert brought == source.units * source.conversion
        assert source.units == sum(part.units for part in source.segments)
        if not result.surplus:
            assert brought == source.share * result.demand.deals
    check_mix(funnel, result, won)


def check_mix(funnel: Rows, result: FunnelResult, won: dict[tuple[str, str], Fraction]) -> None:
    """Segments have their shares of each source's deals, or of its units; sources theirs of what is left."""
    shared = [s for s in result.sources if s.brings is None]
    left = sum(won[s.id, p.id] for s in shared for p in s.segments)
    for source in result.sources:
        whole = sum(won[source.id, p.id] for p in source.segments)
        for part_ in source.segments:
            share = share_of(funnel["segments"][part_.id])
            if funnel["mix"] == "leads":
                assert part_.units == share * source.units
            else:
                assert won[source.id, part_.id] == share * whole
    for source in shared:
        whole_units = sum(s.units for s in shared)
        share = share_of(funnel["sources"][source.id])
        if funnel["mix"] == "leads":
            assert source.units == share * whole_units
        else:
            assert sum(won[source.id, p.id] for p in source.segments) == share * left


SPLIT_OF_A_SOURCE: Rows = {
    "stages": [{"id": "lead", "rate": of(Fraction(1, 40)), "in_hand": 1}, {"id": "mql", "rate": of(Fraction(1, 40))}, {"id": "customer"}],
    "sources": {"s0": {"feeds": "lead", "share": "100.0%", "rates": {}}, "b0": {"feeds": "mql", "brings": 159, "rates": {}}},
    "segments": {"g0": {"share": "25.2%", "deal_size": 1000, "rates": {}}, "g1": {"share": "74.8%", "deal_size": 2000, "rates": {}}},
    "mix": "deals",
}  # fmt: skip
"""A source's units are whole, their parts by segment are not, and are not rounded up where units in hand come down to them."""


@given(funnels(hands=True), st.integers(1, 5_000_000), st.sampled_from(["final", "each"]))
@example(SPLIT_OF_A_SOURCE, 3_497, "each")
def test_parts_sum_to_the_whole(funnel: Rows, target: int, rounding: Any) -> None:
    result = plan_funnel(plan(funnel, target=target), rounding=rounding)
    assert isinstance(result, FunnelResult)
    for stage in result.stages:
        assert sum(stage.parts.values(), Fraction(0)) == stage.need
        assert sum(segment.need[stage.id] for segment in result.segments) == stage.need
        assert sum(segment.new[stage.id] for segment in result.segments) == stage.new
        assert stage.new == max(stage.anyway, stage.need - stage.in_hand)
        assert sum(leg.need for leg in stage.legs) == (stage.need if stage.legs else 0)
        if rounding == "final":
            for leg in stage.legs:
                assert leg.need == leg.wanted / leg.rate
    assert result.stages[-1].need == (result.demand.deals if rounding == "final" else result.demand.deals_whole)
    for source in result.sources:
        assert 0 <= source.surplus <= (source.brings or 0)


@given(funnels(hands=True), st.sampled_from(["lead", "mql"]), st.integers(1, 300), st.integers(10**5, 5 * 10**6))
def test_more_in_hand_never_needs_more(funnel: Rows, where: str, more: int, target: int) -> None:
    stages = [{**row, "in_hand": row["in_hand"] + more} if row["id"] == where else row for row in funnel["stages"]]
    before, after = solved(funnel, target=target), solved({**funnel, "stages": stages}, target=target)
    for old, new in zip(before.stages, after.stages, strict=True):
        assert new.need <= old.need and new.new <= old.new
    for was, now in zip(before.sources, after.sources, strict=True):
        assert now.units <= was.units
    assert after.surplus >= before.surplus


IN_HAND_ABOVE: Rows = {
    "stages": [{"id": "lead", "rate": of(Fraction(1, 40)), "in_hand": 1}, {"id": "mql", "rate": of(Fraction(1, 20))}, {"id": "customer"}],
    "sources": {"s0": {"feeds": "mql", "share": "100.0%", "rates": {}}, "b0": {"feeds": "lead", "brings": 0, "rates": {}}},
    "segments": {"g0": {"share": "100.0%", "deal_size": 1000, "rates": {}}},
    "mix": "deals",
}  # fmt: skip
"""A unit in hand where only what comes anyway passes: it spares the source below, not what comes anyway."""


@given(funnels(hands=True, anyway=1), st.integers(1, 300), st.integers(10**5, 5 * 10**6))
@example(IN_HAND_ABOVE, 1, 100_000)
def test_the_more_comes_anyway_the_less_the_others_bring(funnel: Rows, more: int, target: int) -> None:
    row = funnel["sources"]["b0"]
    sources = {**funnel["sources"], "b0": {**row, "brings": row["brings"] + more}}
    before, after = solved(funnel, target=target), solved({**funnel, "sources": sources}, target=target)
    for was, now in zip(before.sources, after.sources, strict=True):
        if was.brings is None:
            assert now.units <= was.units
    assert after.surplus >= before.surplus
    if funnel["mix"] == "deals":
        assert after.demand.deals == before.demand.deals


@given(funnels(), st.integers(1, 5_000_000))
def test_one_segment_that_says_nothing_changes_nothing(funnel: Rows, target: int) -> None:
    alone = {**funnel, "segments": {"all": {"share": "100%"}}, "deal_size": 5_000}
    without = {**alone, "segments": {}}
    one, none = solved(alone, target=target), solved(without, target=target)
    assert (one.demand.deals, one.demand.revenue) == (none.demand.deals, none.demand.revenue)
    assert [(s.need, s.new, s.parts) for s in one.stages] == [(s.need, s.new, s.parts) for s in none.stages]
    assert [(s.units, s.share, s.conversion) for s in one.sources] == [
        (s.units, s.share, s.conversion) for s in none.sources
    ]


# --- what cannot be computed


@pytest.mark.parametrize(
    ("more", "reason", "path"),
    [
        ({"sources": {"a": {"share": "50%", "brings": 5}, "b": {"share": "50%"}}}, "share_and_brings", "sources.a.brings"),
        ({"sources": {"a": {"brings": 5}, "b": {"share": "50%"}}}, "shares_sum", "sources"),
        ({"segments": {"a": {"share": "50%"}}}, "segment_shares_sum", "segments"),
        ({"segments": {"a": {"share": 1, "rates": {"sql": "5%"}}}}, "unknown_stage_of_segment", "segments.a.rates.sql"),
        ({"segments": {"a": {"share": 1, "rates": {"mql": 0}}}}, "zero_rate", "segments.a.rates.mql"),
        ({"segments": {"a": {"share": 1, "rates": {"mql": 0}}}, "mix": "leads"}, "zero_rate", "segments.a.rates.mql"),
        (
            {"segments": {"a": {"share": "50%", "deal_size": 5}, "b": {"share": "50%"}}, "deal_size": None},
            "no_segment_deal_size",
            "segments.b.deal_size",
        ),
        (
            {"segments": {"a": {"share": "50%", "rates": {"mql": 0}}, "b": {"share": "50%"}}, "sources": {"x": {"brings": 9}}},
            "zero_rate",
            "segments.a.rates.mql",
        ),
    ],
)  # fmt: skip
def test_infeasible(more: Rows, reason: str, path: str) -> None:
    result = plan_funnel(plan({"stages": STAGES, "deal_size": 1_000, **more}))
    assert isinstance(result, Infeasible)
    assert (result.reason, result.path) == (reason, ("funnel", *path.split(".")))


def test_nothing_is_left_to_win() -> None:
    sources = {"referrals": {"brings": 10}, "search": {"share": 1}}
    for mix in ("deals", "leads"):
        parts = {"stages": STAGES, "segments": SEGMENTS, "sources": sources, "mix": mix, "other_teams": "100%"}
        demand = plan_demand(plan(parts))
        assert isinstance(demand, Demand)
        assert (demand.deals, demand.net_target) == (0, 0)
        result = solved(parts)
        assert [stage.need for stage in result.stages] == [0, 0, 0]
        assert [(source.units, source.surplus) for source in result.sources] == [(10, 10), (0, 0)]
        assert result.surplus > 0


def test_what_comes_anyway_and_wins_nobody_is_no_fault() -> None:
    sources = {"list": Source(brings=500, rates={"mql": 0}), "search": Source(share=1)}
    stages = [Stage(**row) for row in STAGES]
    result = reverse_funnel(customer_demand(10), stages, sources, segments={"all": FunnelSegment(share=1)})
    assert isinstance(result, FunnelResult)
    assert [(source.units, source.share) for source in result.sources] == [(500, 0), (400, 1)]
    assert [stage.need for stage in result.stages] == [400, 40, 10]
