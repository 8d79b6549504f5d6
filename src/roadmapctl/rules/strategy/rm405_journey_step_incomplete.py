"""A step of the journey lacks its start, its end or its means.

A step is a promise: whoever is here is led there, by this. Where one of the three is missing, nobody builds the
bridge.

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

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {
    "from": Message("write the channel people come from", "请写人们从哪个渠道来"),
    "to": Message("write the channel they are led to", "请写把他们引到哪个渠道"),
    "how": Message("write what leads them there", "请写靠什么引导"),
}


@rule(
    "RM405",
    Severity.WARNING,
    title_zh="旅程的某一步不完整",
    en="step {step} of the journey lacks “{key}”",
    zh="旅程第 {step} 步缺少 {key}",
    asked=True,
    whole=("strategy.journey",),
)
def journey_step_incomplete(plan: Plan) -> Iterator[Finding]:
    """One finding for each part that a step of the journey lacks."""
    for index, step in enumerate(plan.strategy.journey if plan.strategy else ()):
        for key, value in (("from", step.from_), ("to", step.to), ("how", step.how)):
            if value is None:
                fields = {"step": index + 1, "key": key}
                yield Finding(("strategy", "journey", index, key), fields, help=PARTS[key])
