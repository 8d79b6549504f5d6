"""Strengths, weaknesses, changes and insights: as the plan's review has them, and as the figures suggest them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmapctl.analysis.review.hypotheses import MEASURED, Held
from roadmapctl.analysis.review.moment import Moment
from roadmapctl.analysis.review.verdicts import GOOD_FROM, TacticVerdict
from roadmapctl.analysis.said import Said
from roadmapctl.analysis.status.result import AHEAD_FROM, GoalStatus, Status
from roadmapctl.model import Plan
from roadmapctl.model.measurement import Insight

ROOM = 5
"""So many proposals of one kind at most: the weightiest."""


@dataclass(frozen=True)
class Points:
    """What went well, what did not, what is changed because of it: written in the plan, then proposed."""

    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    changes: tuple[str, ...]
    proposed_strengths: tuple[Said, ...]
    proposed_weaknesses: tuple[Said, ...]
    proposed_changes: tuple[Said, ...]
    insights: tuple[Insight, ...]
    proposed_insights: tuple[Said, ...]


def points(
    plan: Plan, moment: Moment, status: Status | None, verdicts: tuple[TacticVerdict, ...], held: tuple[Held, ...]
) -> Points:
    """Both kinds, at most five proposals of each."""
    written = moment.written
    return Points(
        written.strengths,
        written.weaknesses,
        written.changes,
        tuple(_strengths(status, verdicts))[:ROOM],
        tuple(_weaknesses(status, verdicts))[:ROOM],
        tuple(_changes(plan, verdicts))[:ROOM],
        plan.measurement.insights if plan.measurement is not None else (),
        tuple(_insights(held))[:ROOM],
    )


def _strengths(status: Status | None, verdicts: tuple[TacticVerdict, ...]) -> Iterator[Said]:
    for goal in _by_pacing(status, ("reached", "ahead"), best_first=True):
        yield Said("goal_ahead", {"goal": goal.id, **_progress(goal)})
    well = [one for one in verdicts if one.evidence.pace is not None and one.evidence.pace >= AHEAD_FROM]
    for one in sorted(well, key=lambda one: -(one.evidence.pace or 0)):
        yield Said("tactic_ahead", _brought(one))


def _weaknesses(status: Status | None, verdicts: tuple[TacticVerdict, ...]) -> Iterator[Said]:
    for goal in _by_pacing(status, ("behind", "missed"), best_first=False):
        cause = goal.causes[0] if goal.causes else None
        yield Said("goal_behind_by", {"goal": goal.id, "cause": cause, **_progress(goal)})
    for one in verdicts:
        if one.evidence.is_silent:
            yield Said("tactic_silent", {"tactic": one.id, "day": one.evidence.start})
    poor = [one for one in verdicts if one.evidence.pace is not None and one.evidence.pace < GOOD_FROM]
    for one in sorted(poor, key=lambda one: one.evidence.pace or 0):
        if one.evidence.main is not None and not one.evidence.is_silent:
            yield Said("tactic_behind", _brought(one))
    if status is not None and status.spend.over is not None and status.spend.over > 0:
        yield Said("overspend", {"over": status.spend.over})


def _by_pacing(status: Status | None, of: tuple[str, ...], *, best_first: bool) -> list[GoalStatus]:
    found = [goal for goal in status.goals if goal.verdict in of] if status is not None else []
    return sorted(found, key=lambda goal: (goal.progress.pacing or Fraction(0)) * (-1 if best_first else 1))


def _progress(goal: GoalStatus) -> dict[str, object]:
    progress = goal.progress
    return {"metric": progress.metric, "actual": progress.actual, "planned": progress.to_date, "share": progress.pacing}


def _brought(one: TacticVerdict) -> dict[str, object]:
    main = one.evidence.main
    if main is None:
        return {"tactic": one.id, "share": one.evidence.pace, "metric": None, "actual": None, "planned": None}
    return {
        "tactic": one.id,
        "share": one.evidence.pace,
        "metric": main.metric,
        "actual": main.actual,
        "planned": main.to_date,
    }


def _changes(plan: Plan, verdicts: tuple[TacticVerdict, ...]) -> Iterator[Said]:
    """What follows from the verdicts: first what ends, with the money that frees, then what is changed."""
    for one in verdicts:
        if one.verdict == "stop":
            yield Said("stop", {"tactic": one.id, "money": _unspent(plan, one)})
    for one in verdicts:
        if one.verdict == "adjust":
            yield Said("adjust", {"tactic": one.id})
    for one in verdicts:
        if one.verdict == "carry-over":
            yield Said("carry_over", {"tactic": one.id})


def _unspent(plan: Plan, one: TacticVerdict) -> Fraction | None:
    """What of a tactic's budget is left; None where its budget or its spend is not known."""
    budget, status = plan.tactics[one.id].budget, one.evidence.status
    spent = status.money.spent if status is not None else None
    return None if budget is None or spent is None else max(Fraction(0), Fraction(budget) - spent)


def _insights(held: tuple[Held, ...]) -> Iterator[Said]:
    for one in held:
        if one.outcome in MEASURED:
            hypothesis = one.hypothesis
            fields = {
                "tactic": one.tactic,
                "metric": hypothesis.metric,
                "change": hypothesis.change,
                "actual": one.actual,
            }
            yield Said(f"learned_{one.outcome}", {**fields, "from": hypothesis.from_, "to": hypothesis.to})
