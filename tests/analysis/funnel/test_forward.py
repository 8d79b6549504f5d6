"""Volumes planned under some rates, run forwards under others, with segments and with what comes anyway."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.forward import deals_of
from roadmapctl.analysis.funnel.sources import SourceResult
from tests.analysis.funnel.test_segments import RATES, Rows, customers, funnels, of, solved

SEGMENTS = {
    "enterprise": {"share": "40%", "deal_size": 60_000, "rates": {"mql": "20%"}},
    "small": {"share": "60%", "deal_size": 10_000},
}
STAGES = [{"id": "lead", "rate": "10%"}, {"id": "mql", "rate": "25%"}, {"id": "customer"}]
SOURCES = {"fair": {"feeds": "mql", "share": "50%"}, "search": {"share": "50%"}, "referrals": {"brings": 400}}


def revenue(funnel: Rows, source: SourceResult) -> Fraction:
    """What the units of a source bring at the rates of a funnel."""
    sizes = {id_: row["deal_size"] for id_, row in funnel["segments"].items()}
    return sum((customers(funnel, source.id, p.id, p.units) * sizes[p.id] for p in source.segments), Fraction(0))


@given(funnels(hands=True), st.integers(10**6, 10**7))
def test_planned_volumes_bring_the_deals_they_were_planned_for(funnel: Rows, target: int) -> None:
    planned = solved(funnel, target=target)
    brought = deals_of(planned, planned)
    if planned.surplus:
        assert brought >= planned.demand.deals
    else:
        assert brought == planned.demand.deals


@given(funnels(), st.lists(RATES, min_size=2, max_size=2), st.integers(10**6, 10**7))
def test_under_other_rates_every_way_runs_down_at_its_own(funnel: Rows, rates: list[Fraction], target: int) -> None:
    """Nothing is in hand: the revenue is that of each source's units of each segment, each at its own new rates."""
    stages = [{"id": row["id"], "rate": of(rate)} for row, rate in zip(funnel["stages"][:-1], rates, strict=True)]
    changed = {**funnel, "stages": [*stages, funnel["stages"][-1]]}
    planned, under = solved(funnel, target=target), solved(changed, target=target)
    # What is planned of a source comes as it was planned; what comes anyway is as many, split anew by the new rates.
    coming = [now if was.brings is not None else was for was, now in zip(planned.sources, under.sources, strict=True)]
    by_hand = sum((revenue(changed, source) for source in coming), Fraction(0))
    assert deals_of(planned, under) * (under.demand.deal_size or 0) == by_hand


def test_by_hand() -> None:
    """W = 40, 10 of them of 400 referrals at 40% × 10% × 20% … of the mix; at half the rate of leads half of those come."""
    planned = solved({"stages": STAGES, "segments": SEGMENTS, "sources": SOURCES})
    half = solved({"stages": [{**STAGES[0], "rate": "5%"}, *STAGES[1:]], "segments": SEGMENTS, "sources": SOURCES})
    referred = planned.sources[2].share * 40
    assert referred == 400 / (Fraction(4, 10) / Fraction(2, 100) + Fraction(6, 10) / Fraction(25, 1000))
    others = 40 - referred
    assert deals_of(planned, planned) == 40
    assert deals_of(planned, half) == others / 2 + others / 4 + referred / 2
