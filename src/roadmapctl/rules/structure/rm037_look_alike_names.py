"""Two names in one collection that look alike.

Reports, timelines and meetings use names, not ids. Two tactics called “Spring campaign” are one to everybody who reads on:
budgets and results will be booked on the wrong one. Case, width, spaces and letters of other alphabets that look the same do not
tell two names apart.

Add what makes them different: the city, the month, the segment. Tactics that start one after the other may share a name.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads-web: {name: Leads, unit: people, kind: flow}
  leads-fair: {name: LEADS, unit: people, kind: flow}   # <- RM037
milestones:
  web: {date: 2027-03-31, metric: leads-web, target: 100}
  fair: {date: 2027-04-30, metric: leads-fair, target: 50}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads-web: {name: Leads from the website, unit: people, kind: flow}
  leads-fair: {name: Leads from trade fairs, unit: people, kind: flow}
milestones:
  web: {date: 2027-03-31, metric: leads-web, target: 100}
  fair: {date: 2027-04-30, metric: leads-fair, target: 50}
```
"""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.words.look_alikes import look, mixed_word
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.collections import names

MANY = 3
"""More of one name than these are a template that was copied, and need no telling one by one."""
FIRST = Message("the other one is here", "另一个在这里")


@rule(
    "RM037",
    Severity.INFO,
    title_zh="同一集合中的两个名称极易混淆",
    en="“{name}” is what {other} is called too",
    zh="{other} 也叫“{name}”",
    help_en="add what makes them different, such as the city, the month or the segment",
    help_zh="请补充能区分二者的内容，例如城市、月份或客群",
)
def look_alike_names(plan: Plan) -> Iterator[Finding]:
    """Names that look like an earlier one of the same collection; a word of two alphabets is RM038's."""
    if len({look(name) for _, name, _ in names(plan)}) == len(names(plan)):
        return  # as it mostly is
    seen: dict[tuple[Path, str], tuple[Path, Any]] = {}
    told: dict[tuple[Path, str], int] = {}
    for path, name, member in names(plan):
        key = path[:-2], look(name)
        first, other = seen.setdefault(key, (path, member))
        if first is path or mixed_word(name) is not None or mixed_word(other.name) is not None:
            continue
        if isinstance(member, Tactic) and _follow(other, member):
            seen[key] = path, member  # the next one is held against the latest of the series
        elif told.setdefault(key, 0) < MANY:
            told[key] += 1
            yield Finding(path, {"name": name, "other": first[-2]}, related=((first, FIRST),))


def _follow(first: Tactic, second: Tactic) -> bool:
    """Does one of them start after the other? Then they are rounds of one thing."""
    return first.start is not None and second.start is not None and first.start != second.start
