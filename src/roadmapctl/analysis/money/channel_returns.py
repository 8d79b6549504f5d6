"""What each channel takes and what a result costs there: where money is short, it goes to what returns most."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


class Result(NamedTuple):
    """What the tactics on a channel bring of a metric. `cost` is the budget of those that bring it divided by that, in the plan's
    currency a unit; of money it is what one unit of currency costs."""

    metric: str
    brings: Fraction
    cost: Fraction


class ChannelReturn(NamedTuple):
    """A channel: the budget of its tactics in the plan's currency, its share of all tactics' (None where none costs anything)."""

    channel: str
    budget: Decimal
    share: Fraction | None
    results: tuple[Result, ...]


def channel_returns(plan: Plan) -> tuple[ChannelReturn, ...]:
    """The channels of the tactics, in the plan's order."""
    by_channel: dict[str, list[Tactic]] = {}
    for tactic in plan.tactics.values():
        if tactic.channel is not None:
            by_channel.setdefault(tactic.channel, []).append(tactic)
    whole = sum((tactic.budget or Decimal(0) for tactic in plan.tactics.values()), Decimal(0))
    return tuple(_return(plan, channel, tactics, whole) for channel, tactics in by_channel.items())


def _return(plan: Plan, channel: str, tactics: list[Tactic], whole: Decimal) -> ChannelReturn:
    budget = sum((tactic.budget or Decimal(0) for tactic in tactics), Decimal(0))
    share = Fraction(budget) / Fraction(whole) if whole else None
    return ChannelReturn(channel, budget, share, tuple(_results(plan, tactics)))


def _results(plan: Plan, tactics: list[Tactic]) -> Iterator[Result]:
    """Of every metric that adds up and is better where it is more; a tactic counts with its whole budget for each of them."""
    for metric in dict.fromkeys(metric for tactic in tactics for metric in tactic.contributes):
        known = plan.metrics.get(metric)
        if (
            known is None
            or known.better == "down"
            or (known.unit is not None and unit_of(known, plan.currency) == "rate")
        ):
            continue
        bringing = [tactic for tactic in tactics if tactic.contributes.get(metric, 0) > 0]
        brings = sum((Fraction(tactic.contributes[metric]) for tactic in bringing), Fraction(0))
        if brings and all(tactic.budget is not None for tactic in bringing):
            spent = sum((Fraction(tactic.budget or 0) for tactic in bringing), Fraction(0))
            yield Result(metric, brings, spent / brings)
