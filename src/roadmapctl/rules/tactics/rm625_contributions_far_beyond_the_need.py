"""A milestone's tactics bring many times what it needs.

Half as much again is caution. Three times as much is mostly a digit too many in what one tactic brings, or a digit too few in the
milestone's target, and then every share, cost and pace that is worked out of it is wrong too.

Count once more what the largest of them brings, or ask more of the milestone. Of a stock, a tactic brings what it adds and not the
value that is reached.

Bad:

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
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20, contributes: {sign-ups: 3_000}}   # <- RM625
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

from roadmapctl.analysis.rounding import EXACT
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.milestones.stopping_short import stopping_short
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.rm610_contributions_fall_short import (
    ADDED_UP,
    brought,
    contributions,
    contributions_fall_short,
    needs_of,
    what_each_brings,
    wrong_in_itself,
)

FAR = Decimal(3)
"""So many times the need is more than caution."""

ADDED = Message(
    "write what it adds to what is there already, not the value that is reached",
    "请填写在现有基础上新增的量，而不是要达到的数值",
)
NEEDED = Message("the milestone's target is here", "里程碑的目标值在这里")

Parts = list[tuple[str, Decimal]]


@rule(
    "RM625",
    Severity.INFO,
    title_zh="打法的贡献是里程碑所需的数倍",
    en="{milestone} needs {need} of {metric}; its tactics bring {given}",
    zh="{milestone} 只需要 {need}（{metric}），其打法合计带来 {given}",
    help_en="look for a digit too many in what a tactic brings, or one too few in the milestone's target",
    help_zh="请检查是否某项打法的贡献多写了一位，或里程碑的目标值少写了一位",
    whole=ADDED_UP,
)
def contributions_far_beyond_the_need(plan: Plan) -> Iterator[Finding]:
    """Milestones to whose metric the tactics contribute three times the need and more, or one the level that is to be reached."""
    for id, parts in contributions(plan).items():
        milestone = plan.milestones[id]
        metric = plan.metrics.get(milestone.metric or "")
        if metric is None or milestone.target is None:
            continue
        need, given = needs_of(plan).get(id, Decimal(0)), brought(plan)[id]
        level = _says_the_level(plan, milestone, parts, need)
        far = need > 0 and (level or given >= EXACT.multiply(FAR, need))
        if far and not wrong_in_itself(plan, id, milestone) and not _told(plan, id, parts):
            values = {"need": quantity(need, metric), "given": quantity(given, metric)}
            fields = {"milestone": id, "metric": milestone.metric, **values}
            small = milestone.goal in stopping_short(plan)
            place = ("milestones", id, "target") if small else _place(id, milestone.metric or "", parts, need)
            beside = ((("milestones", id, "target"), NEEDED), *what_each_brings(plan, id, parts))
            related = tuple(other for other in beside if other[0] != place)
            yield Finding(place, fields, related=related, help=ADDED if level else None)


def _says_the_level(plan: Plan, milestone: Milestone, parts: Parts, need: Decimal) -> bool:
    """Does a tactic bring to a stock just the value that it shall stand at, where less is needed to get there?"""
    level = milestone.target
    if level is None or need >= abs(level) or not plan.metrics[milestone.metric or ""].is_stock:
        return False
    return any(part == level for _, part in parts)


def _place(milestone: str, metric: str, parts: Parts, need: Decimal) -> Path:
    """The largest contribution where the others do not fill the need without it twice over, else the milestone's target."""
    largest, most = max(parts, key=lambda part: abs(part[1]))
    others = abs(sum((part for _, part in parts), Decimal(0)) - most)
    return ("tactics", largest, "contributes", metric) if others <= 2 * need else ("milestones", milestone, "target")


def _told(plan: Plan, id: str, parts: Parts) -> bool:
    """Is the need small, or a contribution large, because of what another finding tells?"""
    from roadmapctl.rules.tactics.rm643_event_claims_more_than_it_can_bring import event_claims_more_than_it_can_bring

    metric = plan.milestones[id].metric
    if any(finding.fields["metric"] == metric for finding in contributions_fall_short(plan)):
        return True
    claims = {finding.path[1] for finding in event_claims_more_than_it_can_bring(plan)}
    return any(tactic in claims for tactic, _ in parts)
