"""What becomes of each tactic: as the plan's reviews decided it, else as its figures suggest.

Pace is what came of what was due by now, the mean over the tactic's metrics. Where nothing is recorded of single tactics, its
hypothesis stands in: the part of its way that the metric went, for the part of the tactic's days that is over. Where that was not
measured either, the goal stands in that it leads to.

| what is found | at half-time | at the end |
|---|---|---|
| its last day is past, and something is known of it | finished | as below |
| its last day is past, and nothing is known of it | open | as below |
| it has not begun, and was not due to | continue | carry over |
| it runs, and nothing of it is due yet | continue | carry over |
| it should have begun, and nothing is recorded of it | adjust | open |
| pace of 80% or more | continue | carry over; continue where it runs on |
| pace of 50% or more | adjust | adjust |
| less, but others wait for it, or its hypothesis was met | adjust | adjust |
| less | stop | stop |
| nothing is known of it, but its goal is on its way | continue | carry over; continue where it runs on |
| nothing is known of it | open | open |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.review.evidence import Evidence
from roadmapctl.analysis.review.moment import Moment
from roadmapctl.analysis.said import Said
from roadmapctl.model import Plan
from roadmapctl.model.measurement import Decision, Verdict

Proposal = Verdict | Literal["finished"]
"""A tactic that is over by half-time has nothing left to continue, to adjust or to stop."""
GOOD_FROM = Fraction(80, 100)
"""From four fifths of what was due on, a tactic is left as it is: a single one swings more than a goal does."""
HALF = Fraction(1, 2)
"""Below half of what was due a tactic is not worth mending, unless others wait for it or its hypothesis held."""
OVERSPENT_FROM = Fraction(110, 100)


@dataclass(frozen=True)
class TacticVerdict:
    """A tactic's verdict; None where nobody decided and nothing is known. `written` is the decision of a review, in words of its
    own where it gives a reason; `proposed` and `reasons` are what the figures suggest, whether or not somebody decided.
    """

    evidence: Evidence
    written: Decision | None
    proposed: Proposal | None
    reasons: tuple[Said, ...]

    @property
    def id(self) -> str:
        """The tactic."""
        return self.evidence.id

    @property
    def verdict(self) -> Proposal | None:
        """What holds: what was decided, else what is proposed."""
        decided = self.written.verdict if self.written is not None else None
        return decided or self.proposed

    @property
    def is_decided(self) -> bool:
        """Did a review decide it?"""
        return self.written is not None and self.written.verdict is not None

    @property
    def is_to_decide(self) -> bool:
        """Has somebody still to decide about it?"""
        return not self.is_decided and self.verdict != "finished"


def verdicts(plan: Plan, moment: Moment, found: tuple[Evidence, ...]) -> tuple[TacticVerdict, ...]:
    """The verdict on every tactic, in the plan's order."""
    return tuple(
        TacticVerdict(one, _decision(plan, moment, one.id), _proposed(plan, moment, one), tuple(_reasons(moment, one)))
        for one in found
    )


def _decision(plan: Plan, moment: Moment, tactic: str) -> Decision | None:
    """What this review decided; a tactic that an earlier one stopped stays stopped."""
    own = moment.written.decisions.get(tactic)
    if own is not None or plan.measurement is None:
        return own
    earlier = (
        review.decisions.get(tactic)
        for review in plan.measurement.reviews.values()
        if review.date is not None and review.date < moment.day
    )
    return next((one for one in earlier if one is not None and one.verdict == "stop"), None)


def _proposed(plan: Plan, moment: Moment, one: Evidence) -> Proposal | None:
    final = moment.kind == "final"
    if not final and _ended(moment, one) is not None:
        is_known = not one.is_silent and (pace_of(one) is not None or one.goal_is_well)
        return "finished" if is_known else None
    if not _is_due(moment, one):
        return "carry-over" if final else "continue"
    if one.is_silent:
        return None if final else "adjust"
    pace = pace_of(one)
    if pace is None:
        return _worked(plan, moment, one) if one.goal_is_well else None
    if pace >= GOOD_FROM:
        return _worked(plan, moment, one)
    kept = pace >= HALF or bool(one.waiting) or (one.held is not None and one.held.outcome == "met")
    return "adjust" if kept else "stop"


def _ended(moment: Moment, one: Evidence) -> date | None:
    """Its last day, where that is past on the day of the review."""
    return one.end if one.end is not None and one.end < moment.day else None


def _is_due(moment: Moment, one: Evidence) -> bool:
    """Has it begun, and was something to be seen of it by now? What its hypothesis shows is seen."""
    begun = one.start is None or one.start <= moment.figures
    return begun and (one.is_due or one.held is not None)


def _worked(plan: Plan, moment: Moment, one: Evidence) -> Verdict:
    runs_on = plan.period is not None and one.end is not None and one.end > plan.period.end
    return "continue" if moment.kind == "midpoint" or runs_on else "carry-over"


def pace_of(one: Evidence) -> Fraction | None:
    """The tactic's pace, else that of its hypothesis, from 0 to 1."""
    if one.pace is not None or one.held is None or one.held.moved is None:
        return one.pace
    over = one.status.elapsed if one.status is not None else None
    return min(max(one.held.moved / (over or 1), Fraction(0)), Fraction(1))


def _reasons(moment: Moment, one: Evidence) -> Iterator[Said]:
    """What the proposal rests on."""
    ended = None if moment.kind == "final" else _ended(moment, one)
    if ended is not None:
        yield Said("ended", {"day": ended})
    if ended is not None and one.start is not None and one.start > moment.figures:
        yield Said("figures_before", {"day": moment.figures})
    elif one.start is not None and one.start > moment.figures:
        yield Said("not_begun", {"day": one.start})
    elif not _is_due(moment, one):
        yield Said("not_due", {})
    elif one.is_silent:
        yield Said("silent", {"day": one.start})
    elif one.pace is not None:
        yield from _brought(one)
    elif one.held is None:
        yield _by_goal(one)
    if one.held is not None:
        held = one.held
        fields = {"metric": held.hypothesis.metric, "actual": held.actual, "to": held.hypothesis.to}
        yield Said(f"hypothesis_{held.outcome}", fields)
    if one.overspent is not None and one.overspent >= OVERSPENT_FROM:
        yield Said("overspent", {"share": one.overspent})
    if one.waiting and (pace_of(one) or 0) < GOOD_FROM:
        yield Said("waited_for", {"tactics": one.waiting})


def _brought(one: Evidence) -> Iterator[Said]:
    for part in one.status.contributions if one.status is not None else ():
        if part.to_date and part.actual is not None:
            fields = {"metric": part.metric, "actual": part.actual, "planned": part.to_date}
            yield Said("brought", {**fields, "share": part.actual / part.to_date})


def _by_goal(one: Evidence) -> Said:
    if one.goal is None or one.goal_is_well is None:
        return Said("nothing_known", {})
    return Said("goal_well" if one.goal_is_well else "goal_behind", {"goal": one.goal.id})
