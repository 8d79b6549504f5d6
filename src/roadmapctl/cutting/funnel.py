"""The funnel of a cut plan: the wider plan's, with this part's share of what it counts over the period."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.parts.goals import weights_of
from roadmapctl.analysis.parts.shared import digits_of, shared
from roadmapctl.analysis.schedule import days_in, periods_in
from roadmapctl.analysis.seasonality import Curve
from roadmapctl.cutting.sheet import Section, Source, section
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.funnel import Source as Feed
from roadmapctl.model.numbers import count
from roadmapctl.model.time import Period

Moved = Callable[[str], str]
"""From the name of a file as the wider plan has it to what the new plan calls it."""

GONE = ("growth", "goal")
MONEY_OF_SOURCES = ("brings", "spend", "at_least", "at_most")


def funnel(source: Source, moved: Moved) -> Section | None:
    """The funnel with the part's share of everything that is counted over the period; None where its goal is not in the part.

    Rates, lags, deal size and teams stay; what is in hand counts in the first part alone. Shares follow the plan's seasonality,
    salaries and tools the months. Each share is one of parts that sum to the whole.
    """
    plan = source.cut.plan.funnel
    if plan is None or plan.goal not in source.cut.goals:
        return None
    values = {key: value for key, value in source.section("funnel").items() if key not in GONE}
    share = _Share(source)
    changed: dict[str, Any] = {"goal": plan.goal, **values}
    for key in ("already_won", "other_teams"):
        amount = getattr(plan, key)
        if key in values and isinstance(amount, Decimal):
            changed[key] = share.seasonal(amount)
    changed["stages"] = [_stage(source, stage) for stage in values.get("stages", ())]
    changed["sources"] = _sources(source, plan, share, moved)
    changed["seasonality"] = _months(values.get("seasonality") or {}, source.cut.period)
    changed["teams"] = {id: _team(team, source.cut.period) for id, team in (values.get("teams") or {}).items()}
    changed["costs"] = {id: share.even(cost) for id, cost in plan.costs.items()}
    kept = {key: value for key, value in changed.items() if value not in (None, {}, [])}
    words = source.words
    asks = () if source.cut.is_first else (words.comment("in_hand", day=words.day(source.cut.period.start)),)
    return section(kept, words.comment("funnel"), **({"stages": asks} if asks else {}))


class _Share:
    """The part's share of amounts that are counted over the whole period."""

    def __init__(self, source: Source) -> None:
        cut = source.cut
        self._number, self._words = cut.number, source.words
        period = cut.plan.period or cut.period
        seasonal, even = Curve(period, weights_of(cut.plan)), Curve(period, {})
        self._seasonal = [seasonal.within(part) for part in cut.parts]
        self._even = [even.within(part) for part in cut.parts]

    def seasonal(self, amount: Decimal) -> Any:
        """Of an amount that comes and goes with the seasons."""
        return self._words.figure(self._of(amount, self._seasonal))

    def even(self, amount: Decimal) -> Any:
        """Of one that is the same every month."""
        return self._words.figure(self._of(amount, self._even))

    def whole(self, number: int) -> int:
        """Of a whole number of units, by season."""
        return int(shared(Decimal(number), self._seasonal, 0)[self._number])

    def _of(self, amount: Decimal, weights: list[Fraction]) -> Decimal:
        return shared(amount, weights, digits_of(amount))[self._number]


def _stage(source: Source, values: dict[str, Any]) -> dict[str, Any]:
    if source.cut.is_first:
        return values
    return {key: value for key, value in values.items() if key not in ("in_hand", "recycled")}


def _sources(source: Source, plan: Funnel, share: _Share, moved: Moved) -> dict[str, Any]:
    written = source.section("funnel", "sources")
    return {id: _source(source, feed, dict(written.get(id) or {}), share, moved) for id, feed in plan.sources.items()}


def _source(source: Source, feed: Feed, values: dict[str, Any], share: _Share, moved: Moved) -> dict[str, Any]:
    for key in MONEY_OF_SOURCES:
        amount = getattr(feed, key)
        if amount is not None:
            values[key] = share.whole(amount) if key == "brings" else share.seasonal(amount)
    if feed.event is not None and feed.event.tiers:
        tiers = values["event"]["tiers"]
        held = {id: {**tiers[id], "events": share.whole(tier.events)} for id, tier in feed.event.tiers.items()}
        values["event"] = {**values["event"], "tiers": {id: tier for id, tier in held.items() if tier["events"]}}
    if feed.response is not None:
        values["response"] = {**values["response"], **_response(source, feed, moved)}
    return values


def _response(source: Source, feed: Feed, moved: Moved) -> dict[str, Any]:
    """The time its points are for, which was the wider plan's, and where its table lies."""
    found: dict[str, Any] = {}
    period = source.cut.plan.period
    if feed.response is not None and feed.response.covers is None and period is not None:
        months = periods_in(period, "month")
        found["covers"] = f"{months}mo" if months.denominator == 1 else f"{days_in(period)}d"
    if feed.response is not None and feed.response.table is not None:
        found["table"] = moved(feed.response.table)
    return found


def _months(seasonality: dict[str, Any], period: Period) -> dict[str, Any]:
    """The weights of the months and quarters in the part; of a single quarter the weight says nothing."""
    months = range(period.start.month, period.end.month + 1)
    quarters = {f"Q{(month + 2) // 3}" for month in months}
    inside = {f"{month:02d}" for month in months} | (quarters if len(quarters) > 1 else set())
    return {season: weight for season, weight in seasonality.items() if season in inside}


def _team(values: dict[str, Any], period: Period) -> dict[str, Any]:
    """The team as it is then: who joined before the part counts among its people, who joins after it does not come."""
    joins = values.get("joins") or ()
    there = sum(day < period.start.isoformat() for day in joins)
    later = [day for day in joins if period.start.isoformat() <= day <= period.end.isoformat()]
    team = {**values, "people": count(values["people"]) + there, "joins": later}
    return {key: value for key, value in team.items() if value not in (None, [])}
