"""What is given up, against every set there is."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.triage.least_loss import Item, least_loss

AMOUNTS = st.integers(0, 12).map(lambda n: Fraction(n, 7))


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[Item], list[Fraction], list[Fraction]]:
    """Up to seven items, of which later ones may wait for earlier ones, one or two needs and goals."""
    number, needs, goals = draw(st.integers(0, 7)), draw(st.integers(1, 2)), draw(st.integers(0, 2))
    items = []
    for i in range(number):
        losses = tuple(draw(AMOUNTS) for _ in range(goals))
        frees = tuple(draw(AMOUNTS) for _ in range(needs))
        drags = draw(st.sets(st.integers(i + 1, number - 1))) if i + 1 < number else set()
        items.append(Item(str(i), losses, frees, frozenset(map(str, drags))))
    return items, [draw(AMOUNTS) for _ in range(needs)], [draw(AMOUNTS) for _ in range(goals)]


def value(taken: tuple[Item, ...], slacks: list[Fraction]) -> tuple[Fraction, Fraction, int]:
    """Beyond the slacks, in all, and how many."""
    lost = [sum((item.losses[g] for item in taken), Fraction(0)) for g in range(len(slacks))]
    beyond = sum((max(Fraction(0), a - b) for a, b in zip(lost, slacks, strict=True)), Fraction(0))
    return beyond, sum(lost, Fraction(0)), len(taken)


def allowed(taken: tuple[Item, ...], needs: list[Fraction]) -> bool:
    """Is enough freed, and is all that was dragged along among it?"""
    ids = {item.id for item in taken}
    enough = all(sum((item.frees[k] for item in taken), Fraction(0)) >= need for k, need in enumerate(needs))
    return enough and all(item.drags <= ids for item in taken)


@given(problems())
@settings(max_examples=200, deadline=None)
def test_no_set_of_items_is_better(problem: tuple[list[Item], list[Fraction], list[Fraction]]) -> None:
    items, needs, slacks = problem
    sets = [taken for size in range(len(items) + 1) for taken in combinations(items, size) if allowed(taken, needs)]
    found = least_loss(items, needs, slacks)
    if not sets:
        assert found is None
        return
    assert found is not None and found.proved
    taken = tuple(item for item in items if item.id in found.ids)
    assert allowed(taken, needs)
    best = min(sets, key=lambda one: (value(one, slacks), [items.index(item) for item in one]))
    assert taken == best


def test_a_large_problem_is_answered() -> None:
    """Far too large to be proved; what is given up is enough all the same."""
    items = [Item(str(i), (Fraction(7 + i * 37 % 101, 13),), (Fraction(5 + i * 53 % 97),)) for i in range(1_500)]
    found = least_loss(items, [Fraction(50_000)], [Fraction(2)])
    assert found is not None
    assert sum(item.frees[0] for item in items if item.id in found.ids) >= 50_000
    assert least_loss(items, [Fraction(1_000_000)], [Fraction(2)]) is None
