"""Series of events with sizes whose number is set: those count first, the series' own size fills up."""

from fractions import Fraction
from math import ceil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.explanation.explain import explain
from roadmapctl.analysis.funnel.demand import customer_demand
from roadmapctl.analysis.funnel.events import EventNeed, events_needed
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult, reverse_funnel
from roadmapctl.analysis.money.costs import funnel_costs
from roadmapctl.model.funnel import Source, SourceEvent, Stage
from roadmapctl.model.time import period

SERIES: dict[str, Any] = {"audience": 100, "rate": "15%", "show_rate": "40%", "cost": 4_000}
FLAGSHIP = {"events": 1, "audience": 400, "rate": "20%", "cost": 40_000}
PARTNER = {"events": 4, "audience": 30, "rate": "25%", "show_rate": "60%", "cost": 1_000}


def needed(units: int | Fraction, tiers: dict[str, Any], **series: Any) -> EventNeed:
    need = events_needed(Fraction(units), SourceEvent(**{**SERIES, **series}, tiers=tiers))
    assert isinstance(need, EventNeed), need
    return need


def test_by_hand() -> None:
    """269 units: 1 × 400 × 20% = 80 and 4 × 30 × 25% = 30 of the tiers leave 159, which are 1,060 attendees, 10.6 events."""
    need = needed(269, {"flagship": FLAGSHIP, "partner-evening": PARTNER})
    assert [(tier.events, tier.attendees, tier.registrants, tier.units, tier.cost) for tier in need.tiers] == [
        (1, 400, 1_000, 80, 40_000),
        (4, 120, 200, 30, 4_000),
    ]
    assert (need.attendees, need.registrants) == (400 + 120 + 1_060, 1_000 + 200 + 2_650)
    assert (need.events, need.events_whole, need.surplus) == (Fraction(156, 10), 1 + 4 + 11, 0)
    assert (need.cost, need.exact_cost) == (40_000 + 4_000 + 11 * 4_000, 44_000 + Fraction(106, 10) * 4_000)


def test_a_tier_has_the_show_rate_and_the_cost_of_the_series_unless_it_says_others() -> None:
    need = needed(0, {"other-town": {"events": 2, "audience": 50, "rate": "10%"}})
    [tier] = need.tiers
    assert (tier.show_rate, tier.registrants, tier.cost) == (Fraction(2, 5), 250, 8_000)


def test_what_the_tiers_bring_beyond_what_is_wanted_is_a_surplus() -> None:
    need = needed(50, {"flagship": FLAGSHIP})
    assert (need.surplus, need.events_whole, need.cost, need.attendees) == (30, 1, 40_000, 400)


def test_what_one_size_does_not_say_the_whole_cannot_say() -> None:
    tiers = {"flagship": {**FLAGSHIP, "show_rate": "50%"}}
    unknown = needed(200, tiers, cost=None, show_rate=None)
    assert (unknown.cost, unknown.registrants) == (None, None)
    filled = needed(80, tiers, cost=None, show_rate=None)  # no event of the series' own size is held
    assert (filled.cost, filled.registrants) == (40_000, 800)


@given(
    st.integers(0, 5_000),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 500), st.integers(0, 20)), min_size=1, max_size=3),
    st.integers(1, 400),
    st.integers(1, 20),
)
def test_all_sizes_together_bring_what_is_wanted(
    units: int, sizes: list[tuple[int, int, int]], audience: int, twentieths: int
) -> None:
    tiers = {
        f"t{i}": {"events": number, "audience": people, "rate": {"won": rate, "of": 20}, "cost": 10 * people}
        for i, (number, people, rate) in enumerate(sizes)
    }
    need = needed(units, tiers, audience=audience, rate={"won": twentieths, "of": 20})
    by_tiers = sum(Fraction(number * people * rate, 20) for number, people, rate in sizes)
    own = ceil(max(Fraction(0), units - by_tiers) / (audience * Fraction(twentieths, 20)))
    assert need.series is not None
    assert by_tiers + need.series.attendees * Fraction(twentieths, 20) == units + need.surplus
    assert need.surplus == max(0, by_tiers - units)
    assert need.events_whole == own + sum(number for number, _, _ in sizes)
    assert need.cost == own * 4_000 + sum(number * 10 * people for number, people, _ in sizes)


