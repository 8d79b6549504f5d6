"""Where inflows meet: independent until they do, and sharing every rate from there on."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.question.commitments import Commitments
from roadmapctl.analysis.uncertainty.question.course import branches


class Entry(NamedTuple):
    """So many units for each one of an arrival (by its number), all of which become customers with `chance` times the rates named.

    Chance draws commute: certain rates are all in the chance, and it does not matter in which order rates come.
    """

    arrival: int
    multiple: int
    chance: float
    rates: frozenset[str]

    @property
    def is_sure(self) -> bool:
        """Are they customers already?"""
        return self.chance == 1 and not self.rates


class Meeting(NamedTuple):
    """Entries (by their numbers) and earlier meetings whose units share `rates`, and no others before those."""

    rates: tuple[str, ...]
    entries: tuple[int, ...]
    earlier: tuple["Meeting", ...]


Ways = Sequence[tuple[int, frozenset[str]]]


def entries_of(committed: Commitments) -> tuple[Entry, ...] | None:
    """What becomes of every arrival; None where a multiplier stands below a rate."""
    found: list[Entry] = []
    for number, arrival in enumerate(committed.arrivals):
        parts = branches((arrival.before, *committed.courses[arrival.course][arrival.stage :]))
        if parts is None:
            return None
        found.extend(Entry(number, part.units, float(part.chance), part.rates) for part in parts)
    return tuple(found)


def meeting(entries: Sequence[Entry]) -> Meeting | None:
    """The order in which entries meet; None where some share a rate before they could."""
    return _meeting([(number, entry.rates) for number, entry in enumerate(entries)]) if entries else Meeting((), (), ())


def _meeting(ways: Ways) -> Meeting | None:
    shared = frozenset.intersection(*(rates for _, rates in ways))
    rest = [(number, rates - shared) for number, rates in ways]
    earlier: list[Meeting] = []
    for group in _connected([way for way in rest if way[1]]):
        found = _meeting(group) if frozenset.intersection(*(rates for _, rates in group)) else None
        if found is None:
            return None
        earlier.append(found)
    return Meeting(tuple(sorted(shared)), tuple(number for number, rates in rest if not rates), tuple(earlier))


def _connected(ways: Ways) -> list[Ways]:
    """Groups that have no rate in common with each other."""
    groups: list[tuple[frozenset[str], list[tuple[int, frozenset[str]]]]] = []
    for way in ways:
        rates, members = way[1], [way]
        apart = []
        for other in groups:
            if other[0] & rates:
                rates, members = rates | other[0], [*other[1], *members]
            else:
                apart.append(other)
        groups = [*apart, (rates, members)]
    return [members for _, members in groups]
