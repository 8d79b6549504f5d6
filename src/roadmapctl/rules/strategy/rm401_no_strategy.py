"""The plan has no strategy.

Between goals and tactics stands one sentence that says how the segment is reached and moved to act. It is the spine
of the plan: an idea that does not serve it is not done, however good it sounds.

Write it in `strategy.statement`.

Bad:

```yaml
# asked: RM401
roadmap: 1   # <- RM401
name: Spring
```

Good:

```yaml
# asked: RM401
roadmap: 1
name: Spring
strategy:
  statement: Teach workshops to write an estimate in two minutes, and let those who learned it try the software.
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM401",
    Severity.WARNING,
    title_zh="计划没有战略",
    en="the plan has no strategy: no sentence that ideas are held against",
    zh="计划没有战略：缺少用来衡量各种想法的那句话",
    help_en="write strategy.statement: in one sentence, how the segment is reached and moved to act",
    help_zh="请写 strategy.statement：用一句话说明如何触达客群并促成行动",
    asked=True,
)
def no_strategy(plan: Plan) -> Iterator[Finding]:
    """A plan without the sentence that sums its strategy up."""
    if plan.strategy is None or plan.strategy.statement is None:
        yield Finding(("strategy", "statement"), {})
