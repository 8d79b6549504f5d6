"""A milestone's tactics do not add up to it.

If everything is done and everything works as written, the milestone is missed all the same. What is wanted of a flow is its
target, or the way from the milestone before it where the plan's own numbers say that each milestone counts the whole so far; of a
stock, the way from the milestone before it (or from the goal's baseline) to its target. Add a tactic, expect more of one and say
why, or lower the target before the year does. Only what is contributed to the milestone's own metric counts. Where a single tactic
would fill the gap with ten, a hundred or a thousand times what it says, the finding stands there.

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
from typing import Any

from roadmapctl.analysis.contributions import milestone_needs
from roadmapctl.analysis.rounding import EXACT, exact_sum, exact_total
from roadmapctl.analysis.words.stated_start import contradicted_start
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.days import outside
from roadmapctl.rules.milestones.behind import behind
from roadmapctl.rules.milestones.rm508_milestone_measures_something_else import mismeasured
from roadmapctl.rules.milestones.rm509_milestone_beyond_goal import beyond
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import milestones_go_backwards, so_far
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

ROUNDING = Fraction(11, 10)
WANTED = Message("the milestone's target is here", "里程碑的目标值在这里")
ZEROS = (
    "look for a zero, a scale or a per cent sign too few in what {tactic} brings, or add a tactic",
    "请检查 {tactic} 的贡献是否少写了零或单位，或增加打法",
)
Parts = list[tuple[str, Decimal]]
NAMED = 5
"""How many of the contributions are shown beside the finding."""

ADDED_UP = (
    *("tactics.*.milestone", "tactics.*.contributes"),
    *("milestones.*.date", "milestones.*.goal", "milestones.*.metric", "milestones.*.target"),
    *("goals.*.metric", "goals.*.baseline", "goals.*.target", "goals.*.change", "metrics"),
)
"""What the needs of milestones are worked out from, and what their tactics bring."""


@rule(
    "RM610",
    Severity.WARNING,
    title_zh="打法的贡献不足以达成里程碑",
    en="{milestone} needs {need} of {metric}; its tactics bring {given}, {short} too little",
    zh="{milestone} 需要 {need}（{metric}），其打法合计只带来 {given}，还差 {short}",
    help_en="find another {short}: add a tactic, expect more of one and say why, or lower the target",
    help_zh="还需 {short}：请增加打法、提高某项打法的预期并说明理由，或降低目标值",
    whole=ADDED_UP,
)
def contributions_fall_short(plan: Plan) -> Iterator[Finding]:
    """Milestones to whose metric some tactic contributes, but all of them together not enough."""
    needs = needs_of(plan)
    for id, parts in contributions(plan).items():
        milestone = plan.milestones[id]
        need, given = needs.get(id), brought(plan)[id]
        metric = plan.metrics.get(milestone.metric or "")
        if need is None or metric is None or given >= need:
            continue
        short = EXACT.subtract(need, given)
        if not wrong_in_itself(plan, id, milestone) and not _incomplete(plan, id, short):
            values = {
                "need": quantity(need, metric),
                "given": quantity(given, metric),
                "short": quantity(short, metric),
            }
            fields = {"milestone": id, "metric": milestone.metric, **values}
            yield _finding(plan, id, parts, need, fields)


@once
def needs_of(plan: Plan) -> dict[str, Decimal]:
    """What the tactics of each milestone must bring of its metric."""
    return milestone_needs(plan, so_far(plan))


@once
def contributions(plan: Plan) -> dict[str, list[tuple[str, Decimal]]]:
    """For each milestone, the tactics that contribute to its metric, and how much."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        part = None if milestone is None else tactic.contributes.get(milestone.metric or "")
        if part is not None:
            found.setdefault(tactic.milestone or "", []).append((id, part))
    return found


@once
def brought(plan: Plan) -> dict[str, Decimal]:
    """What these tactics bring together, by milestone; where less is better it changes its sign, as the need does."""
    found: dict[str, Decimal] = {}
    for id, parts in contributions(plan).items():
        metric = plan.metrics.get(plan.milestones[id].metric or "")
        total = exact_total(part for _, part in parts)
        found[id] = EXACT.minus(total) if metric is not None and metric.better == "down" else total
    return found


def _finding(plan: Plan, id: str, parts: Parts, need: Decimal, fields: dict[str, Any]) -> Finding:
    """At the milestone, or at the one contribution that fills the gap with the zeros it may have lost."""
    target, beside = ("milestones", id, "target"), list(what_each_brings(plan, id, parts))
    small = _without_its_zeros(parts, need)
    if small is None:
        return Finding(target, fields, related=tuple(beside))
    place: Path = ("tactics", small, "contributes", plan.milestones[id].metric or "")
    others = tuple(other for other in beside if other[0] != place)
    return Finding(place, fields, help=Message(*ZEROS, {"tactic": small}), related=((target, WANTED), *others))


