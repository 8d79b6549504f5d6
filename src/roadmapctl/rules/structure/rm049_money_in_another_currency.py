"""A sentence writes money in another currency than the plan's.

The plan counts in one currency and its words speak of another: readers take the number of the sentence, the funnel and the budget
take that of the field, and an exchange rate lies between them. Often it is a plan copied from another country's.

Convert the amount, or change the plan's `currency`. Looked at are the sentences of goals, and the names and descriptions of
milestones, tactics and ideas; amounts that describe others (firms with a turnover above $50M) are left alone.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
goals:
  year-revenue:
    statement: Win $2.4M of new revenue by 31 December 2027   # <- RM049
    metric: revenue
    baseline: 0
    target: 2.4M
    due: 2027-12-31
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
goals:
  year-revenue:
    statement: Win 2.4M EUR of new revenue by 31 December 2027
    metric: revenue
    baseline: 0
    target: 2.4M
    due: 2027-12-31
```
"""

from collections.abc import Iterator, Mapping

from roadmapctl.analysis.words.foreign_money import currencies_of, foreign_amounts, may_be_foreign
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.milestones import Milestone
from roadmapctl.model.tactics import Idea, Tactic
from roadmapctl.rules.rule import Finding, rule

RELATED = ((("currency",), Message("the plan's currency is here", "计划的货币在这里")),)


@rule(
    "RM049",
    Severity.WARNING,
    title_zh="文字中的金额使用了与计划不同的货币",
    en="“{amount}” is not money in {currency}, the plan's currency",
    zh="“{amount}”不是计划货币 {currency} 的金额",
    help_en="convert it to {currency}, or change the plan's currency",
    help_zh="请换算成 {currency}，或修改计划的 currency",
)
def money_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """The first such amount of each text; where all of the plan speaks of another currency, its own is wrong (RM313)."""
    from roadmapctl.rules.goals.rm313_metric_in_another_currency import speaks_of_another

    for found in texts_in_another(plan) if plan.currency is not None else ():
        if not speaks_of_another(plan):
            yield found


def texts_in_another(plan: Plan) -> Iterator[Finding]:
    """One finding for each text with an amount in another currency than the plan's."""
    texts = list(_texts(plan)) if plan.currency is not None else []
    if plan.currency is None or not may_be_foreign("\n".join(text for _, text in texts), plan.currency):
        return
    for path, text in texts:
        own = (amount.text for amount in foreign_amounts(text, plan.currency) if not amount.of_others)
        amount = next(own, None)
        if amount is not None:
            yield Finding(path, {"amount": amount, "currency": plan.currency}, related=RELATED)


def _texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    for id, goal in plan.goals.items():
        if goal.statement is not None and not _counts_another(plan, goal):
            yield ("goals", id, "statement"), goal.statement
    for section in ("milestones", "tactics", "ideas"):
        members: Mapping[str, Milestone | Tactic | Idea] = getattr(plan, section)
        for id, member in members.items():
            for key, text in (("name", member.name), ("what", member.what)):
                if text is not None:
                    yield (section, id, key), text


def _counts_another(plan: Plan, goal: Goal) -> bool:
    """Is the goal's metric in another currency too? Then that is the fault (RM313)."""
    metric = plan.metrics.get(goal.metric or "")
    meant = currencies_of(metric.unit) if metric is not None and metric.unit is not None else ""
    return bool(meant) and plan.currency not in meant.split()
