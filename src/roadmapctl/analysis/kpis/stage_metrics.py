"""Which metrics count the units of which stage of the funnel."""

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.kpis.names import figures_of, plain, stage_of
from roadmapctl.model.funnel import Stage
from roadmapctl.model.metrics import Metric


def counts_units_of(id_: str, metric: Metric, stage: Stage, currency: str | None) -> bool:
    """Does the metric count units that reach the stage? By its id, or by a name that both are known under; stocks do not."""
    if metric.kind == "stock" or unit_of(metric, currency) != "customers":
        return False
    return plain(id_) == plain(stage.id) or stage_of(stage) in figures_of(id_, metric)
