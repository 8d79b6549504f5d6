"""The best split against other solvers' numbers, against trying every split, and against the conditions of an optimum.

Numbers called "SciPy" were computed once by SciPy 1.17.1: `linprog` and `milp` (HiGHS), `minimize` (SLSQP), and for S-shaped
curves `differential_evolution` over all splits.
"""

import itertools
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.allocation.curves import Curve, Hill, Lines, Log, Power, Proportional
from roadmapctl.analysis.allocation.options import Goal, Option
from roadmapctl.analysis.allocation.search import Split, best_split

CENT = Fraction(1, 100)
ZERO = Fraction(0)
LINEAR = [
    Option(Proportional(1 / Fraction(45)), Fraction(2, 100), Fraction(5_000), Fraction(40_000)),
    Option(Proportional(1 / Fraction(18)), Fraction(65, 10_000), Fraction(0), Fraction(25_000)),
    Option(Proportional(1 / Fraction(30)), Fraction(13, 1000), Fraction(10_000), Fraction(30_000)),
    Option(Proportional(1 / Fraction("62.5")), Fraction(3, 100), Fraction(0), Fraction(80_000)),
]
CONCAVE = [
    Option(Hill(1600, 60_000), Fraction(2, 100), cap=Fraction(10**6)),
    Option(Log(300, 9_000), Fraction(3, 100), cap=Fraction(10**6)),
    Option(Power(8, 0.5), Fraction(2, 100), cap=Fraction(10**6)),
]
S_SHAPED = [
    Option(Hill(1000, 40_000, 3.0), Fraction(1, 40), cap=Fraction(10**6)),
    Option(Hill(1100, 60_000, 2.5), Fraction(1, 40), cap=Fraction(10**6)),
    Option(Hill(1600, 60_000), Fraction(1, 50), cap=Fraction(10**6)),
]
EVENTS = [
    Option(Proportional(Fraction(deals) / price), Fraction(1), cap=Fraction(price * most), step=Fraction(price))
    for price, deals, most in ((3_000, "2.16", 12), (4_700, "3.3", 9), (7_900, "6.1", 7), (12_500, "9.4", 5))
]


def most(options: Sequence[Option], amount: float) -> Split:
    found = best_split(options, Goal("spend", Fraction(amount)))
    assert found is not None and found.proved
    return found


def least(options: Sequence[Option], deals: float | str) -> Split:
    found = best_split(options, Goal("deals", Fraction(deals)))
    assert found is not None and found.proved
    return found


def deals(options: Sequence[Option], spends: Sequence[Fraction]) -> float:
    return float(sum(option.deals(spend) for option, spend in zip(options, spends, strict=True)))


# --- other solvers' numbers


def test_linear_responses_are_split_as_linear_programming_does() -> None:
    found = most(LINEAR, 60_000)
    assert found.spends == (5_000, 0, 10_000, 45_000) and found.bound == Fraction(
        "28.1555555555555555555"
    ).limit_denominator(900)
    assert most(LINEAR, 120_000).spends == (30_000, 0, 10_000, 80_000)
    assert deals(LINEAR, most(LINEAR, 120_000).spends) == pytest.approx(56.06666666666666, rel=1e-14)  # SciPy


def test_the_least_spend_is_that_of_linear_programming() -> None:
    assert sum(least(LINEAR, 30).spends) == Fraction(63_842) + Fraction(16, 27)  # SciPy: 63842.59259259259
    assert least(LINEAR, 50).spends == (16_350, 0, 10_000, 80_000)  # SciPy
    assert deals(LINEAR, least(LINEAR, 50).spends) == 50


@pytest.mark.parametrize(
    ("amount", "spends", "brings"),
    [
        (50_000, (5900.0068, 11356.9245, 32743.0686), 39.16279229785412),
        (150_000, (26536.816, 26102.933, 97360.2521), 71.98661919121903),
    ],
)
def test_concave_responses_are_split_as_another_solver_does(
    amount: int, spends: tuple[float, ...], brings: float
) -> None:
    found = most(CONCAVE, amount)
    assert list(map(float, found.spends)) == pytest.approx(spends, abs=1.0)  # SciPy's own accuracy in money
    assert deals(CONCAVE, found.spends) == pytest.approx(brings, rel=1e-9)
    back = least(CONCAVE, str(brings))
    assert float(sum(back.spends)) == pytest.approx(amount, abs=0.03)


