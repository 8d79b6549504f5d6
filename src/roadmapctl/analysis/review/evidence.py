"""What is known of a tactic when it is reviewed."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmapctl.analysis.review.hypotheses import MEASURED, Held
from roadmapctl.analysis.rounding import summed
from roadmapctl.analysis.status.result import Contribution, GoalStatus, Status, TacticStatus
from roadmapctl.model import Plan

GOOD = ("reached", "ahead", "on_track")


@dataclass(frozen=True)
class Evidence:
    """A tactic's figures. `pace` is what came of what was due by now, 1 being on plan, the mean over its metrics; None where
    nothing was due or nothing is recorded of tactics.

    `overspent` is spend / what was due to be spent; `waiting` are the tactics that wait for it and have not ended.
    """

    id: str
    status: TacticStatus | None
    pace: Fraction | None
    overspent: Fraction | None
    hypothesis: Held | None
    goal: GoalStatus | None
    waiting: tuple[str, ...]
    start: date | None
    end: date | None

    @property
    def goal_is_well(self) -> bool | None:
        """Is the goal it leads to on its way? None where that is not known."""
        if self.goal is None or self.goal.verdict in ("no_data", "no_plan", "not_due"):
            return None
        return self.goal.verdict in GOOD

    @property
    def main(self) -> Contribution | None:
        """The contribution that says most: the first of which something was due."""
        found = self.status.contributions if self.status is not None else ()
        return next((one for one in found if one.to_date and one.actual is not None), None)

    @property
    def is_due(self) -> bool:
        """Was anything to be seen of it by now?"""
        return self.status is None or self.status.verdict != "not_due"

    @property
    def is_silent(self) -> bool:
        """Should it have begun, while neither a record nor its hypothesis says that it did?"""
        return self.status is not None and self.status.silent and self.held is None

    @property
    def held(self) -> Held | None:
        """Its hypothesis, where it was measured."""
        return self.hypothesis if self.hypothesis is not None and self.hypothesis.outcome in MEASURED else None


def evidence(plan: Plan, status: Status | None, held: tuple[Held, ...], day: date) -> tuple[Evidence, ...]:
    """The evidence about every tactic, in the plan's order."""
    tactics = {one.id: one for one in status.tactics} if status is not None else {}
    goals = {one.id: one for one in status.goals} if status is not None else {}
    hypotheses = {one.tactic: one for one in held}
    waiting = _waiting(plan, day)
    return tuple(
        Evidence(
            id=id_,
            status=tactics.get(id_),
            pace=_pace(tactics.get(id_)),
            overspent=tactics[id_].money.pacing if id_ in tactics else None,
            hypothesis=hypotheses.get(id_),
            goal=goals.get(_goal(plan, id_) or ""),
            waiting=tuple(waiting.get(id_, ())),
            start=tactic.start,
            end=tactic.end,
        )
        for id_, tactic in plan.tactics.items()
    )


def _pace(status: TacticStatus | None) -> Fraction | None:
    found = status.contributions if status is not None else ()
    paces = [one.actual / one.to_date for one in found if one.to_date and one.actual is not None]
    return summed(paces) / len(paces) if paces else None


def _goal(plan: Plan, tactic: str) -> str | None:
    milestone = plan.milestones.get(plan.tactics[tactic].milestone or "")
    return milestone.goal if milestone is not None else None


def _waiting(plan: Plan, day: date) -> dict[str, list[str]]:
    """By tactic, those that wait for it and have not ended."""
    found: dict[str, list[str]] = {}
    for id_, tactic in plan.tactics.items():
        if tactic.end is None or tactic.end >= day:
            for earlier in tactic.after:
                found.setdefault(earlier, []).append(id_)
    return found
