"""What fits one screen: the main goal, where it stands, the gap, the funnel, the money, the next dates."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.funnel.demand import Demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible
from roadmapctl.analysis.money.costs import plan_costs
from roadmapctl.i18n.numbers import number
from roadmapctl.report.view.budget import BudgetSection
from roadmapctl.report.view.funnel import FigureRow, chain
from roadmapctl.report.view.milestones import MilestoneRow, in_time
from roadmapctl.report.view.standing import is_over, standing
from roadmapctl.report.wording import Wording

if TYPE_CHECKING:
    from roadmapctl.analysis.status.result import Status

ALL_MILESTONES = 4
NEXT_MILESTONES = 3


class Summary(NamedTuple):
    """`figures` are the numbers to remember; a single one is left to its sentence. `standing` says where the plan stands by its
    actual figures. `milestones` are the first that are still to come, `more_milestones` says how many follow."""

    goal: str
    standing: str
    gap: str
    figures: tuple[FigureRow, ...]
    funnel: str
    budget: str
    milestones: tuple[MilestoneRow, ...]
    more_milestones: str


def summary_view(
    words: Wording,
    result: FunnelResult | Infeasible,
    budget: BudgetSection | None,
    milestones: tuple[MilestoneRow, ...],
    stands: "Status | None" = None,
) -> Summary:
    """The summary; `stands` is the plan held against its actual figures."""
    main = _main_goal(words)
    funnel = None if isinstance(result, Infeasible) else result
    figures = tuple(_figures(words, funnel, budget))
    to_come = [row for (id_, _), row in zip(in_time(words), milestones, strict=True) if not is_over(id_, stands)]
    shown = to_come if len(to_come) <= ALL_MILESTONES else to_come[:NEXT_MILESTONES]
    left_out = len(to_come) - len(shown)
    return Summary(
        goal=words.plan.goals[main].statement or words.goal(main) if main is not None else "",
        standing=standing(words, stands, main),
        gap=_gap(words, funnel.demand) if funnel is not None else _way(words, main),
        figures=figures if len(figures) > 1 else (),
        funnel=chain(words, funnel) if funnel is not None else "",
        budget=budget.sentence if budget is not None else "",
        milestones=tuple(shown),
        more_milestones=words.label("more_milestones", number=words.count(left_out)) if left_out else "",
    )


def _main_goal(words: Wording) -> str | None:
    """The goal the funnel starts from; else the first that serves no other."""
    goals = words.plan.goals
    if words.plan.funnel is not None and words.plan.funnel.goal in goals:
        return words.plan.funnel.goal
    return next((id_ for id_, goal in goals.items() if goal.supports not in goals), next(iter(goals), None))


def _gap(words: Wording, demand: Demand) -> str:
    """What is left to win after what is won and what others bring."""

    def amount(value: Fraction) -> str:
        return words.money(value, short=True) if demand.unit == "money" else words.count(value)

    key = "gap_of" if demand.net_target != demand.target else "gap_all"
    parts = [words.label(key, net=amount(demand.net_target), target=amount(demand.target))]
    if demand.already_won:
        parts.append(words.label("gap_won", amount=amount(demand.already_won)))
    if demand.other_teams:
        parts.append(words.label("gap_others", amount=amount(demand.other_teams)))
    return words.label("between_parts").join(parts) + words.label("full_stop")


def _way(words: Wording, goal_id: str | None) -> str:
    """From the goal's baseline to its target, where there is no funnel to say more."""
    goal = words.plan.goals.get(goal_id or "")
    if goal is None or goal.aim is None or goal.baseline is None:
        return ""
    said = {
        "baseline": words.quantity(goal.baseline, goal.metric),
        "target": words.quantity(goal.aim, goal.metric),
        "change": words.change(goal.baseline, goal.aim, goal.metric),
    }
    return words.label("way_changed" if said["change"] else "way", **said)


def _figures(words: Wording, funnel: FunnelResult | None, budget: BudgetSection | None) -> Iterator[FigureRow]:
    if funnel is not None:
        demand = funnel.demand
        if demand.unit == "money":
            yield FigureRow(words.label("net_target"), words.money(demand.net_target, short=True))
        yield FigureRow(words.label("deals"), words.units(demand.deals_whole))
        owned = words.plan.funnel.owns if words.plan.funnel is not None else None
        wanted = next((stage for stage in funnel.stages if stage.id == owned), funnel.stages[0])
        if wanted is not funnel.stages[-1]:
            yield FigureRow(words.label("new_units", stage=words.stage(wanted.id)), words.units(wanted.new_whole))
        for source in funnel.sources:
            if source.events is not None:
                name = words.label("events_of", source=words.source(source.id))
                yield FigureRow(name, words.units(source.events.events_whole))
    if budget is not None:
        yield FigureRow(words.label("budget_figure"), budget.planned)
    if funnel is not None:
        costs = plan_costs(words.plan, funnel)
        if costs.cac is not None:
            yield FigureRow(
                words.label("cac_sources" if costs.basis == "sources" else "cac_budget"), words.money(costs.cac)
            )
        if costs.basis == "sources" and costs.cac_on_budget is not None:
            yield FigureRow(words.label("cac_budget"), words.money(costs.cac_on_budget))
        if costs.roas is not None:
            yield FigureRow(words.label("roas_short"), words.label("ratio", number=number(costs.roas, 1)))
