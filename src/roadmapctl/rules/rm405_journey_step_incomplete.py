"""A step of the journey lacks its start, its end or its means.

A step is a promise: whoever is here is led there, by this. Where one of the three is missing, nobody builds the bridge.

Bad:

```yaml
# asked: RM405
roadmap: 1
name: Spring
strategy:
  journey:
    - {from: search, to: website}   # <- RM405
```

Good:

```yaml
# asked: RM405
roadmap: 1
name: Spring
strategy:
  journey:
    - {from: search, to: website, how: a question about estimates leads to the free guide}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {
    "from": ("where people come from", "从哪里来"),
    "to": ("where they are led", "到哪里去"),
    "how": ("what leads them there", "如何引导"),
}


@rule(
    "RM405",
    Severity.WARNING,
    title_zh="旅程的某一步不完整",
    en="step {step} of the journey does not say {what} (“{key}”)",
    zh="旅程第 {step} 步没有说明{what_zh}（{key}）",
    help_en="write {key}: and {what}",
    help_zh="请写 {key}: 说明{what_zh}",
    asked=True,
)
def journey_step_incomplete(plan: Plan) -> Iterator[Finding]:
    """One finding for each part that a step of the journey lacks."""
    for index, step in enumerate(plan.strategy.journey if plan.strategy else ()):
        for key, value in (("from", step.from_), ("to", step.to), ("how", step.how)):
            if value is None:
                what, what_zh = PARTS[key]
                fields = {"step": index + 1, "key": key, "what": what, "what_zh": what_zh}
                yield Finding(("strategy", "journey", index, key), fields)
