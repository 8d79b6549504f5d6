"""A funnel without a plan: stages and events as they are typed, each event sized to bring all of its stage."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from roadmapctl.analysis.funnel.bringing import source_result
from roadmapctl.analysis.funnel.demand import Demand
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import Inflow
from roadmapctl.analysis.funnel.reverse import FunnelResult, reverse_funnel
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.rounding import Rounding
from roadmapctl.model.funnel import Source, Stage


def planless_funnel(
    demand: Demand, stages: Sequence[Stage], events: Mapping[str, Source], *, rounding: Rounding = "final"
) -> FunnelResult | Infeasible:
    """The reverse funnel of one unnamed source, and beside it what each event alone would take.

    `events` are sources with a `feeds` and an `event`; without shares they are alternatives, not parts of a mix.
    """
    result = reverse_funnel(demand, stages, rounding=rounding)
    if isinstance(result, Infeasible):
        return result
    sized: list[SourceResult] = []
    for id_, source in events.items():
        alone = _alone(result, id_, source)
        if isinstance(alone, Infeasible):
            return alone
        sized.append(alone)
    return result._replace(sources=tuple(sized))


def _alone(result: FunnelResult, id_: str, source: Source) -> SourceResult | Infeasible:
    position = next((i for i, stage in enumerate(result.stages) if stage.id == source.feeds), None)
    if position is None:
        return Infeasible(("event",), "unknown_stage", {"source": id_, "stage": source.feeds})
    rates = tuple(stage.effective_rate for stage in result.stages)
    conversion = Fraction(1)
    for rate in rates[position:-1]:
        conversion *= rate or 0
    way = Inflow(id_, position, Fraction(1), rates, frozenset(), conversion)
    stage = result.stages[position]
    return source_result([way], source, [stage.new], stage.id, rounding=result.rounding)