@pytest.mark.parametrize(
    ("tiers", "reason", "path"),
    [
        ({"a": {**FLAGSHIP, "show_rate": 0}}, "zero_rate", ("event", "tiers", "a", "show_rate")),
        ({"a": {**FLAGSHIP, "audience": 10**17, "events": 100}}, "too_many", ("event", "tiers", "a")),
    ],
)
def test_infeasible(tiers: dict[str, Any], reason: str, path: tuple[str, ...]) -> None:
    found = events_needed(Fraction(5), SourceEvent(**SERIES, tiers=tiers))
    assert isinstance(found, Infeasible)
    assert (found.reason, found.path) == (reason, path)


def test_a_series_of_which_nothing_comes_may_be_held_beside_tiers_that_bring_enough() -> None:
    assert needed(80, {"flagship": FLAGSHIP}, rate=0).events_whole == 1
    nothing = events_needed(Fraction(81), SourceEvent(**{**SERIES, "rate": 0}, tiers={"flagship": FLAGSHIP}))
    assert isinstance(nothing, Infeasible)


def test_in_a_funnel_with_capacity_cost_and_steps() -> None:
    stages = [Stage(id="mql", rate="25%"), Stage(id="customer")]
    event = {**SERIES, "tiers": {"flagship": FLAGSHIP, "partner-evening": PARTNER}}
    sources = {"webinar": Source(event=event, capacity="15 per year")}
    result = reverse_funnel(customer_demand(Fraction(269, 4)), stages, sources, period=period(2027))
    assert isinstance(result, FunnelResult)
    [webinar] = result.sources
    assert (webinar.units, webinar.capacity, webinar.shortfall, webinar.cost) == (269, 15, 1, 88_000)
    # 44,000 for the tiers and 10.6 events at 4,000, over 269 units; a customer takes four of them.
    assert webinar.cost_per_unit == Fraction(86_400, 269)
    assert funnel_costs(result).channel_cac == {"webinar": Fraction(86_400 * 4, 269)}
    steps = [(step.key, step.formula) for step in explain(result)]
    assert steps[steps.index(("units", "269")) :] == [
        ("units", "269"),
        ("tier", "1 × 400 × 20% = 80"),
        ("tier-registrants", "400 / 40% = 1,000"),
        ("tier", "4 × 30 × 25% = 30"),
        ("tier-registrants", "120 / 60% = 200"),
        ("series", "269 − 80 − 30 = 159"),
        ("attendees", "159 / 15% = 1,060"),
        ("events", "1,060 / 100 = 10.6 → 11"),
        ("registrants", "1,060 / 40% = 2,650"),
        ("all-events", "1 + 4 + 11 = 16"),
        ("all-registrants", "1,000 + 200 + 2,650 = 3,850"),
        ("capacity", "16 − 15 = 1"),
        ("cost", "1 × 40,000 + 4 × 1,000 + 11 × 4,000 = 88,000"),
    ]


def test_a_source_that_brings_a_number_anyway_may_be_a_series_with_tiers() -> None:
    sources = {"fairs": Source(brings=200, event={**SERIES, "tiers": {"flagship": FLAGSHIP}}), "rest": Source(share=1)}
    stages = [Stage(id="mql", rate="25%"), Stage(id="customer")]
    result = reverse_funnel(customer_demand(100), stages, sources)
    assert isinstance(result, FunnelResult)
    fairs, rest = result.sources
    assert fairs.events is not None
    assert (fairs.units, fairs.events.events_whole, fairs.cost, rest.units) == (200, 1 + 8, 40_000 + 8 * 4_000, 200)
