"""The reverse funnel, held against a forward one and closed forms."""

from fractions import Fraction
from math import ceil, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.explanation.explain import explain
from roadmapctl.analysis.funnel.demand import customer_demand, money_demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible, reverse_funnel
from roadmapctl.analysis.money.costs import funnel_costs
from roadmapctl.model.funnel import Source, Stage
from roadmapctl.model.time import period

RATES = st.integers(1, 1000).map(lambda n: Fraction(n, 1000))
DEALS = st.fractions(0, 5000, max_denominator=500)
HANDS = st.integers(0, 400)


def of(rate: Fraction) -> dict[str, int]:
    return {"won": rate.numerator, "of": rate.denominator}


def chain(rates: list[Fraction], hands: list[int] | None = None, **more: object) -> list[Stage]:
    hands = hands or [0] * (len(rates) + 1)
    rows = [
        Stage(id=f"s{i}", rate=of(r), in_hand=h, **more) for i, (r, h) in enumerate(zip(rates, hands, strict=False))
    ]
    return [*rows, Stage(id="customer", in_hand=hands[-1])]


def solved(*args: object, **options: object) -> FunnelResult:
    result = reverse_funnel(*args, **options)
    assert isinstance(result, FunnelResult), result
    return result


def forward(result: FunnelResult, stages: list[Stage], sources: dict[str, Source]) -> Fraction:
    """Customers when every source brings its units and everything in hand goes down too.

    Units of different sources mix at no stage; what is in hand goes on at the rates of the sources it stands in for.
    """
    amounts = {id_: Fraction(0) for id_ in sources}
    for position, (stage, row) in enumerate(zip(stages, result.stages, strict=True)):
        for brought in result.sources:
            if brought.feeds == stage.id:
                amounts[brought.id] += brought.units
        if row.need:
            given = min(Fraction(stage.in_hand), row.need)
            for id_, part in row.parts.items():
                amounts[id_] += given * part / row.need
        assert amounts == dict(row.parts)
        for id_, source in sources.items() if position < len(stages) - 1 else ():
            amounts[id_] *= source.rates.get(stage.id, stage.rate).point
    return sum(amounts.values(), Fraction(0))


@given(DEALS, st.lists(RATES, max_size=8))
def test_closed_form_with_nothing_in_hand(deals: Fraction, rates: list[Fraction]) -> None:
    result = solved(customer_demand(deals), chain(rates))
    for position, stage in enumerate(result.stages):
        assert stage.need == stage.new == deals / prod(rates[position:])
        assert stage.need_whole == ceil(stage.need)


@given(DEALS, st.lists(st.tuples(RATES, HANDS), min_size=1, max_size=6), HANDS)
def test_what_is_in_hand_is_netted_bottom_up(deals: Fraction, rows: list[tuple[Fraction, int]], last: int) -> None:
    rates, hands = [r for r, _ in rows], [h for _, h in rows] + [last]
    result = solved(customer_demand(deals), chain(rates, hands))
    need = deals
    for stage, rate, hand in zip(reversed(result.stages), [None, *reversed(rates)], reversed(hands), strict=True):
        if rate is not None:
            need = need / rate
        assert (stage.need, stage.new) == (need, max(Fraction(0), need - hand))
        need = stage.new
    assert result.stages[0].new <= deals / prod(rates)


@given(DEALS, st.lists(RATES, min_size=1, max_size=6))
def test_volumes_never_grow_downwards(deals: Fraction, rates: list[Fraction]) -> None:
    for rounding in ("final", "each"):
        needs = [stage.need for stage in solved(customer_demand(deals), chain(rates), rounding=rounding).stages]
        assert needs == sorted(needs, reverse=True)


@given(DEALS, st.lists(RATES, min_size=1, max_size=5))
def test_rounding_each_rounds_up_and_carries(deals: Fraction, rates: list[Fraction]) -> None:
    result = solved(customer_demand(deals), chain(rates), rounding="each")
    expected = ceil(deals)
    for stage, rate in zip(reversed(result.stages), [Fraction(1), *reversed(rates)], strict=True):
        expected = ceil(expected / rate)
        assert stage.need == stage.need_whole == expected


MIXES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 3), st.dictionaries(st.integers(0, 3), RATES, max_size=3)),
    min_size=2,
    max_size=4,
).filter(lambda rows: sum(weight for weight, _, _ in rows) > 0)


