"""An event counts on more leads than its audience and rate give.

The funnel says how many people one event has and what part of them becomes a lead. The tactic says how many leads it contributes to
its milestone. Where the second is larger by more than a tenth, one of the two is too hopeful, and the milestone or the funnel
rests on it.

Say how many events the tactic holds (`events`), mend its contribution, or give events of this size a tier of their own with the
audience they really have.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  tastings: {name: Tastings, unit: people, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair:
    contributes: {tastings: 100}   # <- RM643
    event: {format: fairs, date: 2027-04-10}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  tastings: {name: Tastings, unit: people, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair:
    contributes: {tastings: 100}
    event: {format: fairs, events: 4, date: 2027-04-10}
```
"""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import Claim, all_too_hopeful, claim_fields, grouped, rate_of

if TYPE_CHECKING:
    pass


@rule(
    "RM643",
    Severity.INFO,
    title_zh="活动自报的线索多于观众数与转化率所能带来的",
    en="{tactic} contributes {claimed} {stage}; {number} × {audience} people at {rate} bring {units}",
    zh="{tactic} 计划贡献 {stage} {claimed} 个；{number} 场 × {audience} 人 × {rate} 只能带来 {units} 个",
    help_en="mend the contribution, say how many events it holds (events: …), or give this size a tier with the audience it has",
    help_zh="请更正贡献，写明场次（events: …），或为这种规格单列 tier 并写明其观众数",
    whole=PARTS,
)
def event_claims_more_than_it_can_bring(plan: Plan) -> Iterator[Finding]:
    """Contributions to the stage that an event's source feeds, more than a tenth above events × audience × rate.

    Where all events of a size claim more, it is not they who are wrong: that is said once, where the rate stands.
    """
    for claims in grouped(plan):
        if all_too_hopeful(claims):
            yield Finding(rate_of(claims[0].size), claim_fields(plan, claims))
        elif not _dearer_than_the_budget(plan):
            yield from (_finding(plan, claim) for claim in claims if claim.too_hopeful)


def _dearer_than_the_budget(plan: Plan) -> bool:
    """Does RM815 doubt what the funnel counts with?"""
    from roadmapctl.rules.funnel.rm815_funnel_costs_more_than_the_budget import funnel_costs_more_than_the_budget

    return any(True for _ in funnel_costs_more_than_the_budget(plan))


def _finding(plan: Plan, claim: Claim) -> Finding:
    held = claim.held
    uncounted = (("tactics", held.id, "event", "events"),) if held.event.events is None else ()
    path = ("tactics", held.id, "contributes", claim.metric)
    return Finding(path, claim_fields(plan, [claim]), help=_mend(claim), absent=uncounted)


def _mend(claim: Claim) -> Message | None:
    """How many events would bring as much; the rule's own words where none would."""
    if not claim.size.units:
        return None
    return Message(
        "mend the contribution, say how many events it holds (events: {enough} would do), or give this size a tier with the "
        "audience it has",
        "请更正贡献，写明场次（events: {enough} 即可），或为这种规格单列 tier 并写明其观众数",
        {"enough": ceil(claim.units / claim.size.units)},
    )