@pytest.mark.parametrize(
    ("amount", "spends", "brings"),
    [
        (60_000, (47682.86, 0, 12317.14), 21.170309054806744),
        (100_000, (62150.7, 0, 37849.3), 32.11604488609592),
        (160_000, (58681.63, 70635.07, 30683.3), 46.33044009998495),
    ],
)
def test_s_shaped_responses_are_split_as_a_global_search_does(
    amount: int, spends: tuple[float, ...], brings: float
) -> None:
    found = most(S_SHAPED, amount)
    assert list(map(float, found.spends)) == pytest.approx(spends, abs=1.0)
    assert deals(S_SHAPED, found.spends) == pytest.approx(brings, rel=1e-9)
    assert float(found.bound) == pytest.approx(brings, rel=1e-8)
    assert float(sum(least(S_SHAPED, str(brings)).spends)) == pytest.approx(amount, abs=0.05)


@pytest.mark.parametrize(("amount", "brings"), [(41_000, "31"), (77_777, "58.7"), (100_000, "75.6")])
def test_whole_events_bring_what_integer_programming_says(amount: int, brings: str) -> None:
    found = most(EVENTS, amount)
    assert sum(option.deals(spend) for option, spend in zip(EVENTS, found.spends, strict=True)) == Fraction(
        brings
    )  # SciPy
    assert found.bound == Fraction(brings) and sum(found.spends) <= amount
    assert all(spend % option.step == 0 for spend, option in zip(found.spends, EVENTS, strict=True) if option.step)


@pytest.mark.parametrize(("wanted", "money"), [(40, 53_100), ("88.8", 117_300)])
def test_the_cheapest_whole_events_are_those_of_integer_programming(wanted: float | str, money: int) -> None:
    assert sum(least(EVENTS, wanted).spends) == money  # SciPy


# --- every split tried


def grid_best(options: Sequence[Option], amount: int, step: int) -> float:
    """The most deals over all splits on a grid, by trying them (dynamic programming over the amount spent)."""
    cells = amount // step
    best = [0.0] + [float("-inf")] * cells
    for option in options:
        brings = {
            n: float(option.deals(Fraction(n * step)))
            for n in range(cells + 1)
            if option.floor <= n * step <= (amount if option.cap is None else option.cap)
        }
        best = [
            max((best[total - n] + more for n, more in brings.items() if n <= total), default=float("-inf"))
            for total in range(cells + 1)
        ]
    return max(best)


CURVES = st.one_of(
    st.builds(Proportional, st.integers(1, 30).map(lambda n: Fraction(n, 10))),
    st.builds(Hill, st.floats(20, 300), st.floats(5, 120), st.floats(0.4, 5)),
    st.builds(Log, st.floats(5, 80), st.floats(2, 60)),
    st.builds(Power, st.floats(1, 9), st.floats(0.3, 0.9)),
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 40)), min_size=1, max_size=4).map(
        lambda steps: Lines(
            tuple(
                zip(
                    *(map(Fraction, itertools.accumulate(side, initial=0)) for side in zip(*steps, strict=True)),
                    strict=True,
                )
            )
        )
    ),
)


@st.composite
def options(draw: st.DrawFn, curves: st.SearchStrategy[Curve] = CURVES, events: bool = True) -> Option:
    floor = draw(st.integers(0, 12))
    cap = draw(st.integers(floor, 90))
    curve, rate = draw(curves), Fraction(draw(st.integers(1, 10)), 10)
    if events and draw(st.booleans()) and isinstance(curve, Proportional):
        step = draw(st.integers(2, 9))
        return Option(curve, rate, Fraction(0), Fraction(cap), Fraction(step))
    return Option(curve, rate, Fraction(floor), Fraction(cap))


@settings(max_examples=150, deadline=None)
@given(st.lists(options(), min_size=1, max_size=4), st.integers(0, 120))
def test_no_split_that_can_be_tried_is_better(choices: list[Option], amount: int) -> None:
    found = best_split(choices, Goal("spend", Fraction(amount)))
    tried = grid_best(choices, amount, 1)
    if found is None:
        assert tried == float("-inf")
        return
    got = deals(choices, found.spends)
    assert found.proved
    assert got >= tried * (1 - 1e-6) - 0.01  # what cents can cost
    assert got <= float(found.bound) + 1e-6
    for option, spend in zip(choices, found.spends, strict=True):
        assert option.floor <= spend and (option.cap is None or spend <= option.cap)
        assert option.step is None or spend % option.step == 0
    assert sum(found.spends) <= amount


