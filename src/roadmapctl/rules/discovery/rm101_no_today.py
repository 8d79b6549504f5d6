"""The plan does not say where we stand today.

A roadmap begins where the company is: its digital figures, its sales, its products, what it is able to do. Without
that, nobody can judge whether the goals are bold or empty, and the next plan has nothing to be compared with.

Say it in `discovery.today`, in a few sentences, with the figures that matter.

Bad:

```yaml
# asked: RM101
roadmap: 1   # <- RM101
name: Spring
```

Good:

```yaml
# asked: RM101
roadmap: 1
name: Spring
discovery:
  today: 212 manufacturers use our CRM; two in three came through a colleague.
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM101",
    Severity.WARNING,
    title_zh="计划没有说明现状",
    en="the plan does not say where we stand today",
    zh="计划没有说明我们的现状",
    help_en="write discovery: and under it today: with the figures that matter",
    help_zh="请在 discovery 下写 today: 用关键数字说明现状",
    asked=True,
)
def no_today(plan: Plan) -> Iterator[Finding]:
    """A plan whose discovery says nothing about today."""
    if plan.discovery is None or plan.discovery.today is None:
        yield Finding(("discovery", "today"), {})
