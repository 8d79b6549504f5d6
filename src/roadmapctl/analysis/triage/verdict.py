"""What to do with a request, why, and the one question that would change it.

The first rule that fits decides:

| what is found | verdict |
|---|---|
| it serves no goal of the plan or its parent | decline |
| its segment is not in the plan, and nothing of the strategy carries it | decline |
| it begins after its goal is due, or after the plan ends | park |
| money and hands are there, but nobody said what it costs | park |
| …or what it brings; among the plan's ideas it has the highest score | take |
| …or what it brings, and other ideas score more or nothing compares | park |
| …and its goal is covered and not behind, while every planned tactic brings a unit for less | park |
| money and hands are there | take |
| they are not, and nobody said what it brings, or nothing can make way | park |
| less of the goals' ways is missing after the exchange, or as much and they gain more than they lose | swap |
| every planned tactic brings a unit for less | decline |
| else | park |
"""

from dataclasses import dataclass
from typing import Literal

from roadmapctl.analysis.said import Said
from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.analysis.triage.questions import break_even, cheaper, easier, least_it_must_bring, still_open
from roadmapctl.analysis.triage.reasons import covered, price, what_changes, what_is_missing, what_is_there, worth

Kind = Literal["take", "swap", "park", "decline"]


@dataclass(frozen=True)
class Verdict:
    """What to do. `question` is the one whose answer would change it."""

    kind: Kind
    reasons: tuple[Said, ...]
    question: Said


def verdict(grounds: Grounds) -> Verdict:
    """The verdict on a request, by the table above."""
    return _outside(grounds) or (_tight(grounds) if grounds.is_tight else _roomy(grounds))


def _outside(grounds: Grounds) -> Verdict | None:
    """It serves nothing of this plan, or not in its time."""
    serves, request = grounds.serves, grounds.request
    if serves.goal is None:
        return Verdict("decline", (Said("no_goal", {}),), Said("which_goal", {}))
    segment = serves.segment
    if segment is not None and segment.status == "unknown" and not serves.strategy.by_fields:
        return Verdict("decline", (Said("stranger", {"segment": segment.id}),), Said("which_segment", {}))
    due, end = serves.goal.goal.due, grounds.period.end if grounds.period is not None else None
    if request.start is not None and end is not None and request.start > end:
        return Verdict("park", (Said("after_plan", {"day": request.start, "end": end}),), Said("earlier", {"day": end}))
    if request.start is not None and due is not None and request.start > due:
        fields = {"day": request.start, "due": due, "goal": serves.goal.id}
        return Verdict("park", (Said("after_due", fields),), Said("earlier", {"day": due}))
    return None


def _roomy(grounds: Grounds) -> Verdict:
    """Money and hands are there."""
    main, room = grounds.main, tuple(what_is_there(grounds))
    if grounds.money.budget is not None and grounds.money.asked is None:
        question = Said("what_cost", {"left": grounds.money.left})
        return Verdict("park", (*worth(grounds), Said("cost_unsaid", {})), question)
    if main is None:
        return _by_score(grounds, room)
    if main.is_dearest and main.gap == 0 and not grounds.is_behind:
        reasons = (*room, Said("covered", covered(main)), *price(main))
        return Verdict("park", reasons, cheaper(main))
    return Verdict("take", (*worth(grounds), *room), still_open(grounds) or least_it_must_bring(main))


def _by_score(grounds: Grounds, room: tuple[Said, ...]) -> Verdict:
    """Nobody said what it brings: its score has to decide."""
    best = next((one for one in grounds.ranked if one.of > 1), None)
    if best is None:
        return Verdict("park", (*room, Said("worth_unsaid", {})), Said("what_brings", {}))
    fields = {"rank": best.rank, "of": best.of, "method": best.method}
    if best.rank > 1:
        reasons = (*room, Said("ideas_before", {**fields, "idea": best.above[0]}))
        return Verdict("park", reasons, Said("what_brings", {}))
    return Verdict("take", (Said("first_idea", fields), *room), Said("what_brings", {}))


def _tight(grounds: Grounds) -> Verdict:
    """Money or hands are missing: something has to make way."""
    found, missing = grounds.displacement, tuple(what_is_missing(grounds))
    if grounds.main is None:
        return Verdict("park", (*missing, Said("worth_unsaid", {})), Said("what_brings", {}))
    if found is None:
        return Verdict("park", (*worth(grounds), *missing, Said("nothing_gives_way", {})), easier(grounds))
    exchange = what_changes(found)
    if found.pays:
        return Verdict("swap", (*worth(grounds), *missing, exchange), break_even(grounds.main, found))
    reasons = (*worth(grounds), *missing, exchange)
    if grounds.main.is_dearest:
        return Verdict("decline", reasons, cheaper(grounds.main))
    return Verdict("park", reasons, easier(grounds))
