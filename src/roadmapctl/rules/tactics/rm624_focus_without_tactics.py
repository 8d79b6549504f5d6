"""No tactic belongs to a focus area.

A focus area says where the period's strength goes. One to which nothing that is done belongs is a wish; it also makes the areas
that do have tactics look weaker than they are.

Give the tactics that belong to it the line `focus:`, or take the area out. A plan whose tactics name no focus at all is left
alone.

Bad:

```yaml
roadmap: 1
name: Third quarter
period: 2027-Q3
focus:
  qualification: {name: Lead qualification}
  nurturing: {name: Nurturing}   # <- RM624
tactics:
  lead-grading: {focus: qualification, start: 2027-07-05, end: 2027-08-31}
```

Good:

```yaml
roadmap: 1
name: Third quarter
period: 2027-Q3
focus:
  qualification: {name: Lead qualification}
  nurturing: {name: Nurturing}
tactics:
  lead-grading: {focus: qualification, start: 2027-07-05, end: 2027-08-31}
  letter-series: {focus: nurturing, start: 2027-07-12, end: 2027-09-10}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM624",
    Severity.WARNING,
    title_zh="重点领域没有任何打法",
    en="no tactic belongs to the focus area {focus}",
    zh="没有任何打法属于重点领域 {focus}",
    help_en="give the tactics that belong to it the line focus: {focus}, or take it out",
    help_zh="请在属于它的打法中写 focus: {focus}，或将其移除",
    whole=("tactics.*.focus",),
)
def focus_without_tactics(plan: Plan) -> Iterator[Finding]:
    """Focus areas that no tactic names, where tactics name any; silent while one of them names none there is (RM030)."""
    named = {tactic.focus for tactic in plan.tactics.values() if tactic.focus is not None} if plan.focus else set()
    for id in plan.focus if named and named <= plan.focus.keys() else ():
        if id not in named:
            yield Finding(("focus", id), {"focus": id}, key=True)
