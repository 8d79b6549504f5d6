"""A milestone's tactics do not add up to it.

If everything is done and everything works as written, the milestone is missed all the same. What is wanted of a flow is its
target; of a stock, the way from the milestone before it (or from the goal's baseline) to its target. Add a tactic, expect more of
one and say why, or lower the target before the year does. Only what is contributed to the milestone's own metric counts.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
milestones:
  beta-launch: {date: 2027-03-31, metric: sign-ups, target: 400}   # <- RM610
tactics:
  landing-page: {milestone: beta-launch, start: 2027-01-04, end: 2027-01-14, contributes: {sign-ups: 100}}
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20, contributes: {sign-ups: 180}}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
milestones:
  beta-launch: {date: 2027-03-31, metric: sign-ups, target: 400}
tactics:
  landing-page: {milestone: beta-launch, start: 2027-01-04, end: 2027-01-14, contributes: {sign-ups: 100}}
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20, contributes: {sign-ups: 300}}
```
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.contributions import milestone_needs
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

NAMED = 5
"""How many of the contributions are shown beside the finding."""


@rule(
    "RM610",
    Severity.WARNING,
    title_zh="打法的贡献不足以达成里程碑",
    en="{milestone} needs {need} of {metric}; its tactics bring {given}, {short} too little",
    zh="{milestone} 需要 {need}（{metric}），其打法合计只带来 {given}，还差 {short}",
    help_en="find another {short}: add a tactic, expect more of one and say why, or lower the target",
    help_zh="还需 {short}：请增加打法、提高某项打法的预期并说明理由，或降低目标值",
    whole=("tactics", "milestones", "goals", "metrics"),
)
def contributions_fall_short(plan: Plan) -> Iterator[Finding]:
    """Milestones to whose metric some tactic contributes, but all of them together not enough."""
    needs = milestone_needs(plan)
    for id, parts in _contributions(plan).items():
        milestone = plan.milestones[id]
        need = needs.get(id)
        metric = plan.metrics.get(milestone.metric or "")
        if need is None or metric is None:
            continue
        given = sum((Fraction(part) for _, part in parts), Fraction(0)) * (-1 if metric.better == "down" else 1)
        if given < need:
            values = {
                "need": quantity(need, metric),
                "given": quantity(given, metric),
                "short": quantity(need - given, metric),
            }
            fields = {"milestone": id, "metric": milestone.metric, **values}
            yield Finding(("milestones", id, "target"), fields, related=tuple(_related(plan, id, parts)))


def _contributions(plan: Plan) -> dict[str, list[tuple[str, Decimal]]]:
    """For each milestone, the tactics that contribute to its metric, and how much."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        part = None if milestone is None else tactic.contributes.get(milestone.metric or "")
        if part is not None:
            found.setdefault(tactic.milestone or "", []).append((id, part))
    return found


def _related(plan: Plan, milestone: str, parts: list[tuple[str, Decimal]]) -> Iterator[tuple[Path, Message]]:
    metric = plan.milestones[milestone].metric or ""
    for id, part in parts[:NAMED]:
        fields = {"tactic": id, "part": quantity(part, plan.metrics.get(metric))}
        yield ("tactics", id, "contributes", metric), Message("{tactic} brings {part}", "{tactic} 带来 {part}", fields)
