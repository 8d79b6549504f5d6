"""A plan's ideas: scored, ranked, and combined under money and people."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, get_args

from roadmapctl.analysis.ideas.best_set import BestSet, Item, best_set
from roadmapctl.analysis.ideas.ladder import Limit, Limits, Rung, ladder
from roadmapctl.analysis.ideas.limits import Money, Time
from roadmapctl.analysis.ideas.scored import Ice, Method, Ranking, Scored, lacking, nearest_method, ranking
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Idea, Lever

LEVERS: tuple[Lever, ...] = get_args(Lever)
NONE = Fraction(0)


class Way(NamedTuple):
    """How an idea gets into the best set: with so much more money (in the plan's currency) or time (person-months), in place of the
    ideas that are `out` then; `effect` is that of the whole set."""

    amount: Fraction
    out: tuple[str, ...]
    effect: Fraction


class Left(NamedTuple):
    """An idea that is not in the best set.

    `by_money` and `by_time` are the least more of each, the other staying as it is, with which it is in the best set; None where
    that does not bring it in (or not within the steps that are looked at). `money_short` and `time_short` would add it to the set
    as it is.
    """

    idea: Scored
    cost: Fraction
    effort: Fraction
    by_money: Way | None
    by_time: Way | None
    money_short: Fraction
    time_short: Fraction


class Chosen(NamedTuple):
    """The best set by one method, the best idea first; money in the plan's currency, effort in person-months.

    `effect` is the sum of the ideas' effects, `bound` what no set within the limits can exceed. `left` are the ideas that could
    be combined and are not in it, the best first.
    """

    ideas: tuple[Scored, ...]
    effect: Fraction
    cost: Fraction
    effort: Fraction
    bound: Fraction
    proved: bool
    left: tuple[Left, ...]


class LeverRow(NamedTuple):
    """A growth lever (None: ideas that name none): its ideas, how many of them are in the best set, the money in those and in
    the tactics that pull it."""

    lever: Lever | None
    ideas: int
    chosen: int
    cost: Fraction
    effect: Fraction
    tactics: int
    planned: Decimal


class Gap(NamedTuple):
    """Keys that an idea lacks (`score.reach`, `budget`, `lever`), for it to be ranked, combined and counted."""

    id: str
    keys: tuple[str, ...]


class Ideas(NamedTuple):
    """A plan's ideas. `method` is that of the best set: one of which scores can be added up."""

    method: Method
    ice: Ice
    rankings: tuple[Ranking, ...]
    money: Money
    time: Time
    chosen: Chosen
    levers: tuple[LeverRow, ...]
    gaps: tuple[Gap, ...]


def plan_ideas(plan: Plan, money: Money, time: Time, *, method: Method | None = None, ice: Ice = "product") -> Ideas:
    """The ideas of a plan, best first, and the best of them together under the limits.

    `method` says whose scores choose; unless said, the one by which most ideas can be scored, RICE on a tie.
    """
    rankings = tuple(ranking(plan.ideas, one, ice) for one in ("rice", "ice"))
    by = next((one for one in rankings if one.method == method), None) or max(rankings, key=lambda one: len(one.rows))
    chosen = _chosen(plan.ideas, by, money, time)
    return Ideas(
        method=by.method,
        ice=ice,
        rankings=tuple(one for one in rankings if one.rows),
        money=money,
        time=time,
        chosen=chosen,
        levers=_levers(plan, chosen),
        gaps=_gaps(plan.ideas, rankings, by.method),
    )


def _chosen(ideas: Mapping[str, Idea], by: Ranking, money: Money, time: Time) -> Chosen:
    """The best set of those ideas of a ranking whose cost is known, or does not matter."""
    rows = [row for row in by.rows if money.amount is None or ideas[row.id].budget is not None]
    items = [Item(row.effect, _cost(ideas[row.id]), effort_of(ideas[row.id])) for row in rows]
    limits: Limits = {"cost": money.amount, "effort": time.person_months}
    best = best_set(items, cost=limits["cost"], effort=limits["effort"])
    taken = [items[n] for n in best.chosen]
    out = sorted(set(range(len(rows))) - set(best.chosen))
    found = _Found(
        rows, items, best, limits, ladder(items, best, limits, "cost"), ladder(items, best, limits, "effort")
    )
    return Chosen(
        ideas=tuple(rows[n] for n in best.chosen),
        effect=best.value,
        cost=sum((item.cost for item in taken), NONE),
        effort=sum((item.effort for item in taken), NONE),
        bound=best.bound,
        proved=best.proved,
        left=tuple(found.left(n) for n in out),
    )


class _Found(NamedTuple):
    """The ideas that can be combined, the best set of them, and the better ones that more money or time would allow."""

    rows: list[Scored]
    items: list[Item]
    best: BestSet
    limits: Limits
    by_money: tuple[Rung, ...]
    by_time: tuple[Rung, ...]

    def left(self, number: int) -> Left:
        """One that is not in the set."""
        item = self.items[number]
        return Left(
            idea=self.rows[number],
            cost=item.cost,
            effort=item.effort,
            by_money=self._way(number, self.by_money),
            by_time=self._way(number, self.by_time),
            money_short=self._short(item, "cost"),
            time_short=self._short(item, "effort"),
        )

    def _way(self, number: int, rungs: tuple[Rung, ...]) -> Way | None:
        """The first step up on which it is in the best set."""
        rung = next((rung for rung in rungs if number in rung.best.chosen), None)
        if rung is None:
            return None
        out = sorted(set(self.best.chosen) - set(rung.best.chosen))
        return Way(rung.amount, tuple(self.rows[n].id for n in out), rung.best.value)

    def _short(self, item: Item, which: Limit) -> Fraction:
        limit = self.limits[which]
        used = sum((getattr(self.items[n], which) for n in self.best.chosen), NONE)
        return NONE if limit is None else max(NONE, used + getattr(item, which) - limit)


def _cost(idea: Idea) -> Fraction:
    return Fraction(idea.budget or 0)


def effort_of(idea: Idea) -> Fraction:
    """Its person-months; 0 where it says none, as by ICE."""
    return Fraction((idea.score.effort if idea.score is not None else None) or 0)


def _levers(plan: Plan, chosen: Chosen) -> tuple[LeverRow, ...]:
    """The four levers, and what names none where there is such an idea."""
    rows = [_lever(plan, lever, chosen) for lever in (*LEVERS, None)]
    return tuple(row for row in rows if row.lever is not None or row.ideas)


def _lever(plan: Plan, lever: Lever | None, chosen: Chosen) -> LeverRow:
    ideas = {id_: idea for id_, idea in plan.ideas.items() if idea.lever == lever}
    taken = [row for row in chosen.ideas if row.id in ideas]
    tactics = [tactic for tactic in plan.tactics.values() if tactic.lever == lever]
    return LeverRow(
        lever=lever,
        ideas=len(ideas),
        chosen=len(taken),
        cost=sum((_cost(ideas[row.id]) for row in taken), NONE),
        effect=sum((row.effect for row in taken), NONE),
        tactics=len(tactics),
        planned=sum((tactic.budget or Decimal(0) for tactic in tactics), Decimal(0)),
    )


def _gaps(ideas: Mapping[str, Idea], rankings: tuple[Ranking, ...], method: Method) -> tuple[Gap, ...]:
    """What each idea would have to say, those that lack nothing left out."""
    scored = {row.id for one in rankings for row in one.rows}
    found = (Gap(id_, _lacks(idea, method, is_scored=id_ in scored)) for id_, idea in ideas.items())
    return tuple(gap for gap in found if gap.keys)


def _lacks(idea: Idea, method: Method, *, is_scored: bool) -> tuple[str, ...]:
    parts = () if is_scored else lacking(idea.score, nearest_method(idea.score, method))
    rest = (key for key in ("budget", "lever") if getattr(idea, key) is None)
    return (*(f"score.{part}" for part in parts), *rest)
