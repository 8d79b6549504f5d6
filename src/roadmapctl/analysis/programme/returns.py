"""What events cost and bring: money and hours against leads, deals and revenue at the funnel's exact rates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.money.costs import cost_per, roas, roi
from roadmapctl.analysis.programme.brings import Brought, brought
from roadmapctl.analysis.programme.course import course
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.programme import Programme
from roadmapctl.analysis.programme.sizes import Size
from roadmapctl.analysis.rounding import summed
from roadmapctl.model import Plan

NONE = Fraction(0)


class Spent(NamedTuple):
    """What events take. Money is in the plan's currency; None where it is not said.

    `money` is the tactic's budget, or where it has none what the funnel says that so many events cost; `hours` are hours of
    work, `saved` those that playbooks save beside them; `labour` and `worth` are what these cost and would have cost.
    """

    money: Fraction | None
    hours: Fraction | None
    labour: Fraction | None
    saved: Fraction | None
    worth: Fraction | None

    @property
    def cost(self) -> Fraction | None:
        """Money and work; the money alone where an hour's cost or the hours are not said."""
        return None if self.money is None else self.money + (self.labour or NONE)


class Return(NamedTuple):
    """What an event, or several, cost and return. `volumes` are units by stage, `revenue` is money (None where the funnel does
    not say it), `margin` the gross margin that ROI is on. `unknown`: of several, what some of them do
    not know of their cost, units and revenue; no ratio is made of that."""

    id: str
    events: int
    spent: Spent
    brought: Brought | None
    volumes: Mapping[str, Fraction]
    revenue: Fraction | None
    margin: Fraction
    unknown: frozenset[str] = frozenset()

    @property
    def units(self) -> Fraction | None:
        """What it brings to the stage its units enter at."""
        return None if self.brought is None else self.brought.units

    @property
    def cost_per_unit(self) -> Fraction | None:
        """Cost / units: cost per SQL where SQLs are what it brings."""
        cost, units = self.spent.cost, self.units
        if cost is None or units is None or self.unknown & {"cost", "units"}:
            return None
        return cost_per(cost, units)

    @property
    def roas(self) -> Fraction | None:
        """Revenue / cost."""
        cost, revenue = self.spent.cost, self.revenue
        if cost is None or revenue is None or self.unknown & {"cost", "revenue"}:
            return None
        return roas(revenue, cost)

    @property
    def roi(self) -> Fraction | None:
        """(margin · revenue − cost) / cost."""
        cost, revenue = self.spent.cost, self.revenue
        if cost is None or revenue is None or self.unknown & {"cost", "revenue"}:
            return None
        return roi(revenue, cost, self.margin)


def returns(plan: Plan, programme: Programme | None) -> tuple[Return, ...]:
    """Cost and return of every event of the plan, in order of their days; without a programme what it costs alone."""
    return tuple(_of(plan, programme, held) for held in events_of(plan))


def _of(plan: Plan, programme: Programme | None, held: Held) -> Return:
    planned = None if programme is None else programme.of(held.id)
    size = None if planned is None else planned.size
    units = brought(plan, held, size)
    way = None
    if units is not None and programme is not None:
        source = None if size is None else size.source
        way = course(plan, programme.result, source, units.stage, held.tactic.segment)
    return Return(
        id=held.id,
        events=held.number,
        spent=spent(plan, held, size),
        brought=units,
        volumes={} if units is None or way is None else {id_: units.units * part for id_, part in way.reach.items()},
        revenue=_stated_revenue(plan, held)
        if units is None or way is None or way.revenue is None
        else units.units * way.revenue,
        margin=margin_of(plan),
    )


def _stated_revenue(plan: Plan, held: Held) -> Fraction | None:
    """What its tactic says it contributes to the goal the funnel starts from, where that is money (renewals, direct sales)."""
    goal = plan.goals.get(plan.funnel.goal or "") if plan.funnel is not None else None
    stated = None if goal is None else held.tactic.contributes.get(goal.metric or "")
    if goal is None or stated is None or unit_of(plan.metrics.get(goal.metric or ""), plan.currency) != "money":
        return None
    return Fraction(stated)


def margin_of(plan: Plan) -> Fraction:
    """The gross margin; 1, on revenue, where the plan states none."""
    stated = plan.funnel.margin if plan.funnel is not None else None
    return Fraction(1) if stated is None else Fraction(stated)


def spent(plan: Plan, held: Held, size: Size | None) -> Spent:
    """What an event takes: its tactic's budget (else what the funnel says), its hours, and what its playbook saves of them."""
    hour = plan.organization.hour_cost if plan.organization is not None else None
    hour_cost = None if hour is None else Fraction(hour)
    budget = held.tactic.budget
    money = Fraction(budget) if budget is not None else _times(held.number, None if size is None else size.cost)
    hours = _times(held.number, held.event.hours)
    book = plan.playbooks.get(held.tactic.playbook or "")
    saved = _times(held.number, None if book is None or book.saves_hours is None else Fraction(book.saves_hours))
    return Spent(money, hours, _product(hours, hour_cost), saved, _product(saved, hour_cost))


def _times(number: int, each: Fraction | int | None) -> Fraction | None:
    return None if each is None else Fraction(number * each)


def _product(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def together(id_: str, rows: Sequence[Return]) -> Return:
    """Several returns as one; of a value that only some of them know, the sum of those that do."""
    stages = {row.brought.stage: row.brought.by for row in rows if row.brought is not None}
    units = _sum(row.units for row in rows)
    ((stage, by),) = stages.items() if len(stages) == 1 else ((None, None),)
    volumes: dict[str, Fraction] = {}
    for row in rows:
        for stage_id, number in row.volumes.items():
            volumes[stage_id] = volumes.get(stage_id, NONE) + number
    return Return(
        id=id_,
        events=sum(row.events for row in rows),
        spent=Spent(*(_sum(column) for column in zip(*(row.spent for row in rows), strict=True))),
        brought=None if stage is None or by is None or units is None else Brought(stage, units, by),
        volumes=volumes,
        revenue=_sum(row.revenue for row in rows),
        margin=rows[0].margin,
        unknown=frozenset(name for row in rows for name in _unknown(row)),
    )


def _unknown(row: Return) -> Iterator[str]:
    known = {"cost": row.spent.cost, "units": row.units, "revenue": row.revenue}
    return (name for name, value in known.items() if value is None)


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return summed(known) if known else None
