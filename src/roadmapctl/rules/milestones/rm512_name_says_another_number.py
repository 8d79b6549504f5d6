"""The name of a milestone says another number than its target.

“Nine thousand readers” with a target of 8,000: the name stands on every chart and in every meeting, the target is what the
tactics are added up against. One of them is out of date.

Mend the one that is wrong, or leave the number out of the name. Only numbers of what the milestone's metric counts are compared.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
milestones:
  list-full: {name: "9,000 subscribers", date: 2027-06-25, metric: subscribers, target: 8_000}   # <- RM512
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
milestones:
  list-full: {name: "9,000 subscribers", date: 2027-06-25, metric: subscribers, target: 9_000}
```
"""

import re
from collections.abc import Iterator

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.words.plain_statement import says_number
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule

DIGITS = "[0-9一二两三四五六七八九十百千万亿]+"
NUMBER_WORD = (
    r"(?i:\b(?:hundred|thousand|million|dozen|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)\b)"
)


@rule(
    "RM512",
    Severity.WARNING,
    title_zh="里程碑名称中的数字与目标值不一致",
    en="the name of {milestone} says {said}, its target is {target}",
    zh="{milestone} 的名称写的是 {said}，而目标值为 {target}",
    help_en="mend the one that is out of date, or leave the number out of the name",
    help_zh="请修改其中过时的一处，或去掉名称中的数字",
)
def name_says_another_number(plan: Plan) -> Iterator[Finding]:
    """Milestones whose name states a quantity of their metric that is neither the target nor the way to it."""
    for id, milestone in plan.milestones.items():
        said = said_otherwise(plan, milestone)
        if said is not None:
            related = ((("milestones", id, "name"), Message("the name is here", "名称在这里")),)
            target = quantity(milestone.target or 0, plan.metrics.get(milestone.metric or ""))
            fields = {"milestone": id, "said": said, "target": target}
            yield Finding(("milestones", id, "target"), fields, related=related)


def said_otherwise(plan: Plan, milestone: Milestone) -> str | None:
    """What the milestone's name says in contradiction to its target; None where it says no such thing."""
    name, target, metric = milestone.name, milestone.target, plan.metrics.get(milestone.metric or "")
    if metric is None or target is None or name is None or above_the_whole(target, metric):
        return None
    numbers = re.finditer(f"{DIGITS}|{NUMBER_WORD}", name)
    if not any(_of_the_metric(name, found.start(), found.end(), metric) for found in numbers) or says_number(
        name, frozenset({target})
    ):
        return None
    from roadmapctl.analysis.words.agreement import contradicted_quantity
    from roadmapctl.analysis.words.wording import judge

    goal = plan.goals.get(milestone.goal or "")
    baseline = goal.baseline if goal is not None and goal.metric == milestone.metric else None
    said = contradicted_quantity(
        name, judge(name), Goal(metric=milestone.metric, target=target, baseline=baseline), metric
    )
    if said is None:
        return None
    start = max(name.find(said), 0)
    return said if _of_the_metric(name, start, start + len(said), metric) else None


def _of_the_metric(name: str, start: int, end: int, metric: Metric) -> bool:
    """Does what follows the number begin with what the metric counts, or, where nothing follows, what precedes it end with that?"""
    after = name[end:]
    if unit_of(metric, None) != "customers" or _has_unit(after.lstrip()[: len(metric.unit or "")], metric):
        return True
    if re.match("[\u3400-\u9fff]{2}", after) and after[:2] in (metric.name or ""):
        return True  # 20万好友 of 企业微信好友
    before = name[:start].rstrip()[-2:]
    if not after and re.fullmatch("[\u3400-\u9fff]{2}", before) and before in (metric.name or ""):
        return True  # 激活260万 of 新增激活
    following = " ".join(re.findall("[A-Za-z]+", after)[:2])
    return bool(_stems(following) & _stems(f"{metric.unit} {metric.name}"))


def _stems(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall("[a-z]{3,}", text.lower())}


def _has_unit(text: str, metric: Metric) -> bool:
    return metric.unit is not None and metric.unit in text
