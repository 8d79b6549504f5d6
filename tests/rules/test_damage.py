"""What could not be read silences the rules that add it up: looked up, where the oracle compares every path with the place."""

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.rules.damage import damage_of
from roadmapctl.rules.rule import ANY

STEPS = st.sampled_from(["tactics", "goals", "mails", "fairs", "budget"])
PATHS = st.lists(STEPS, min_size=1, max_size=4).map(tuple)


def missing(place: tuple[str, ...], unread: set[tuple[str, ...]]) -> bool:
    """Is something within the place missing, or, where it is one of every member, something on the way to it?"""
    if ANY not in place:
        return any(path[: len(place)] == place for path in unread)
    return any(all(step in (ANY, name) for step, name in zip(place, path, strict=False)) for path in unread)


@given(PATHS, st.integers(1, 4), st.sets(PATHS, max_size=5))
def test_what_is_missing_is_found_by_looking_it_up(
    steps: tuple[str, ...], any_at: int, unread: set[tuple[str, ...]]
) -> None:
    place = tuple(ANY if at == any_at else step for at, step in enumerate(steps))
    assert damage_of(frozenset(unread)).hides([".".join(place)]) == missing(place, unread)
