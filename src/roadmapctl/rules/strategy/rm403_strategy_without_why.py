"""The strategy does not say why.

Why this way and no other is what a later reader needs to know when the market has changed: was the reason still true,
or only the habit left? It is also what turns a preference into a decision.

Write the evidence in `strategy.why`: what customers do, what last year showed.

Bad:

```yaml
# asked: RM403
roadmap: 1
name: Spring
strategy:   # <- RM403
  statement: Teach workshops to write an estimate in two minutes, and let those who learned it try the software.
```

Good:

```yaml
# asked: RM403
roadmap: 1
name: Spring
strategy:
  statement: Teach workshops to write an estimate in two minutes, and let those who learned it try the software.
  why: Owners trust what they have done with their own hands.
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM403",
    Severity.WARNING,
    title_zh="战略没有说明理由",
    en="the strategy does not say why it is done this way",
    zh="战略没有说明为什么这样做（why）",
    help_en="write strategy.why: what customers do, or what last year showed",
    help_zh="请写 strategy.why：客户的行为或去年的证据",
    asked=True,
)
def strategy_without_why(plan: Plan) -> Iterator[Finding]:
    """A strategy without its reason."""
    if plan.strategy is None or plan.strategy.why is None:
        yield Finding(("strategy", "why"), {})
