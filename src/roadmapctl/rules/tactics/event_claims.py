"""What events claim to bring, beside what their audience and rate give."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.rounding import summed
from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.programme.held import Held
    from roadmapctl.analysis.programme.sizes import Size

HOPEFUL = Fraction(11, 10)
NAMED = 3
"""Events of a size that a sentence names."""


class Claim(NamedTuple):
    """An event, its size, and the units that its tactic contributes to the stage its source feeds, by the metric it names."""

    held: "Held"
    size: "Size"
    units: Fraction
    metric: str

    @property
    def bring(self) -> Fraction:
        """What audience and rate give."""
        return self.held.number * self.size.units

    @property
    def too_hopeful(self) -> bool:
        """Is it more than a tenth above that?"""
        return self.units > self.bring * HOPEFUL


def small_events(plan: Plan) -> frozenset[str]:
    """The sources whose events all claim more than audience and rate give: with these, all that follows is too small."""
    return frozenset(claims[0].size.source for claims in grouped(plan) if all_too_hopeful(claims))


@once
def grouped(plan: Plan) -> list[list[Claim]]:
    """The claims of each source and size of its events."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in _claims(plan):
        groups.setdefault((claim.size.source, claim.size.tier), []).append(claim)
    return list(groups.values())


def all_too_hopeful(claims: list[Claim]) -> bool:
    """Are there several, and is none of them within a tenth of what it can bring?"""
    return len(claims) > 1 and all(claim.too_hopeful for claim in claims)


def _claims(plan: Plan) -> "Iterator[Claim]":
    """All that events contribute to the stages their sources feed."""
    if all(tactic.event is None or not tactic.contributes for tactic in plan.tactics.values()):
        return
    from roadmapctl.analysis.programme.brings import contributed  # few plans have such events

    for held, size in planned_sizes(plan):
        claim = contributed(plan, held, size)
        if claim is not None and claim.stage == size.feeds and claim.metric is not None:
            yield Claim(held, size, claim.units, claim.metric)


@once
def planned_sizes(plan: Plan) -> "tuple[tuple[Held, Size], ...]":
    """The plan's events that are of a source of the funnel, each with its size, where the funnel can be relied on."""
    if all(tactic.event is None for tactic in plan.tactics.values()):
        return ()
    from roadmapctl.analysis.programme.sizes import sized  # few plans have events

    result = relied_on(plan)
    return sized(plan, result) if result is not None else ()


def rate_of(size: "Size") -> Path:
    """Where the rate of a size of events stands."""
    tier = ("tiers", size.tier) if size.tier else ()
    return ("funnel", "sources", size.source, "event", *tier, "rate")


def claim_fields(plan: Plan, claims: list[Claim]) -> dict[str, object]:
    """What sentences say of claims on one size: who, how much, and what audience and rate give."""
    from roadmapctl.analysis.plain import percent

    size, ids = claims[0].size, [claim.held.id for claim in claims]
    return {
        "tactic": (*ids[:NAMED], *(["…"] if len(ids) > NAMED else [])),
        "claimed": summed(claim.units for claim in claims),
        "stage": stage_name(plan, size.feeds),
        "number": sum(claim.held.number for claim in claims),
        "audience": size.audience,
        "rate": percent(size.rate),
        "units": summed(claim.bring for claim in claims),
    }
