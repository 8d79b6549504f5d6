"""A hypothesis starts from a value that its goal has left behind, or never had.

The goal says that the rate is 0.9% today and shall be 1.2%; the hypothesis of a tactic says that it moves it from 0.5%. Then
one of them was measured elsewhere, or is out of date, and the effect that is promised is not one on the goal.

Write today's value in both. A start between the goal's baseline and its target is fine: an earlier tactic may have moved it
there.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate, kind: stock}
goals:
  better-form: {metric: contact-rate, baseline: 0.9%, target: 1.2%, due: 2027-09-30}
tactics:
  short-form:
    hypothesis: {metric: contact-rate, from: 0.5%, to: 1%}   # <- RM623
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate, kind: stock}
goals:
  better-form: {metric: contact-rate, baseline: 0.9%, target: 1.2%, due: 2027-09-30}
tactics:
  short-form:
    hypothesis: {metric: contact-rate, from: 0.9%, to: 1%}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.rm622_hypothesis_leads_nowhere import leads_nowhere

FAR = 4
BASELINE = Message("the goal's baseline is here", "目标的基线在这里")


@rule(
    "RM623",
    Severity.INFO,
    title_zh="假设的起点与目标的基线不符",
    en="the hypothesis of {tactic} starts from {before}; {goal} goes from {baseline} to {aim}",
    zh="{tactic} 的假设从 {before} 出发，而 {goal} 是从 {baseline} 到 {aim}",
    help_en="write today's value in both",
    help_zh="请在两处都写今天的值",
    whole=("goals",),
)
def hypothesis_starts_elsewhere(plan: Plan) -> Iterator[Finding]:
    """Hypotheses on the metric of one goal that start outside of its way; for one segment of all, far outside."""
    for id, tactic in plan.tactics.items():
        hypothesis = tactic.hypothesis
        if hypothesis is None or hypothesis.from_ is None or hypothesis.metric not in plan.metrics:
            continue
        metric = plan.metrics[hypothesis.metric or ""]
        goals = [(g, goal) for g, goal in plan.goals.items() if goal.metric == hypothesis.metric]
        if len(goals) != 1 or metric.kind == "flow":
            continue
        [(goal_id, goal)] = goals
        if tactic.segment not in (None, goal.segment) and (goal.segment or not _far(hypothesis.from_, goal)):
            continue  # another segment may well stand elsewhere
        wrong = above_the_whole(hypothesis.from_, metric) or leads_nowhere(hypothesis, metric)
        if not wrong and _outside(hypothesis.from_, goal) and trusted(goal, metric):
            values = {"before": hypothesis.from_, "baseline": goal.baseline or 0, "aim": goal.aim or 0}
            fields = {"tactic": id, "goal": goal_id, **{key: quantity(value, metric) for key, value in values.items()}}
            related = ((("goals", goal_id, "baseline"), BASELINE),)
            yield Finding(("tactics", id, "hypothesis", "from"), fields, related=related)


def _far(start: Decimal, goal: Goal) -> bool:
    """Is it several times above or below all of the goal's way? No segment differs so much from the whole."""
    ends = [abs(end) for end in (goal.baseline, goal.aim) if end is not None]
    return bool(ends) and (abs(start) * FAR < min(ends) or abs(start) > FAR * max(ends))


def _outside(start: Decimal, goal: Goal) -> bool:
    if goal.aim is None or goal.baseline is None:
        return False
    return not min(goal.aim, goal.baseline) <= start <= max(goal.aim, goal.baseline)
