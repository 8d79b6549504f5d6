"""The simulation against closed forms, against the exact engine, and against itself on another number of processes."""

from fractions import Fraction
from math import comb, sqrt
from typing import Any

import pytest

pytest.importorskip("numpy", reason="the extra `simulate` is not installed")

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.uncertainty import simulated, uncertainty
from roadmapctl.analysis.uncertainty.result import Uncertainty
from roadmapctl.model import Plan
from tests.analysis.uncertainty import plans
from tests.analysis.uncertainty.plans import in_dollars, solved

CONFIDENCE = Fraction(4, 5)


def run(of: Plan, trials: int = 40_000, seed: int = 1, **more: Any) -> Uncertainty:
    found = simulated(of, solved(of), trials=trials, seed=seed, confidence=CONFIDENCE, **more)
    assert found is not None
    return found


TWO = [{"id": "lead", "rate": "10%"}, {"id": "mql", "rate": "20%"}, {"id": "customer"}]
UNSURE = [
    {"id": "lead", "rate": "10%"},
    {"id": "mql", "rate": {"low": "15%", "likely": "20%", "high": "30%"}, "in_hand": 40},
    {"id": "opportunity", "rate": {"won": 36, "of": 150}},
    {"id": "customer"},
]


def test_with_certain_rates_the_deals_are_binomial() -> None:
    """20 deals take 1,000 leads: Binomial(1000, 0.02)."""
    found = run(in_dollars({"stages": TWO}))
    chances = [comb(1000, k) * 0.02**k * 0.98 ** (1000 - k) for k in range(60)]
    below = [sum(chances[: k + 1]) for k in range(60)]
    for name, chance in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        assert getattr(found.deals, name) == next(k for k in range(60) if below[k] >= chance)
    met = 1 - below[19]
    assert found.probability_of_target == pytest.approx(met, abs=4 * sqrt(met * (1 - met) / 40_000))
    assert found.deals.mean == pytest.approx(20, abs=0.1)


def test_the_same_seed_gives_the_same_on_any_number_of_processes() -> None:
    unsure = in_dollars({"stages": UNSURE})
    alone = run(unsure, 120_000, seed=7, workers=1)
    assert run(unsure, 120_000, seed=7, workers=2) == alone
    assert run(unsure, 120_000, seed=8, workers=1).deals.mean != alone.deals.mean


EDGES = {
    "a chain": (plans.CHAIN, 60),
    "units in hand": (plans.IN_HAND, 40),
    "few units": (plans.FEW, 20),
    "two sources": (plans.TWO_SOURCES, 60),
    "sources, recycling and units in hand": (plans.MIXED, 60),
    "a long funnel": (plans.LONG, 160),
    "a million units": (plans.MILLION, 5000),
    "rates near 1": (plans.NEARLY_SURE, 400),
    "hardly uncertain": (plans.TIGHT, 2000),
    "lopsided": (plans.LOPSIDED, 1400),
    "a rate of its own further down": (plans.OWN_BELOW, 60),
    "wide": (plans.WIDE, 30),
}


@pytest.mark.parametrize("edge", EDGES)
def test_it_agrees_with_the_exact_engine(edge: str) -> None:
    """Within what a hundred thousand trials differ by: the chance by 0.006, percentiles by a deal or half a per cent."""
    funnel, target = EDGES[edge]
    exact, drawn = plans.exact(funnel, target), plans.drawn(funnel, target, 100_000)
    assert drawn.probability_of_target == pytest.approx(exact.probability_of_target, abs=0.006)
    for name in ("p10", "p50", "p90"):
        wanted = getattr(exact.deals, name)
        assert abs(getattr(drawn.deals, name) - wanted) <= max(1, 0.005 * wanted)
    assert drawn.deals.mean == pytest.approx(exact.deals.mean, rel=0.01)
    assert drawn.drivers == exact.drivers


def test_rates_that_go_together_spread_the_outcome() -> None:
    stages = [
        {"id": "lead", "rate": {"p10": "10%", "p90": "30%"}},
        {"id": "mql", "rate": {"p10": "10%", "p90": "30%"}},
        {"id": "customer"},
    ]
    apart, together, against = (
        run(in_dollars({"stages": stages, **extra}, target=12_000_000))
        for extra in (
            {},
            {"correlated": [{"between": ["lead", "mql"], "by": 1}]},
            {"correlated": [{"between": ["lead", "mql"], "by": -1}]},
        )
    )
    widths = [found.deals.p90 / found.deals.p10 for found in (against, apart, together)]
    assert widths == sorted(widths)
    # As one, both rates are at their tenth percentile together: 1 % of the leads, of some 23,400 for 1,000 deals.
    leads = solved(in_dollars({"stages": stages}, target=12_000_000)).stages[0].new_whole
    assert together.deals.p10 == pytest.approx(leads * 0.01, rel=0.02)
    assert together.reason == "correlated"


def test_teams_let_no_more_through_than_they_can_work() -> None:
    team = {"bdr": {"works": "mql", "people": 1, "handles": "50 per year"}}
    found = run(
        in_dollars(
            {
                "stages": [{"id": "lead", "rate": "50%"}, {"id": "mql", "rate": "100%"}, {"id": "customer"}],
                "teams": team,
            },
            1_200_000,
        )
    )
    assert found.deals.p90 == 50
    assert found.probability_of_target == 0
    assert found.volume_for_confidence is None
    assert found.reason == "capacity"