@settings(max_examples=60, deadline=None)
@given(st.lists(options(), min_size=1, max_size=3), st.integers(1, 60))
def test_the_least_spend_reaches_its_deals_and_less_does_not(choices: list[Option], part: int) -> None:
    high = [
        option.cap - (option.cap % option.step if option.step else 0) for option in choices if option.cap is not None
    ]
    wanted = Fraction(deals(choices, high)) * part / 61
    found = best_split(choices, Goal("deals", wanted))
    if wanted <= 0:
        return
    assert found is not None and found.proved
    spent = sum(found.spends)
    assert deals(choices, found.spends) >= float(wanted) * (1 - 1e-9)
    floors = sum(option.floor for option in choices)
    less = spent - Fraction(5, 100)
    if less >= floors:
        with_less = best_split(choices, Goal("spend", less))
        assert with_less is not None and deals(choices, with_less.spends) <= float(wanted) + 1e-6 * float(wanted)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(2, 40), st.integers(1, 60), st.integers(0, 7)), min_size=1, max_size=4),
    st.integers(0, 200),
)
def test_whole_events_against_every_combination(series: list[tuple[int, int, int]], amount: int) -> None:
    choices = [
        Option(Proportional(Fraction(gain, price)), Fraction(1), cap=Fraction(price * limit), step=Fraction(price))
        for price, gain, limit in series
    ]
    counts = [range(limit + 1) for _, _, limit in series]
    tried = max(
        sum(n * gain for n, (_, gain, _) in zip(combination, series, strict=True))
        for combination in itertools.product(*counts)
        if sum(n * price for n, (price, _, _) in zip(combination, series, strict=True)) <= amount
    )
    found = best_split(choices, Goal("spend", Fraction(amount)))
    assert found is not None and found.proved and deals(choices, found.spends) == tried == found.bound


# --- the conditions of an optimum (Karush, Kuhn and Tucker), for responses whose returns only fall

FALLING = st.one_of(
    st.builds(Hill, st.floats(20, 3000), st.floats(5_000, 120_000), st.floats(0.4, 1)),
    st.builds(Log, st.floats(50, 800), st.floats(2_000, 60_000)),
    st.builds(Power, st.floats(1, 9), st.floats(0.3, 0.8)),
)


@st.composite
def falling(draw: st.DrawFn) -> Option:
    floor = draw(st.integers(0, 5_000))
    return Option(
        draw(FALLING),
        Fraction(draw(st.integers(1, 20)), 100),
        Fraction(floor),
        Fraction(floor + draw(st.integers(1, 200_000))),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(falling(), min_size=2, max_size=5), st.integers(0, 300_000))
@example(
    [
        Option(Power(1.0, 0.5), Fraction(1, 100), cap=Fraction(7)),
        Option(Hill(20.0, 5000.0), Fraction(1, 100), cap=Fraction(200_000)),
    ],
    100,
)
def test_at_the_best_split_marginal_returns_are_equal_off_the_bounds(choices: list[Option], extra: int) -> None:
    amount = sum(option.floor for option in choices) + extra
    found = best_split(choices, Goal("spend", amount))
    assert found is not None and found.proved
    held = sum(option.cap for option in choices if option.cap is not None) <= amount
    assert sum(found.spends) == (sum(option.cap for option in choices if option.cap is not None) if held else amount)
    free = []
    for option, spend in zip(choices, found.spends, strict=True):
        slope = float(option.curve.marginal(spend)) * float(option.conversion)
        if option.floor + 1 < spend and option.cap is not None and spend < option.cap - 1:
            free.append((slope, spend))
    for (slope, spend), (other, there) in itertools.combinations(free, 2):
        cents = 0.02 * (1 / float(spend) + 1 / float(there))  # what moving a cent or two changes at most
        assert slope == pytest.approx(other, rel=1e-6 + 2 * cents)
    price = min((slope for slope, _ in free), default=None)
    for option, spend in zip(choices, found.spends, strict=True):
        at_floor, at_cap = (float(option.curve.marginal(at)) * float(option.conversion) for at in (spend + CENT, spend))
        if price is not None and spend == option.floor:
            assert at_floor <= price * 1.01
        if price is not None and spend == option.cap:
            assert at_cap >= price * 0.99