@given(DEALS, st.lists(RATES, min_size=3, max_size=3), st.lists(HANDS, min_size=4, max_size=4), MIXES)
def test_sources_bring_exactly_what_is_wanted(
    deals: Fraction, rates: list[Fraction], hands: list[int], mix: list[tuple[int, int, dict[int, Fraction]]]
) -> None:
    ids = ["s0", "s1", "s2", "customer"]
    sources, shares = {}, []
    whole = 10**6
    total = sum(weight for weight, _, _ in mix)
    for number, (weight, feeds, own) in enumerate(mix):
        last = number == len(mix) - 1
        shares.append(whole - sum(shares) if last else weight * whole // total)
        own_rates = {ids[i]: of(rate) for i, rate in own.items() if feeds <= i < 3}
        sources[f"c{number}"] = Source(
            feeds=ids[feeds], share=f"0.{shares[-1]:06d}" if shares[-1] < whole else 1, rates=own_rates
        )
    top = min(ids.index(source.feeds) for source, share in zip(sources.values(), shares, strict=True) if share)
    # Above every source nothing is passed on; nothing in hand there may spare the sources below (another test has that).
    hands = [hand if position >= top else 0 for position, hand in enumerate(hands)]
    stages = chain(rates, hands)
    result = solved(customer_demand(deals), stages, sources)
    for stage in result.stages:
        assert sum(stage.parts.values(), Fraction(0)) == stage.need
        assert 0 <= stage.new <= stage.need
    if all(stage.in_hand <= stage.need for stage in result.stages):
        assert forward(result, stages, sources) == deals


@given(st.fractions(1, 5000, max_denominator=500), st.lists(RATES, min_size=2, max_size=2), st.integers(1, 99))
def test_shares_of_leads(deals: Fraction, rates: list[Fraction], lead_share: int) -> None:
    own, other = rates
    sources = {
        "a": Source(share=f"{lead_share}%", rates={"s0": of(own)}),
        "b": Source(share=f"{100 - lead_share}%"),
    }
    result = solved(customer_demand(deals), chain([other]), sources, mix="leads")
    a, b = (source.units for source in result.sources)
    assert a / (a + b) == Fraction(lead_share, 100)
    assert a * own + b * other == deals
    assert a + b == deals / (Fraction(lead_share, 100) * own + Fraction(100 - lead_share, 100) * other)


def test_units_in_hand_above_the_only_source_come_down_to_it() -> None:
    stages = [Stage(id="lead", rate="10%", in_hand=600), Stage(id="mql", rate="50%"), Stage(id="customer")]
    result = solved(customer_demand(100), stages, {"fair": Source(feeds="mql")})
    assert [stage.need for stage in result.stages] == [0, 200, 100]
    assert result.sources[0].units == 200 - 60


def test_recycled_units_come_with_their_own_rate() -> None:
    stages = [
        Stage(id="lead", rate="10%"),
        Stage(id="mql", rate="20%", in_hand=5, recycled={"units": 400, "rate": "5%"}),
        Stage(id="customer", in_hand=10),
    ]
    result = solved(customer_demand(100), stages)
    assert [stage.need for stage in result.stages] == [(Fraction(100 - 10 - 20) / Fraction(1, 5) - 5) * 10, 350, 100]
    assert result.stages[1].recycled == 20


def test_recycling_inside_a_stage() -> None:
    stages = [Stage(id="lead", rate="20%", recycling="50%"), Stage(id="customer")]
    result = solved(customer_demand(1), stages)
    # 0.2 pass at once, half of the others try again: 0.2 + 0.8·0.5·(0.2 + …)
    expected = sum(Fraction(1, 5) * (Fraction(4, 5) * Fraction(1, 2)) ** n for n in range(60))
    assert abs(result.stages[0].effective_rate - expected) < Fraction(1, 10**20)
    assert result.stages[0].need == Fraction(3)


def test_multiplier_in_place_of_a_rate() -> None:
    result = solved(customer_demand(30), [Stage(id="account", multiplier="2.5"), Stage(id="customer")])
    assert [stage.need for stage in result.stages] == [12, 30]


def test_several_sources_at_their_own_stages_rates_and_money() -> None:
    stages = [Stage(id="lead", rate="10%"), Stage(id="mql", rate="25%"), Stage(id="customer")]
    sources = {
        "webinar": Source(
            feeds="mql",
            share="60%",
            event={"audience": 40, "rate": "15%", "show_rate": "40%", "cost": 1000},
            capacity="3 per month",
        ),
        "search": Source(feeds="lead", share="40%", rates={"lead": "8%"}, cost_per_unit=45, capacity="500 per quarter"),
    }
    result = solved(money_demand(2_400_000, 24_000), stages, sources, period=period(2027))
    webinar, search = result.sources
    assert (webinar.units, search.units) == (240, 2000)
    assert webinar.events is not None
    assert (webinar.events.attendees, webinar.events.events_whole, webinar.events.registrants) == (1600, 40, 4000)
    assert (webinar.cost, webinar.capacity, webinar.shortfall) == (40_000, 36, 4)
    assert (search.cost, search.capacity, search.shortfall) == (90_000, 2000, 0)
    assert result.stages[1].parts == {"webinar": 240, "search": 160}
    costs = funnel_costs(result, margin=Fraction(4, 5), budget=Fraction(500_000))
    assert (costs.spend, costs.basis, costs.cac, costs.cac_on_budget) == (130_000, "sources", 1300, 5000)
    assert costs.roi == (Fraction(4, 5) * 2_400_000 - 130_000) / 130_000
    assert costs.channel_cac == {"webinar": Fraction(1000, 6) * 4, "search": Fraction(45) / Fraction(8, 100) * 4}
    assert costs.cost_per_stage["lead"] == Fraction(130_000, 2000)


def test_planless_funnel() -> None:
    stages = [Stage(id="sql", rate="50%"), Stage(id="opportunity", rate="6%"), Stage(id="customer")]
    event = Source(feeds="sql", event={"audience": 200, "rate": "18%"})
    result = solved(money_demand(10**9, 100_000), stages, {"event": event})
    assert [stage.need_whole for stage in result.stages] == [333_334, 166_667, 10_000]
    assert result.sources[0].events is not None
    assert result.sources[0].events.events_whole == 9260
    formulas = [step.formula for step in explain(result)]
    assert formulas == [
        "1,000,000,000 / 100,000 = 10,000",
        "10,000 / 6% = 166,666.67 → 166,667",
        "166,666.67 / 50% = 333,333.33 → 333,334",
        "166,666.67 / 10,000 = 16.67",
        "333,333.33 → 333,334",
        "333,333.33 / 18% = 1,851,851.85",
        "1,851,851.85 / 200 = 9,259.26 → 9,260",
    ]


def test_medians_of_ranges_bring_no_extra_unit() -> None:
    """√(0.2·0.05) and the like are roots cut to 50 digits; what they should give exactly stays whole."""
    stages = [Stage(id="lead", rate={"p10": "20%", "p90": "80%"}), Stage(id="customer")]
    result = solved(customer_demand(100), stages)
    assert result.stages[0].need_whole == 200
    wide = [Stage(id="lead", rate={"p10": "10%", "p90": "50%"}), Stage(id="customer")]  # odds 1/9 and 1: a rate of 1/4
    assert solved(customer_demand(100), wide).stages[0].need_whole == 400


LEAD = Stage(id="lead", rate="10%")
END = Stage(id="customer")


@pytest.mark.parametrize(
    ("stages", "sources", "reason", "path"),
    [
        ([], {}, "no_stages", ("stages",)),
        ([LEAD, LEAD, END], {}, "duplicate_stage", ("stages", "lead")),
        ([Stage(id="lead"), END], {}, "no_rate", ("stages", "lead", "rate")),
        ([LEAD, Stage(id="mql", rate=0), END], {}, "zero_rate", ("stages", "mql", "rate")),
        ([LEAD, END], {"a": Source(rates={"lead": 0})}, "zero_rate", ("sources", "a", "rates", "lead")),
        ([Stage(id="lead", rate="0.0000000000000001"), END], {}, "too_many", ("stages", "lead")),
        ([LEAD, END], {"a": Source(feeds="mql")}, "unknown_stage", ("sources", "a", "feeds")),
        ([LEAD, END], {"a": Source(rates={"mql": 1})}, "unknown_stage", ("sources", "a", "rates", "mql")),
        ([LEAD, END], {"a": Source(share=1), "b": Source()}, "no_share", ("sources", "b", "share")),
        ([LEAD, END], {"a": Source(share="60%")}, "shares_sum", ("sources",)),
        (
            [LEAD, END],
            {"a": Source(event={"audience": 5, "rate": 0})},
            "zero_rate",
            ("sources", "a", "event", "rate"),
        ),
    ],
)
def test_infeasible(stages: list[Stage], sources: dict[str, Source], reason: str, path: tuple[str, ...]) -> None:
    result = reverse_funnel(customer_demand(10_000), stages, sources)
    assert isinstance(result, Infeasible)
    assert (result.reason, result.path) == (reason, ("funnel", *path))


def test_leads_of_a_source_that_wins_nobody() -> None:
    sources = {"a": Source(share="50%", rates={"lead": 0}), "b": Source(share="50%")}
    result = reverse_funnel(customer_demand(10), [LEAD, END], sources, mix="leads")
    assert isinstance(result, Infeasible)
    assert result.path == ("funnel", "sources", "a", "rates", "lead")


def test_nothing_to_win_is_no_fault() -> None:
    result = solved(money_demand(100, 10, already_won=80, other_teams=30), [Stage(id="lead", rate=0), END])
    assert [stage.need for stage in result.stages] == [0, 0]
    assert result.coverage is None
    assert [step.formula for step in explain(result)] == ["max(0, 100 − 80 − 30) = 0", "0 / 10 = 0", "0 / 0% = 0"]


def test_ten_thousand_stages_stay_short() -> None:
    stages = [Stage(id=f"s{i}", rate="99.9%") for i in range(10_000)]
    result = solved(customer_demand(100), [*stages, END])
    assert result.stages[0].need_whole == ceil(100 / Fraction(999, 1000) ** 10_000)
    assert max(len(step.formula) for step in explain(result)) < 60
    steep = reverse_funnel(customer_demand(100), [*[Stage(id=f"s{i}", rate="5%") for i in range(10_000)], END])
    assert isinstance(steep, Infeasible)
    assert steep.reason == "too_many"
