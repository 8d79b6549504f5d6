"""Growth in step rates: what the funnel's rates would have to be for a goal, with as much coming in at the top as last year."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.growth.equal_rise import equal_rise
from roadmapctl.analysis.growth.growth import Growth
from roadmapctl.analysis.growth.on_stage import reviewed_rates, stage_of_goal
from roadmapctl.analysis.growth.ways import Way, ways_to
from roadmapctl.model import Plan

ONE, NONE = Fraction(1), Fraction(0)


class StepRate(NamedTuple):
    """The step from a stage to the next.

    `rate` is last year's: the review's, or else the one that the plan reckons with; over all sources, units below / units above.
    `through` is the part of the result that takes this step. `alone` is the rate that reaches the target if no other changes,
    None where even 100% does not; `most` is the result at 100% then. `together` is the rate where all of them rise by one factor.
    """

    stage: str
    next: str
    rate: Fraction
    rate_from: Literal["review", "plan"]
    through: Fraction
    alone: Fraction | None
    most: Fraction | None
    together: Fraction | None


class Entry(NamedTuple):
    """Units that come in at a stage: last year's, and those for the target at last year's rates."""

    stage: str
    last_year: Fraction
    needed: Fraction


class StepRates(NamedTuple):
    """A goal on a stage of the funnel, `factor` times as high as last year's result.

    `rise` is the factor by which all rates rise together (those that reach 100% stay there), `exact` where it is a fraction and no
    root; `reached` is the result with those rates, carried forwards. `part` is the part of the result that comes through the
    funnel's sources: the net target / the target.
    """

    goal: str
    stage: str
    base: Fraction
    target: Fraction
    factor: Fraction
    steps: tuple[StepRate, ...]
    rise: Fraction | None
    exact: bool
    reached: Fraction | None
    entries: tuple[Entry, ...]
    part: Fraction


def step_rates(plan: Plan, growth: Growth, result: FunnelResult) -> StepRates | None:
    """The step rates for a goal that grows; None for one that is not on the funnel, or does not grow, or from nothing."""
    stage = stage_of_goal(plan, growth.goal)
    if stage is None or growth.target is None or not growth.base or not 0 < growth.base < growth.target:
        return None
    last_year = reviewed_rates(plan)
    ways = ways_to(result, stage, last_year)
    if not any(way.rates for way in ways):
        return None
    factor, limits = growth.target / growth.base, _limits(plan, ways)
    rise = equal_rise(ways, limits, factor)
    together = {} if rise is None else {at: _capped(rise.factor, limits[at]) for at in limits}
    part = _part(plan, growth.goal, result)
    return StepRates(
        goal=growth.goal,
        stage=result.stages[stage].id,
        base=growth.base,
        target=growth.target,
        factor=factor,
        steps=tuple(_step(at, result, ways, limits, factor, together, last_year, growth.base) for at in sorted(limits)),
        rise=None if rise is None else rise.factor,
        exact=rise is not None and rise.exact,
        reached=None if rise is None else growth.base * sum((way.result(together) for way in ways), NONE),
        entries=_entries(result, ways, growth.base * part, factor),
        part=part,
    )


def _limits(plan: Plan, ways: Sequence[Way]) -> dict[int, Fraction | None]:
    """By step, the factor at which the first of the ways reaches a rate of 100%; None for a multiplier, which has no end."""
    stages = plan.funnel.stages if plan.funnel is not None else ()
    positions = sorted({at for way in ways for at in way.rates})
    highest = {at: max(way.rates[at] for way in ways if at in way.rates) for at in positions}
    return {at: None if stages[at].multiplier is not None else max(ONE, 1 / highest[at]) for at in positions}


def _capped(factor: Fraction, limit: Fraction | None) -> Fraction:
    return factor if limit is None else min(factor, limit)


def _part(plan: Plan, goal: str, result: FunnelResult) -> Fraction:
    """The part of the goal that marketing's sources bring, as the plan has it for this year."""
    demand = result.demand
    if plan.funnel is None or goal != plan.funnel.goal or not demand.target:
        return ONE
    return demand.net_target / demand.target


def _step(
    at: int,
    result: FunnelResult,
    ways: Sequence[Way],
    limits: Mapping[int, Fraction | None],
    factor: Fraction,
    together: Mapping[int, Fraction],
    last_year: Mapping[int, Fraction],
    base: Fraction,
) -> StepRate:
    rate, limit = _blended(at, ways), limits[at]
    through = sum((way.part for way in ways if at in way.rates), NONE)
    needed = 1 + (factor - 1) / through
    reachable = limit is None or needed <= limit
    return StepRate(
        stage=result.stages[at].id,
        next=result.stages[at + 1].id,
        rate=rate,
        rate_from="review" if at in last_year else "plan",
        through=through,
        alone=rate * needed if reachable else None,
        most=None if limit is None or reachable else base * (1 - through + through * limit),
        together=rate * together[at] if at in together else None,
    )


def _blended(at: int, ways: Iterable[Way]) -> Fraction:
    """The rate of a step over all ways: units below / units above."""
    passing = [way for way in ways if at in way.rates]
    above = sum((_units(way, at) for way in passing), NONE)
    return sum((_units(way, at) * way.rates[at] for way in passing), NONE) / above


def _units(way: Way, at: int) -> Fraction:
    """The units of a way at a stage, for one of the result."""
    return way.part / way.worth / prod((rate for step, rate in way.rates.items() if step >= at), start=ONE)


def _entries(result: FunnelResult, ways: Iterable[Way], base: Fraction, factor: Fraction) -> tuple[Entry, ...]:
    """What came in at each stage for last year's result, and what has to come for the target at the same rates."""
    entering: dict[int, Fraction] = {}
    for way in ways:
        entering[way.enters] = entering.get(way.enters, NONE) + base * way.part / way.worth / way.conversion
    return tuple(Entry(result.stages[at].id, units, units * factor) for at, units in sorted(entering.items()))