def _without_its_zeros(parts: Parts, need: Decimal) -> str | None:
    """The tactic that fills the need if it brings ten, a hundred or a thousand times what it says; None where not just one does."""
    given = abs(exact_sum(part for _, part in parts))
    fitting = {
        tactic
        for tactic, part in parts
        for times in (10, 100, 1_000)
        if need <= given + (times - 1) * abs(Fraction(part)) <= Fraction(need) * ROUNDING
    }
    return fitting.pop() if len(fitting) == 1 else None


def what_each_brings(plan: Plan, milestone: str, parts: list[tuple[str, Decimal]]) -> Iterator[tuple[Path, Message]]:
    """The first contributions to a milestone, as places beside a finding."""
    metric = plan.milestones[milestone].metric or ""
    for id, part in parts[:NAMED]:
        fields = {"tactic": id, "part": quantity(part, plan.metrics.get(metric))}
        yield ("tactics", id, "contributes", metric), Message("{tactic} brings {part}", "{tactic} 带来 {part}", fields)


def wrong_in_itself(plan: Plan, id: str, milestone: Milestone) -> bool:
    """Is the need this large because a number or a day is wrong, which another finding tells?"""
    if beyond(plan, milestone) or said_otherwise(plan, milestone) or outside(plan, milestone.date):
        return True
    if milestone.goal in mismeasured(plan).values():
        return True
    if not plan.metrics[milestone.metric or ""].is_stock:
        return _misdated_beside(plan, milestone) or (id in so_far(plan) and _out_of_order(plan, milestone))
    return _without_start(plan, id, milestone) or _from_a_wrong_start(plan, milestone) or _out_of_order(plan, milestone)


def _incomplete(plan: Plan, id: str, short: Decimal) -> bool:
    """Does a tactic name a milestone that is not there (RM030), or none at all and would fill the gap (RM606)?

    Or does one of the milestone's own say what it brings in another metric (RM609)?
    """
    metric = plan.milestones[id].metric or ""
    if any(t.milestone == id and t.contributes and metric not in t.contributes for t in plan.tactics.values()):
        return True
    down = plan.metrics[metric].better == "down"
    homeless = [t for t in plan.tactics.values() if metric in t.contributes and t.milestone not in plan.milestones]
    if any(tactic.milestone is not None for tactic in homeless):
        return True
    given = exact_total(tactic.contributes[metric] for tactic in homeless)
    return bool(plan.framework) and (EXACT.minus(given) if down else given) >= short


def _without_start(plan: Plan, id: str, milestone: Milestone) -> bool:
    """Is what a stock starts from not said: no baseline (RM305), or an unfinished milestone on the way (RM501, RM502)?"""
    goal = plan.goals.get(milestone.goal or "")
    if goal is not None and (
        goal.metric not in plan.metrics or (goal.metric == milestone.metric and goal.baseline is None)
    ):
        return True
    beside = [
        m for other, m in plan.milestones.items() if other != id and m.goal is not None and m.goal == milestone.goal
    ]
    return any(m.date is None or m.target is None or m.metric not in plan.metrics for m in beside)


def _from_a_wrong_start(plan: Plan, milestone: Milestone) -> bool:
    """Is the baseline of the milestone's goal contradicted by its own sentence (RM310) or by the review (RM315)?"""
    goal = plan.goals.get(milestone.goal or "")
    if goal is None:
        return False
    if contradicted_start(goal) is not None:
        return True
    if plan.discovery is None:
        return False
    from roadmapctl.rules.goals.rm315_stated_twice import stated_twice

    return any(finding.path == ("goals", milestone.goal, "baseline") for finding in stated_twice(plan))


def _misdated_beside(plan: Plan, milestone: Milestone) -> bool:
    """Does another milestone on the way to its goal lie outside the period (RM503)? Which ones count the whole is unknown then."""
    beside = [m for m in plan.milestones.values() if m.goal == milestone.goal and m.metric == milestone.metric]
    return milestone.goal is not None and outside(plan, *(m.date for m in beside))


def _out_of_order(plan: Plan, milestone: Milestone) -> bool:
    """Does the milestone, or one on its metric, stand where the line goes backwards (RM503, RM510, RM513)?"""
    alike = [m for m in plan.milestones.values() if m.metric == milestone.metric]
    if outside(plan, *(m.date for m in alike)) or any(behind(plan, m) for m in alike):
        return True
    return any(finding.fields["metric"] == milestone.metric for finding in milestones_go_backwards(plan))
