"""The best set against every set there is."""

from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.ideas.best_set import BestSet, Item, best_set

AMOUNTS = st.one_of(st.integers(0, 12), st.fractions(0, 12, max_denominator=7)).map(Fraction)
LIMITS = st.one_of(st.none(), AMOUNTS, st.integers(0, 60).map(Fraction))
ITEMS = st.lists(st.builds(Item, AMOUNTS, AMOUNTS, AMOUNTS), max_size=8)
Totals = tuple[Fraction, Fraction, Fraction]


def totals(items: list[Item], chosen: tuple[int, ...]) -> Totals:
    """The value, cost and effort of a set."""
    picked = [items[n] for n in chosen]
    return tuple(sum((item[at] for item in picked), Fraction(0)) for at in range(3))  # type: ignore[return-value]


def best_of_all(items: list[Item], cost: Fraction | None, effort: Fraction | None) -> Totals:
    """The best totals among all sets that fit: most value, then least cost, then least effort."""
    sets = (chosen for size in range(len(items) + 1) for chosen in combinations(range(len(items)), size))
    fitting = (
        found
        for found in (totals(items, chosen) for chosen in sets)
        if (cost is None or found[1] <= cost) and (effort is None or found[2] <= effort)
    )
    return max(fitting, key=lambda found: (found[0], -found[1], -found[2]))


@settings(max_examples=120, deadline=None)
@given(ITEMS, LIMITS, LIMITS)
def test_no_set_is_better(items: list[Item], cost: Fraction | None, effort: Fraction | None) -> None:
    found = best_set(items, cost=cost, effort=effort)
    assert totals(items, found.chosen) == best_of_all(items, cost, effort)
    assert found.value == found.bound and found.proved


def test_the_best_score_is_not_always_in_the_best_set() -> None:
    # Dantzig's trap: the densest item (6 for 4) leaves room for nothing; two others bring 10 for 8.
    items = [Item(Fraction(6), Fraction(4), Fraction(0)), *[Item(Fraction(5), Fraction(4), Fraction(0))] * 2]
    assert best_set(items, cost=Fraction(8), effort=None).chosen == (0, 1)
    items = [Item(Fraction(7), Fraction(5), Fraction(0)), *[Item(Fraction(5), Fraction(4), Fraction(0))] * 2]
    assert best_set(items, cost=Fraction(8), effort=None) == BestSet((1, 2), Fraction(10), Fraction(10))


def test_sixty_ideas_under_two_limits_are_settled() -> None:
    random = Random(7)
    items = [
        Item(
            Fraction(random.randint(50, 5_000)),
            Fraction(random.randint(1, 60) * 500),
            Fraction(random.randint(1, 12), 2),
        )
        for _ in range(60)
    ]
    found = best_set(items, cost=Fraction(300_000), effort=Fraction(60))
    assert found.proved and len(found.chosen) > 10


def test_where_patience_ends_the_bound_is_told() -> None:
    random = Random(3)
    items = [
        Item(Fraction(w := random.randint(100, 999)), Fraction(w), Fraction(random.randint(1, 9))) for _ in range(40)
    ]
    hasty = best_set(items, cost=Fraction(9_999), effort=Fraction(77), patience=60)
    patient = best_set(items, cost=Fraction(9_999), effort=Fraction(77))
    assert hasty.value <= patient.value <= patient.bound <= hasty.bound
    assert not hasty.proved
