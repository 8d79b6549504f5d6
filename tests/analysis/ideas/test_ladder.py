"""Steps up from the best set, against all sets at every amount."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.ideas.best_set import Item, best_set
from roadmapctl.analysis.ideas.ladder import Limit, Limits, ladder
from tests.analysis.ideas.test_best_set import best_of_all

COUNTS = st.integers(0, 6).map(Fraction)
ITEMS = st.lists(st.builds(Item, COUNTS, COUNTS, COUNTS), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(ITEMS, COUNTS, st.one_of(st.none(), COUNTS), st.sampled_from(["cost", "effort"]))
def test_each_step_is_the_least_that_brings_more(
    items: list[Item], now: Fraction, other: Fraction | None, which: Limit
) -> None:
    limits: Limits = {"cost": other, "effort": other, which: now}
    best = best_set(items, cost=limits["cost"], effort=limits["effort"])
    found = [(rung.amount, rung.best.value) for rung in ladder(items, best, limits, which)]
    expected, value = [], best.value
    for amount in range(1, 40):
        more: Limits = {**limits, which: now + amount}
        reached = best_of_all(items, more["cost"], more["effort"])[0]
        if reached > value:
            expected.append((amount, reached))
            value = reached
    assert found == expected


def test_no_limit_has_no_steps() -> None:
    items = [Item(Fraction(1), Fraction(1), Fraction(0))]
    best = best_set(items, cost=Fraction(0), effort=None)
    assert ladder(items, best, {"cost": Fraction(0), "effort": None}, "effort") == ()
    (rung,) = ladder(items, best, {"cost": Fraction(1, 3), "effort": None}, "cost")
    assert (rung.amount, rung.best.chosen) == (Fraction(2, 3), (0,))
