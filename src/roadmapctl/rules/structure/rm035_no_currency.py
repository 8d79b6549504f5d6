"""The plan states money but no currency.

An amount without a currency is a number: a reader in another country takes it for another sum, and reports cannot
write it as money. A plan has one currency for all of its amounts.

Write its ISO 4217 code at the top: `currency: EUR`.

Bad:

```yaml
roadmap: 1
name: Spring
budget: 150_000   # <- RM035
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
budget: 150_000
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM035",
    Severity.WARNING,
    title_zh="计划有金额但没有货币",
    en="this is money, and the plan names no currency",
    zh="此处是金额，但计划没有注明货币",
    help_en="write the code at the top: currency: USD, EUR, CNY…",
    help_zh="请在开头写货币代码：currency: CNY、USD、EUR……",
)
def no_currency(plan: Plan) -> Iterator[Finding]:
    """The first amount of a plan without a currency."""
    place = None if plan.currency is not None else next(_amounts(plan), None)
    if place is not None:
        yield Finding(place, {}, absent=(("currency",),))


def _amounts(plan: Plan) -> Iterator[Path]:
    """The places of the plan's amounts, the whole budget first."""
    if plan.budget is not None:
        yield ("budget",)
    if plan.funnel is not None:
        yield from _amounts_of_funnel(plan.funnel)
    yield from (("tactics", id, "budget") for id, tactic in plan.tactics.items() if tactic.budget is not None)
    yield from (("ideas", id, "budget") for id, idea in plan.ideas.items() if idea.budget is not None)


def _amounts_of_funnel(funnel: Funnel) -> Iterator[Path]:
    if funnel.deal_size is not None:
        yield ("funnel", "deal_size")
    for id, source in funnel.sources.items():
        if source.cost_per_unit is not None:
            yield ("funnel", "sources", id, "cost_per_unit")
        if source.event is not None and source.event.cost is not None:
            yield ("funnel", "sources", id, "event", "cost")
