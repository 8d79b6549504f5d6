"""The plan does not say where we want to go, why now, or what it will bring.

A plan is asked three questions before anybody reads its tactics: where do we want to go (`ambition`), why a new plan
now (`why_now`), and what is it expected to bring (`expected`). Whoever approves it decides on these answers.

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

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

QUESTIONS = {
    "ambition": Message("say in a sentence where you want to go", "请用一句话写出想去哪里"),
    "why_now": Message("say in a sentence why a new plan is needed now", "请用一句话写出为什么现在需要新计划"),
    "expected": Message("say in a sentence what the plan is expected to bring", "请用一句话写出计划预期带来什么"),
}


@rule(
    "RM102",
    Severity.WARNING,
    title_zh="计划没有说明方向、时机或预期",
    en="discovery lacks “{key}”",
    zh="discovery 缺少 {key}",
    asked=True,
)
def no_direction(plan: Plan) -> Iterator[Finding]:
    """One finding for each of the three questions that has no answer."""
    for key, mend in QUESTIONS.items():
        if plan.discovery is None or getattr(plan.discovery, key) is None:
            yield Finding(("discovery", key), {"key": key}, help=mend)
