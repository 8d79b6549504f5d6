"""A change of a rate that says neither points nor relative.

“Raise conversion by 0.75%” means 1.5% after 0.75% (points), or 0.7556% (relative): a goal that doubles, or one that
nobody would notice. The person who reads the sentence must not have to guess which.

Say “by 0.75 percentage points” or “from 0.75% to 1.5%” in the sentence, or settle it with `change: 0.75pp` (points)
or `change: 25%` (relative). The finding stands at the field that the sentence leaves unclear.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate, kind: stock}
goals:
  better-form:
    statement: Raise the session-to-contact rate by 0.75% by 30 September
    metric: contact-rate
    baseline: 0.75%
    target: 1.5%   # <- RM309
    due: 2027-09-30
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate, kind: stock}
goals:
  better-form:
    statement: Raise the session-to-contact rate by 0.75 percentage points by 30 September
    metric: contact-rate
    baseline: 0.75%
    target: 1.5%
    due: 2027-09-30
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.numbers import plain_text
from roadmapctl.rules.rule import Finding, rule

PER_CENT = ("%", "％", "per cent", "percent", "pct")
SENTENCE = Message("the sentence is here", "表述在这里")


@rule(
    "RM309",
    Severity.WARNING,
    title_zh="比率的变化没有说明是百分点还是相对",
    en="“{change}” of a rate may mean points or relative",
    zh="比率“{change}”可能指百分点，也可能指相对变化",
    help_en="say “percentage points” or “from … to …”, or write change: {share}pp (points) or change: {share}% (relative)",
    help_zh="请写明“个百分点”或“从……到……”，或用 change: {share}pp（百分点）、change: {share}%（相对）",
)
def points_or_relative(plan: Plan) -> Iterator[Finding]:
    """Goals on rates whose sentence names a per cent change that can be read in two ways, and whose `change` does not settle it."""
    for id, goal in plan.goals.items():
        settled = goal.change is not None and goal.change.kind != "absolute"
        if goal.statement is None or settled or not _says_per_cent(goal.statement):
            continue
        from roadmapctl.analysis.words.wording import judge

        wording = judge(goal.statement)
        if wording.change is not None and wording.ambiguous_change and _is_rate(plan, goal, wording.names_rate):
            key = next((k for k in ("change", "target") if getattr(goal, k) is not None), "statement")
            fields = {"change": wording.change.text, "share": plain_text((wording.change.value or Decimal(0)) * 100)}
            related = () if key == "statement" else ((("goals", id, "statement"), SENTENCE),)
            yield Finding(("goals", id, key), fields, related=related)


def _says_per_cent(statement: str) -> bool:
    text = statement.lower()
    return any(mark in text for mark in PER_CENT)


def _is_rate(plan: Plan, goal: Goal, said: bool) -> bool:
    """Is it a rate that changes? The metric's unit says so; without one, the sentence (`said`)."""
    metric = plan.metrics.get(goal.metric or "")
    return said if metric is None or metric.unit is None else unit_of(metric, None) == "rate"