def test_segments_are_worth_what_their_deals_are() -> None:
    """Certain rates of 100 %: 30 deals of 40,000 and 70 of 10,000 are 1.9 M, in every trial."""
    segments = {"large": {"share": "30%", "deal_size": 40_000}, "small": {"share": "70%", "deal_size": 10_000}}
    all_in = in_dollars(
        {"stages": [{"id": "lead", "rate": "100%"}, {"id": "customer"}], "segments": segments}, 1_900_000
    )
    found = run(all_in, 2_000)
    assert found.value is not None
    assert found.value.mean == pytest.approx(1_900_000)
    assert found.probability_of_target == 1


def test_single_deals_that_differ_add_up_with_the_spread_of_their_sum() -> None:
    """100 certain deals with a coefficient of variation c: the sum's is c / 10."""
    all_in = in_dollars(
        {"stages": [{"id": "lead", "rate": "100%"}, {"id": "customer"}], "deal_spread": {"p10": 6_000, "p90": 20_000}},
        1_200_000,
    )
    found = run(all_in, 100_000)
    assert found.value is not None
    sigma = 0.4698  # ln(20/6) / (2 · 1.28155)
    variation = sqrt(2.718281828459045 ** (sigma * sigma) - 1) / 10
    assert (found.value.p90 - found.value.p10) / 1_200_000 == pytest.approx(2 * 1.28155 * variation, rel=0.02)


def test_a_few_deals_of_very_different_amounts_are_drawn_one_by_one() -> None:
    """Nine lognormal amounts, p90 twenty times p10: percentiles of the sum of 10⁷ draws with NumPy, in average deals."""
    nine = {
        "stages": [{"id": "lead", "rate": "100%"}, {"id": "customer"}],
        "deal_spread": {"p10": 1_000, "p90": 20_000},
    }
    found = run(in_dollars(nine, 108_000), 200_000)
    assert found.reason == "amounts"
    assert found.value is not None
    assert [amount / 108_000 for amount in found.value[:3]] == pytest.approx([0.48453, 0.86908, 1.64566], rel=0.01)
    assert found.probability_of_target == pytest.approx(0.38422, abs=0.004)


def test_lags_that_vary_leave_a_part_for_the_next_period() -> None:
    late = in_dollars(
        {"stages": [{"id": "lead", "rate": "50%", "lag": {"p50": "90d", "p90": "200d"}}, {"id": "customer"}]}, 1_200_000
    )
    found, sure = (
        run(late),
        run(in_dollars({"stages": [{"id": "lead", "rate": "50%", "lag": "90d"}, {"id": "customer"}]}, 1_200_000)),
    )
    assert found.deals.mean < 0.98 * sure.deals.mean
    assert (found.reason, sure.reason) == ("lags", "asked")


@pytest.mark.parametrize("seasonality", [{}, {"Q1": 1, "Q2": 1, "Q3": 1, "Q4": 3}])
def test_as_much_comes_in_time_as_the_calendar_has(seasonality: dict[str, int]) -> None:
    """With rates that are known, the mean of the trials is what the calendar reaches: new units enter when it has them enter."""
    stages = [
        {"id": "lead", "rate": "20%", "lag": {"p50": "40d", "p90": "90d"}},
        {"id": "mql", "rate": "30%", "lag": "14d"},
        {"id": "sql", "rate": "25%", "lag": {"p50": "60d", "p90": "150d"}},
        {"id": "customer"},
    ]
    sources = {
        "ads": {"share": "70%"},
        "fairs": {"share": "30%", "feeds": "sql"},
        "talk": {"feeds": "lead", "brings": 2000},
    }
    subject = in_dollars({"stages": stages, "sources": sources, "seasonality": seasonality}, 12_000_000)
    calendar = plan_calendar(subject, solved(subject), "month")
    assert isinstance(calendar, Calendar)
    reached = float(sum(calendar.stages[-1].reached))
    assert reached < 0.97 * float(solved(subject).stages[-1].need)
    assert run(subject, 100_000).deals.mean == pytest.approx(reached, rel=0.003)


def test_the_volume_for_a_confidence_is_just_enough() -> None:
    unsure = in_dollars({"stages": UNSURE})
    wanted = run(unsure).volume_for_confidence
    assert wanted is not None
    planned = solved(unsure).stages[0].new_whole
    exact = uncertainty(unsure, solved(unsure), confidence=CONFIDENCE)
    assert isinstance(exact, Uncertainty) and exact.volume_for_confidence is not None
    assert wanted["lead"] == pytest.approx(exact.volume_for_confidence["lead"], rel=0.03)
    assert wanted["lead"] > planned


def test_progress_is_told_up_to_the_end() -> None:
    seen: list[tuple[int, int]] = []
    run(in_dollars({"stages": TWO}), 120_000, progress=lambda done, total: seen.append((done, total)), workers=1)
    assert seen == sorted(seen) and seen[-1] == (120_000, 120_000)
