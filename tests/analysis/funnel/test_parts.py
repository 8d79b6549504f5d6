"""Units by source are what they would be one by one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.parts import NO_PARTS, Parts

FRACTIONS = st.lists(st.fractions(min_value=0, max_value=10**6, max_denominator=10**4), min_size=1, max_size=6)


@given(FRACTIONS)
def test_parts_are_what_they_were_made_of(parts: list[Fraction]) -> None:
    held = Parts.of(parts)
    assert list(held) == parts
    assert [held[number] for number in range(len(held))] == parts
    assert held.total == sum(parts)


@given(FRACTIONS, st.fractions(min_value=0, max_value=10**6))
def test_a_total_is_shared_in_proportion(parts: list[Fraction], total: Fraction) -> None:
    shared = Parts.of(parts).coming_to(total)
    whole = sum(parts)
    assert list(shared) == ([part / whole * total for part in parts] if whole else parts)


@given(FRACTIONS, st.data())
def test_parts_that_are_not_chosen_are_nothing(parts: list[Fraction], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.booleans(), min_size=len(parts), max_size=len(parts)))
    expected = [part if one else Fraction(0) for part, one in zip(parts, chosen, strict=True)]
    assert list(Parts.of(parts).where(chosen)) == expected


def test_no_parts_come_to_nothing() -> None:
    assert not NO_PARTS
    assert NO_PARTS.total == 0
