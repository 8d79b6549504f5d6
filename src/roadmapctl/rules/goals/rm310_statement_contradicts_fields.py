"""The sentence of a goal and its fields disagree.

People act on the sentence, the tool computes from the fields. Where the two name different numbers or days, one of
them is out of date, and half of the team works towards the wrong one.

Decide which is right and mend the other. A sentence may name the target, the way to it from the baseline, or both;
further numbers do no harm as long as one of those is among them. Where it says what it starts `from`, that is held against the
baseline; where it says how far it is (`+50% on 2026`, `three points more than`), that against both; a quarter against the date.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth:
    statement: Add 1,000 subscribers to our e-mail list by 30 June 2027
    metric: subscribers
    baseline: 4_000
    target: 5_500   # <- RM310
    due: 2027-07-31   # <- RM310
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth:
    statement: Add 1,000 subscribers to our e-mail list by 30 June 2027
    metric: subscribers
    baseline: 4_000
    target: 5_000
    due: 2027-06-30
```
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from roadmapctl.analysis.words.plain_statement import aims, says_day, says_number
from roadmapctl.analysis.words.stated_quarter import contradicted_quarter
from roadmapctl.analysis.words.stated_start import contradicted_start
from roadmapctl.analysis.words.stated_way import contradicted_way
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.days import outside
from roadmapctl.rules.goals.rm311_rate_above_the_whole import rate_above_the_whole
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM310",
    Severity.WARNING,
    title_zh="目标的表述与字段不一致",
    en="the sentence of {goal} says {said}, its “{key}” says {value}",
    zh="{goal} 的表述写的是 {said}，字段 {key} 则是 {value}",
    help_en="mend the one that is out of date",
    help_zh="请修改其中过时的一处",
)
def statement_contradicts_fields(plan: Plan) -> Iterator[Finding]:
    """Targets, baselines and due dates other than their goal's sentence says; what is wrong anyway is RM307's or RM308's."""
    for id, goal in plan.goals.items():
        metric = plan.metrics.get(goal.metric or "")
        statement = goal.statement or ""
        computable = metric is not None and goal.aim is not None and not _leads_back(goal, metric)
        number = computable and not says_number(statement, aims(goal))
        day = goal.due is not None and not says_day(statement, goal.due) and not outside(plan, goal.due)
        if statement and (number or day):
            held = metric if number and not _beyond_the_whole(plan, id) else None
            yield from _held_against(id, goal, held, goal.due if day else None)
        part = contradicted_quarter(statement, goal.due, plan.period) if goal.due is not None and not day else None
        if part is not None:
            yield _finding(("goals", id), "due", part, goal.due)
        start = contradicted_start(goal) if computable and not number else None
        way = contradicted_way(goal) if computable and not number and start is None else None
        if way is not None:
            yield _finding(("goals", id), _aim_key(goal), way, quantity(goal.aim or 0, metric))
        if start is not None:
            yield _finding(("goals", id), "baseline", start, quantity(goal.baseline or 0, metric))


def _leads_back(goal: Goal, metric: Metric) -> bool:
    """Is that an error already (RM307)? A flow may plan less than the last period, unless its sentence says otherwise."""
    return metric.kind != "flow" and goal.goes_back(metric.better)


def _beyond_the_whole(plan: Plan, goal: str) -> bool:
    """Is a value of the goal told of already as a rate above 100% (RM311)?"""
    return any(finding.path[:2] == ("goals", goal) for finding in rate_above_the_whole(plan))


def _held_against(id: str, goal: Goal, metric: Metric | None, due: date | None) -> Iterator[Finding]:
    from roadmapctl.analysis.words.agreement import contradicted_day, contradicted_quantity
    from roadmapctl.analysis.words.wording import judge

    wording = judge(goal.statement or "")
    said = contradicted_quantity(goal.statement or "", wording, goal, metric) if metric is not None else None
    if said is not None and goal.aim is not None:
        yield _finding(("goals", id), _aim_key(goal), said, quantity(goal.aim, metric))
    if due is not None and contradicted_day(wording, due):
        day = wording.days[0]
        said = "-".join(f"{part:02d}" for part in (day.year, day.month, day.day) if part is not None)
        yield _finding(("goals", id), "due", said, due)


def _aim_key(goal: Goal) -> str:
    return "target" if goal.target is not None else "change"


def _finding(path: Path, key: str, said: str, value: Any) -> Finding:
    related = (((*path, "statement"), Message("the sentence is here", "表述在这里")),)
    return Finding((*path, key), {"goal": path[-1], "said": said, "key": key, "value": value}, related=related)
