"""What an event is judged by: large ones by exposure and registrations, small ones by the leads they bring."""

from typing import Literal

from roadmapctl.analysis.kpis.stage_metrics import counts_units_of
from roadmapctl.analysis.programme.held import Held
from roadmapctl.model import Plan

Kind = Literal["exposure", "leads"]


def kind_of(plan: Plan, id_: str) -> Kind | None:
    """`leads` for a metric that counts units of a stage of the funnel, `exposure` for others at the level `educate`."""
    metric = plan.metrics.get(id_)
    if metric is None:
        return None
    stages = plan.funnel.stages if plan.funnel is not None else ()
    if any(counts_units_of(id_, metric, stage, plan.currency) for stage in stages):
        return "leads"
    return "exposure" if metric.level == "educate" else None


def should_be(held: Held) -> Kind | None:
    """`exposure` for the group's events, `leads` for those of units and partners; None where nobody is said to hold it."""
    return None if held.event.tier is None else "exposure" if held.event.tier == "group" else "leads"


def misjudged(plan: Plan, held: Held) -> bool:
    """Is it judged only by what events of the other size are judged by?"""
    wanted = should_be(held)
    kinds = {kind_of(plan, id_) for id_ in held.event.judged_by}
    return wanted is not None and bool(kinds) and wanted not in kinds and None not in kinds
