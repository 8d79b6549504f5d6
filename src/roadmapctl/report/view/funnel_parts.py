"""What the report says of the funnel beyond volumes and costs, each where the plan gives cause, and imported there."""

from collections.abc import Iterator, Sequence

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.analysis.uncertainty import AUTOMATIC_TRIALS, NumPyIsMissing, Uncertainty, simulated, uncertainty
from roadmapctl.model import Plan
from roadmapctl.report.figures import Section
from roadmapctl.report.funnel.costs import by_source_sections, lifetime_sections
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.view.in_time import in_time
from roadmapctl.report.wording import Wording
from roadmapctl.scenarios.overlay import Outcome


def funnel_parts(
    words: Wording, result: FunnelResult, costs: Costs, scenarios: Sequence[Outcome]
) -> tuple[Section, ...]:
    """The parts, in the order in which the report shows them; `scenarios` begin with the plan as it stands."""
    forms = Forms(words.plan.currency, words.language)
    return tuple(_parts(words.plan, result, costs, scenarios, forms))


def _parts(
    plan: Plan, result: FunnelResult, costs: Costs, scenarios: Sequence[Outcome], forms: Forms
) -> Iterator[Section]:
    if result.segments:
        from roadmapctl.report.funnel.segments import segments_section

        yield segments_section(result, forms)
    if costs.loaded is not None or costs.lifetime is not None:
        yield from by_source_sections(result, costs, forms)
        yield from lifetime_sections(costs, forms)
    yield from _sure(plan, result, forms)
    if plan.period is not None and _has_a_course(plan):
        from roadmapctl.report.funnel.in_time import parts_in_time

        calendar = in_time(plan)
        if not isinstance(calendar, Infeasible):
            yield from (
                section for part in parts_in_time(plan, result, costs, calendar, forms) for section in part.sections
            )
    if len(scenarios) > 1:
        from roadmapctl.report.funnel.scenarios import scenarios_section

        yield scenarios_section(scenarios, forms)


def _sure(plan: Plan, result: FunnelResult, forms: Forms) -> Iterator[Section]:
    """How sure the plan is, simulated where it has to be; a note in its place where there is nothing to simulate with."""
    found = uncertainty(plan, result)
    if found is None:
        return
    from roadmapctl.report.funnel.uncertainty import needs_simulation_section, uncertainty_sections

    if isinstance(found, Uncertainty):
        yield from uncertainty_sections(found, result, forms)
    else:
        try:
            drawn = simulated(plan, result, trials=AUTOMATIC_TRIALS)
        except NumPyIsMissing:
            yield needs_simulation_section(found, forms)
        else:
            yield from uncertainty_sections(drawn, result, forms) if drawn is not None else ()


def _has_a_course(plan: Plan) -> bool:
    """Does anything in the plan's funnel depend on when it happens?"""
    funnel = plan.funnel
    if funnel is None:
        return False
    return bool(funnel.seasonality or funnel.teams) or any(stage.lag is not None for stage in funnel.stages)
