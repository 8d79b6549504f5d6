"""The strategy does not say how the pieces work together.

Channels that are planned one by one end where they are: people read a post and go. The journey says where each one
leads: social posts to the blog, the white paper collects the address, the letter fills the webinar.

Write each step in `strategy.journey`: from which channel to which, and how.

Bad:

```yaml
# asked: RM404
roadmap: 1
name: Spring
strategy:   # <- RM404
  statement: Teach workshops to write an estimate in two minutes, and let those who learned it try the software.
```

Good:

```yaml
# asked: RM404
roadmap: 1
name: Spring
strategy:
  statement: Teach workshops to write an estimate in two minutes, and let those who learned it try the software.
  journey:
    - {from: search, to: website, how: a question about estimates leads to the free guide}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM404",
    Severity.WARNING,
    title_zh="战略没有说明各环节如何衔接",
    en="the strategy does not say how its channels lead to each other",
    zh="战略没有说明各渠道如何衔接（journey）",
    help_en="write strategy.journey: a list of steps with from, to and how",
    help_zh="请写 strategy.journey：逐步写明 from、to、how",
    asked=True,
    whole=("strategy.journey",),
)
def no_journey(plan: Plan) -> Iterator[Finding]:
    """A strategy without a single step of a journey."""
    if plan.strategy is None or not plan.strategy.journey:
        yield Finding(("strategy", "journey"), {})
