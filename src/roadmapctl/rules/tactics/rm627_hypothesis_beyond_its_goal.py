"""A hypothesis promises more than the goal on its metric asks for.

One tactic that moves a figure beyond where the whole plan wants it would make all others needless. Mostly `to` has a digit too
many, or a per cent sign is missing; or the goal is too small.

Write the value that this tactic alone leads to, or raise the goal.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027-Q2
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 250, target: 400, due: 2027-06-30}
tactics:
  phone:
    start: 2027-04-05
    end: 2027-06-18
    hypothesis: {because: half of them answer, change: call twice, metric: leads, from: 60, to: 900}   # <- RM627
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027-Q2
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 250, target: 400, due: 2027-06-30}
tactics:
  phone:
    start: 2027-04-05
    end: 2027-06-18
    hypothesis: {because: half of them answer, change: call twice, metric: leads, from: 60, to: 90}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.rm622_hypothesis_leads_nowhere import leads_nowhere

FAR = Decimal("1.5")
"""So many times beyond the goal is more than a round number."""


@rule(
    "RM627",
    Severity.INFO,
    title_zh="假设的终点超过该指标的目标",
    en="the hypothesis of {tactic} leads to {to} of {metric}; {goal} asks for {aim}",
    zh="{tactic} 的假设会使 {metric} 达到 {to}，而 {goal} 只要求 {aim}",
    help_en="look for a digit too many or a missing per cent sign, or raise the goal",
    help_zh="请检查是否多写了一位或漏了百分号，或提高目标",
    whole=("goals",),
)
def hypothesis_beyond_its_goal(plan: Plan) -> Iterator[Finding]:
    """Hypotheses on the metric of one goal that lead half as far again as it asks for, where more is better."""
    for id, tactic in plan.tactics.items():
        hypothesis = tactic.hypothesis
        metric = plan.metrics.get(hypothesis.metric or "") if hypothesis is not None else None
        goals = [
            (g, goal) for g, goal in plan.goals.items() if hypothesis is not None and goal.metric == hypothesis.metric
        ]
        if hypothesis is None or hypothesis.to is None or metric is None or len(goals) != 1 or metric.better == "down":
            continue
        [(goal_id, goal)] = goals
        wrong = above_the_whole(hypothesis.to, metric) or leads_nowhere(hypothesis, metric)
        if (
            not wrong
            and tactic.segment in (None, goal.segment or tactic.segment)
            and _beyond(hypothesis.to, goal, metric)
        ):
            shown = {"to": quantity(hypothesis.to, metric), "aim": quantity(goal.aim or 0, metric)}
            related = ((("goals", goal_id, "target"), Message("the goal is here", "目标在这里")),)
            fields = {"tactic": id, "metric": hypothesis.metric, "goal": goal_id, **shown}
            yield Finding(("tactics", id, "hypothesis", "to"), fields, related=related)


def _beyond(to: Decimal, goal: Goal, metric: Metric) -> bool:
    return goal.aim is not None and trusted(goal, metric) and to > FAR * goal.aim > 0
