"""The plan knows no competitors.

Customers compare, whether a plan does or not. What others did lately, and how we stand against it, decides which
messages and which segments are worth the money. Doing nothing and the spreadsheet are competitors too.

Name two or three in `discovery.competitors`.

Bad:

```yaml
# asked: RM105
roadmap: 1
name: Spring
discovery:   # <- RM105
  today: Eighty workshops use our product.
```

Good:

```yaml
# asked: RM105
roadmap: 1
name: Spring
discovery:
  competitors:
    borealis: {moves: cut its list price by a fifth, our_position: live in six weeks without a consultant}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM105",
    Severity.WARNING,
    title_zh="计划没有分析竞争对手",
    en="the plan names no competitors",
    zh="计划没有提到任何竞争对手",
    help_en="write discovery.competitors: who, what they did lately (moves), how we stand against it (our_position)",
    help_zh="请写 discovery.competitors：是谁、近期动作（moves）、我们的定位（our_position）",
    asked=True,
    whole=("discovery.competitors",),
)
def no_competitors(plan: Plan) -> Iterator[Finding]:
    """A plan that names no competitor."""
    if plan.discovery is None or not plan.discovery.competitors:
        yield Finding(("discovery", "competitors"), {})
