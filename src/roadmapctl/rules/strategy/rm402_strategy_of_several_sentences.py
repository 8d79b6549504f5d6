"""The strategy is more than one sentence.

One sentence can be remembered and argued with; a paragraph is read once. What cannot be said in one sentence has
usually not been decided yet.

Keep the sentence that ideas are held against, and move the reasons to `why` and the mechanics to `journey`.

Bad:

```yaml
# asked: RM402
roadmap: 1
name: Spring
strategy:
  statement: We teach workshops. Then we let them try the software. Advertising supports both.   # <- RM402
```

Good:

```yaml
# asked: RM402
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
    "RM402",
    Severity.WARNING,
    title_zh="战略不止一句话",
    en="the strategy takes {count} sentences; its spine is one",
    zh="战略写了 {count} 句话；主线应是一句",
    help_en="keep one sentence, and move the rest to why and journey",
    help_zh="请保留一句，其余移到 why 和 journey",
    asked=True,
)
def strategy_of_several_sentences(plan: Plan) -> Iterator[Finding]:
    """A strategy statement that goes on after its first sentence."""
    from roadmapctl.analysis.words.sentences import sentences

    statement = plan.strategy.statement if plan.strategy else None
    count = len(sentences(statement)) if statement is not None else 0
    if count > 1:
        yield Finding(("strategy", "statement"), {"count": count})
