"""What each person has on their hands: tactics, money, hours, and how much of it at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.people.at_once import limit, most_at_once
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


class Load(NamedTuple):
    """A person (None: tactics without an owner) with the tactics they own, in the plan's order.

    `brings` is what these contribute by metric, in its unit; `budget` is in the plan's currency, `hours` are those of the
    events. `at_once` tactics run on the day `busiest`, the first such day; `limit` is how many this person can answer for,
    None for who is not listed.
    """

    person: str | None
    tactics: tuple[str, ...]
    brings: Mapping[str, Fraction]
    budget: Decimal
    hours: Fraction
    at_once: int
    busiest: date | None
    limit: int | None

    @property
    def is_over(self) -> bool:
        """Is it more than one person can answer for?"""
        return self.limit is not None and self.at_once > self.limit


def loads(plan: Plan) -> tuple[Load, ...]:
    """Everybody who is listed, then owners who are not, then nobody, where some tactics have no owner."""
    people = plan.organization.people if plan.organization is not None else {}
    owned: dict[str | None, list[str]] = {id_: [] for id_ in people}
    for id_, tactic in plan.tactics.items():
        owned.setdefault(tactic.owner, []).append(id_)
    last = [None] if None in owned else []
    return tuple(_load(plan, person, owned[person]) for person in (*filter(None, owned), *last))


def _load(plan: Plan, person: str | None, ids: list[str]) -> Load:
    tactics = [plan.tactics[id_] for id_ in ids]
    spans = [(tactic.start, tactic.end) for tactic in tactics if tactic.start is not None and tactic.end is not None]
    at_once, busiest = most_at_once([(start, end) for start, end in spans])
    people = plan.organization.people if plan.organization is not None else {}
    return Load(
        person,
        tuple(ids),
        _contributions(tactics),
        sum((tactic.budget or Decimal(0) for tactic in tactics), Decimal(0)),
        sum(map(_hours, tactics), Fraction(0)),
        at_once,
        busiest if at_once else None,
        limit(people[person]) if person in people else None,
    )


def _contributions(tactics: Iterable[Tactic]) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    for tactic in tactics:
        for metric, value in tactic.contributes.items():
            found[metric] = found.get(metric, Fraction(0)) + Fraction(value)
    return found


def _hours(tactic: Tactic) -> Fraction:
    event = tactic.event
    return Fraction(0) if event is None or event.hours is None else Fraction(event.hours) * (event.events or 1)
