"""The means and tools of the pyramid's application layer: what decided for each, what it takes, and what a result costs there."""

from collections.abc import Iterator, Mapping

from roadmapctl.analysis.money.channel_returns import ChannelReturn, Result, channel_returns
from roadmapctl.i18n import numbers
from roadmapctl.model.strategy import Means
from roadmapctl.report.figures import Section
from roadmapctl.report.view.telling import chosen, label, rows_of
from roadmapctl.report.wording import Wording, kind_of


def means(words: Wording) -> tuple[Section, ...]:
    """A row for each means; those with the id of a channel say what its tactics take and what they return."""
    found = words.plan.strategy.means if words.plan.strategy is not None else {}
    returns = {one.channel: one for one in channel_returns(words.plan)}
    heads = "name audience habits objective resources >budget >share costs"
    rows = (_row(words, id_, one, returns.get(id_)) for id_, one in found.items())
    return rows_of(words, heads, rows, _cheapest(words, {id_: returns[id_] for id_ in found if id_ in returns}))


def _row(words: Wording, id_: str, one: Means, back: ChannelReturn | None) -> tuple[str, ...]:
    decided = (chosen(words, one.audience), one.habits or "", chosen(words, one.objective), one.resources or "")
    if back is None or not back.budget:
        return (one.name or words.id(id_), *decided, "", "", "")
    costs = words.join(_cost(words, result) for result in back.results)
    return (
        one.name or words.id(id_),
        *decided,
        numbers.money(back.budget, words.plan.currency, "en"),
        words.share(back.share),
        costs,
    )


def _cost(words: Wording, result: Result) -> str:
    """`Leads: €200 each`; of money, how often it comes back."""
    metric, known = words.metric(result.metric), words.plan.metrics.get(result.metric)
    if kind_of(known, words.plan.currency) != "money":
        unit = known.unit if known is not None and known.unit is not None and not known.unit.isascii() else "个"
        return label(words, "cost_per", cost=words.money(result.cost), metric=metric, unit=unit)
    return (
        label(words, "times_back", times=words.count(round(1 / result.cost, 1)), metric=metric) if result.cost else ""
    )


def _cheapest(words: Wording, returns: Mapping[str, ChannelReturn]) -> Iterator[str]:
    """For each metric that several means bring, where one more costs least."""
    costs: dict[str, list[tuple[Result, str]]] = {}
    for id_, back in returns.items():
        for result in back.results:
            costs.setdefault(result.metric, []).append((result, id_))
    strategy = words.plan.strategy
    for metric, found in costs.items():
        if len(found) > 1 and strategy is not None:
            ordered = sorted(found, key=lambda one: one[0].cost)
            named = [strategy.means[id_].name or words.id(id_) for _, id_ in ordered]
            yield label(words, "cheapest", metric=words.metric(metric), means=words.join(named))