@settings(max_examples=80, deadline=None)
@given(st.lists(falling(), min_size=2, max_size=4), st.integers(5_000, 300_000), st.floats(0.001, 0.5))
@example(
    [
        Option(Log(50, 2000), CENT, cap=Fraction(14)),
        Option(Hill(20, 5000, 0.4767915621497869), CENT, Fraction(512), Fraction(2615)),
        Option(Hill(24, 42618.75, 0.4767915621497869), CENT, Fraction(512), Fraction(1954)),
        Option(Hill(24, 42618.75, 0.4767915621497869), CENT, Fraction(512), Fraction(1954)),
    ],
    5000,
    0.5,
)
def test_moving_money_between_two_sources_never_helps(choices: list[Option], extra: int, part: float) -> None:
    amount = sum(option.floor for option in choices) + extra
    found = best_split(choices, Goal("spend", Fraction(amount)))
    assert found is not None
    best = deals(choices, found.spends)
    for give, take in itertools.permutations(range(len(choices)), 2):
        cap = choices[take].cap
        assert cap is not None
        moved = min((found.spends[give] - choices[give].floor), cap - found.spends[take]) * Fraction(part)
        spends = list(found.spends)
        spends[give] -= moved
        spends[take] += moved
        cents = (
            CENT * len(choices) * float(choices[take].conversion) * float(choices[take].curve.marginal(spends[take]))
        )
        assert deals(choices, spends) <= best * (1 + 1e-7) + 1e-7 + cents


@settings(max_examples=80, deadline=None)
@given(st.lists(options(), min_size=1, max_size=3), st.integers(0, 100), st.integers(1, 60))
def test_more_money_brings_no_less(choices: list[Option], amount: int, more: int) -> None:
    before = best_split(choices, Goal("spend", Fraction(amount)))
    after = best_split(choices, Goal("spend", Fraction(amount + more)))
    if before is not None:
        assert after is not None
        assert deals(choices, after.spends) >= deals(choices, before.spends) - 0.05


# --- bounds that leave nothing


def test_floors_above_the_money_leave_no_split() -> None:
    assert best_split(LINEAR, Goal("spend", Fraction(14_999))) is None
    assert most(LINEAR, 15_000).spends == (5_000, 0, 10_000, 0)


def test_deals_that_all_caps_together_do_not_bring() -> None:
    top = deals(LINEAR, [option.cap or Fraction(0) for option in LINEAR])
    assert best_split(LINEAR, Goal("deals", Fraction(top) + Fraction(1, 1000))) is None
    assert sum(least(LINEAR, str(round(top - 0.001, 3))).spends) <= 175_000


def test_deals_that_come_with_the_floors_take_no_more() -> None:
    assert least(LINEAR, "-3").spends == (5_000, 0, 10_000, 0)


def test_money_that_brings_nothing_is_not_spent() -> None:
    flat = [
        Option(
            Lines(((Fraction(0), Fraction(0)), (Fraction(10_000), Fraction(100)))), Fraction(1), cap=Fraction(50_000)
        )
    ]
    assert most(flat, 30_000).spends == (10_000,)


def test_an_unlimited_price_takes_all_there_is() -> None:
    cheap, dear = Option(Proportional(Fraction(1, 10)), Fraction(1)), Option(Proportional(Fraction(1, 20)), Fraction(1))
    assert most([dear, cheap], 777).spends == (0, 777)
    assert least([dear, cheap], 5).spends == (0, 50)


def test_a_tie_goes_to_the_first() -> None:
    same = [Option(Proportional(Fraction(1, 10)), Fraction(1), cap=Fraction(100)) for _ in range(3)]
    assert most(same, 150).spends == (100, 50, 0)


def test_a_search_that_is_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmapctl.analysis.allocation.search.MOST_WORK", 0)
    found = best_split(EVENTS, Goal("spend", Fraction(77_777)))
    assert found is not None and not found.proved
    assert deals(EVENTS, found.spends) <= 58.7 <= float(found.bound)


def test_next_to_nothing_of_a_response_that_rises_late_is_found() -> None:
    late = [
        Option(
            Lines(((ZERO, ZERO), (Fraction(5), ZERO), (Fraction(100), Fraction(9 * 10**17)))),
            Fraction(1, 100),
            cap=Fraction(500),
        )
    ]
    found = least(late, "0.3")
    assert 5 < sum(found.spends) < Fraction(501, 100)
