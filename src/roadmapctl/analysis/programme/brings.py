"""What an event brings: the units its tactic says it contributes, or else what the funnel's audience and rate give."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.kpis.stage_metrics import counts_units_of
from roadmapctl.analysis.programme.held import Held
from roadmapctl.analysis.programme.sizes import Size, sized
from roadmapctl.model import Plan


class Brought(NamedTuple):
    """Units that all events of a tactic bring to a stage; `by` says where the number is from: the `metric` that the tactic
    contributes to, or the funnel's audience and rate."""

    stage: str
    units: Fraction
    by: Literal["contributes", "funnel"]
    metric: str | None = None


def brought(plan: Plan, held: Held, size: Size | None) -> Brought | None:
    """What an event of a size brings; None where neither its tactic nor the funnel says it."""
    stated = contributed(plan, held, size)
    if stated is not None or size is None:
        return stated
    return Brought(size.feeds, held.number * size.units, "funnel")


def contributed(plan: Plan, held: Held, size: Size | None) -> Brought | None:
    """What its tactic says: the units of the first stage, from the one its source feeds down, that it contributes to."""
    stages = plan.funnel.stages if plan.funnel is not None else ()
    first = 0 if size is None else next(place for place, stage in enumerate(stages) if stage.id == size.feeds)
    for stage in stages[first:]:
        for id_, units in held.tactic.contributes.items():
            metric = plan.metrics.get(id_)
            if metric is not None and counts_units_of(id_, metric, stage, plan.currency):
                return Brought(stage.id, Fraction(units), "contributes", id_)
    return None


class Claims(NamedTuple):
    """Units of a stage that the planned events bring: as their tactics `claimed`, and as audience · rate give them."""

    claimed: Fraction
    bring: Fraction


def claims(plan: Plan, result: FunnelResult, stage: str) -> Claims:
    """The events of sources that feed a stage; one whose tactic says nothing of it counts by audience and rate in both."""
    claimed, bring = Fraction(0), Fraction(0)
    for held, size in sized(plan, result):
        if size.feeds == stage:
            units = held.number * size.units
            stated = contributed(plan, held, size)
            bring += units
            claimed += units if stated is None or stated.stage != stage else stated.units
    return Claims(claimed, bring)
