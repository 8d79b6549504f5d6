"""The plan does not say where we want to go, why now, or what it will bring.

A plan is asked three questions before anybody reads its tactics: where do we want to go (`ambition`), why a new plan now
(`why_now`), and what is it expected to bring (`expected`). Whoever approves it decides on these answers.

One sentence for each is enough.

Bad:

```yaml
# asked: RM102
roadmap: 1
name: Spring
discovery:   # <- RM102
  ambition: The first name a machine builder thinks of.
  expected: More than half of new business from sources we can count.
```

Good:

```yaml
# asked: RM102
roadmap: 1
name: Spring
discovery:
  ambition: The first name a machine builder thinks of.
  why_now: Two ERP houses add a sales module this year.
  expected: More than half of new business from sources we can count.
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

QUESTIONS = {
    "ambition": ("where we want to go", "我们想去哪里"),
    "why_now": ("why a new plan is needed now", "为什么现在需要新计划"),
    "expected": ("what the plan is expected to bring", "计划预期带来什么"),
}


@rule(
    "RM102",
    Severity.WARNING,
    title_zh="计划没有说明方向、时机或预期",
    en="discovery does not say {what} (“{key}”)",
    zh="discovery 没有说明{what_zh}（{key}）",
    help_en="write it in one sentence: {key}: …",
    help_zh="请用一句话写出 {key}: …",
    asked=True,
)
def no_direction(plan: Plan) -> Iterator[Finding]:
    """One finding for each of the three questions that has no answer."""
    for key, (what, what_zh) in QUESTIONS.items():
        if plan.discovery is None or getattr(plan.discovery, key) is None:
            yield Finding(("discovery", key), {"key": key, "what": what, "what_zh": what_zh})
