"""One of the four growth levers has no idea.

Growth comes from another audience, another activity, other content or other media. Where all ideas pull the same lever, the best of
them is chosen without ever having looked at the rest.

Think of at least one idea for each kind of lever, score it, and let the ranking decide (`roadmapctl ideas`).

Bad:

```yaml
# asked: RM650
roadmap: 1
name: Year
ideas:   # <- RM650
  body-shops: {lever: audience}
  regulars-table: {lever: activity}
  podcast: {lever: content}
```

Good:

```yaml
# asked: RM650
roadmap: 1
name: Year
ideas:
  body-shops: {lever: audience}
  regulars-table: {lever: activity}
  podcast: {lever: content}
  trade-press: {lever: media}
```
"""

from collections.abc import Iterator
from typing import get_args

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Lever
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM650",
    Severity.WARNING,
    title_zh="有的增长杠杆没有点子",
    en="no idea pulls the lever {levers}",
    zh="没有点子拉动这一杠杆：{levers}",
    help_en="add an idea for each of the four kinds: audience, activity, content, media",
    help_zh="请为四类杠杆各想一个点子：audience（受众）、activity（活动）、content（内容）、media（媒介）",
    asked=True,
    whole=("ideas",),
)
def lever_without_ideas(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan whose ideas leave levers out; silent without ideas, and while one of them names no lever."""
    pulled = {idea.lever for idea in plan.ideas.values()}
    missing = [lever for lever in get_args(Lever) if lever not in pulled]
    if plan.ideas and missing and None not in pulled:
        yield Finding(("ideas",), {"levers": tuple(missing)}, key=True)
