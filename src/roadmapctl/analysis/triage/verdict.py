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

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from roadmapctl.analysis.said import Said
from roadmapctl.analysis.triage.displacement import Displacement
from roadmapctl.analysis.triage.ranking import Ranked
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.room import Hands, Money
from roadmapctl.analysis.triage.serves import Serves
from roadmapctl.analysis.triage.standing import Standing
from roadmapctl.analysis.triage.worth import Compared
from roadmapctl.model.time import Period

Kind = Literal["take", "swap", "park", "decline"]


@dataclass(frozen=True)
class Verdict:
    """What to do. `question` is the one whose answer would change it."""

    kind: Kind
    reasons: tuple[Said, ...]
    question: Said


@dataclass(frozen=True)
class Grounds:
    """All that a verdict rests on."""

    request: Request
    period: Period | None
    serves: Serves
    standing: Standing | None
    ranked: tuple[Ranked, ...]
    compared: tuple[Compared, ...]
    money: Money
    hands: Hands
    displacement: Displacement | None

    @property
    def is_behind(self) -> bool:
        """Is the goal behind, whatever is planned for it?"""
        return self.standing is not None and self.standing.is_behind

    @property
    def main(self) -> Compared | None:
        """The first metric of a goal that the request moves."""
        return next((one for one in self.compared if one.aim is not None), None)


def verdict(grounds: Grounds) -> Verdict:
    """The verdict on a request, by the table above."""
    return _outside(grounds) or (_tight(grounds) if _is_tight(grounds) else _roomy(grounds))


def _is_tight(grounds: Grounds) -> bool:
    return bool(grounds.money.short) or grounds.hands.short


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


# --- where money and hands are there


def _roomy(grounds: Grounds) -> Verdict:
    main, room = grounds.main, tuple(_room(grounds))
    if grounds.money.budget is not None and grounds.money.asked is None:
        question = Said("what_cost", {"left": grounds.money.left})
        return Verdict("park", (*_worth(grounds), Said("cost_unsaid", {})), question)
    if main is None:
        return _by_score(grounds, room)
    if main.is_dearest and main.gap == 0 and not grounds.is_behind:
        reasons = (*room, Said("covered", _covered(main)), *_price(main))
        return Verdict("park", reasons, _cheaper(main))
    return Verdict("take", (*_worth(grounds), *room), _still_open(grounds) or _least_it_must_bring(main))


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


def _room(grounds: Grounds) -> Iterator[Said]:
    """What of money and hands is there."""
    money, owner = grounds.money, grounds.hands.owner
    if money.left is None:
        yield Said("no_budget", {})
    elif money.asked is not None:
        yield Said("money_there", {"asked": money.asked, "left": money.left})
    if owner is not None:
        yield Said("hands_there", {"person": owner.person, "running": owner.running, "limit": owner.limit})
    else:
        yield Said("hands_unsaid", {})


def _worth(grounds: Grounds) -> Iterator[Said]:
    """What it brings its goal, and at which price."""
    main = grounds.main
    if main is None or main.aim is None:
        return
    offer = {"metric": main.metric, "amount": main.own.amount, "goal": main.aim.goal}
    stands = grounds.standing
    if stands is not None and stands.is_behind:
        key = "fills_behind" if main.gap else "beyond_behind"
        yield Said(key, {**offer, "gap": main.gap, "day": stands.day, "pacing": stands.pacing})
    else:
        yield Said("fills" if main.gap else "beyond", {**offer, "gap": main.gap})
    yield from _price(main)


def _price(main: Compared) -> Iterator[Said]:
    """At which price it brings one, beside the planned."""
    mine = main.own.per_unit
    if mine is None or main.dearest is None:
        return
    fields = {"metric": main.metric, "price": mine, "of": len(main.priced)}
    cheaper = sum(one.per_unit is not None and one.per_unit < mine for one in main.priced)
    if cheaper:
        yield Said("price", {**fields, "cheaper": cheaper, "dearest": main.dearest.per_unit, "tactic": main.dearest.id})
    else:
        yield Said("cheapest", {**fields, "next": main.priced[0].per_unit, "tactic": main.priced[0].id})


def _covered(main: Compared) -> dict[str, Any]:
    aim = main.aim
    return {} if aim is None else {"goal": aim.goal, "metric": aim.metric, "planned": main.planned, "way": aim.way}


def _cheaper(main: Compared) -> Said:
    """The cost at which it would be no dearer than the dearest of the planned."""
    dearest = main.dearest
    if dearest is None or dearest.per_unit is None:
        return Said("sure", {"metric": main.metric, "amount": main.own.amount})
    return Said("cheaper", {"cost": dearest.per_unit * main.own.amount, "tactic": dearest.id})


def _still_open(grounds: Grounds) -> Said | None:
    """Who does it and when, where nobody said so."""
    return Said("who_when", {}) if grounds.hands.owner is None else None


def _least_it_must_bring(main: Compared) -> Said:
    """Below which amount every planned tactic would bring a unit for less."""
    most = main.dearest.per_unit if main.dearest is not None else None
    cost = main.own.cost
    fields = {"metric": main.metric, "amount": main.own.amount}
    if not most or not cost:
        return Said("sure", fields)
    return Said("sure_above", {**fields, "least": cost / most})


# --- where something is missing


def _tight(grounds: Grounds) -> Verdict:
    found, missing = grounds.displacement, tuple(_missing(grounds))
    if grounds.main is None:
        return Verdict("park", (*missing, Said("worth_unsaid", {})), Said("what_brings", {}))
    if found is None:
        return Verdict("park", (*_worth(grounds), *missing, Said("nothing_gives_way", {})), _easier(grounds))
    exchange = _exchange(found)
    if found.pays:
        return Verdict("swap", (*_worth(grounds), *missing, exchange), _break_even(grounds.main, found))
    reasons = (*_worth(grounds), *missing, exchange)
    if grounds.main.is_dearest:
        return Verdict("decline", reasons, _cheaper(grounds.main))
    return Verdict("park", reasons, _easier(grounds))


def _exchange(found: Displacement) -> Said:
    """What the exchange does to the goals."""
    tactics = tuple(one.id for one in found.tactics)
    if found.before != found.after:
        key = "closer" if found.after < found.before else "farther"
        goals = tuple(one.aim.goal for one in found.goals if one.missing_after > one.missing_before)
        return Said(key, {"tactics": tactics, "before": found.before, "after": found.after, "goals": goals})
    return Said("gains" if found.pays else "loses", {"tactics": tactics, "loss": found.loss, "gain": found.gain})


def _missing(grounds: Grounds) -> Iterator[Said]:
    money, owner = grounds.money, grounds.hands.owner
    if money.short:
        yield Said("money_short", {"asked": money.asked, "left": money.left, "short": money.short})
    if owner is not None and not owner.has_room:
        fields = {"person": owner.person, "running": owner.running, "limit": owner.limit, "day": owner.day}
        yield Said("hands_short", fields)


def _easier(grounds: Grounds) -> Said:
    """Another owner, another day, or less money: whichever alone would do."""
    money, hands, request = grounds.money, grounds.hands, grounds.request
    if money.short:
        left = money.left or 0
        return Said("for_less" if left > 0 else "more_money", {"left": left, "short": money.short})
    if hands.others:
        return Said("another_owner", {"person": hands.others[0].person})
    if hands.free_from is not None and request.span is not None:
        end = hands.free_from + (request.span[1] - request.span[0])
        return Said("later", {"person": request.owner, "day": hands.free_from, "end": end})
    return Said("more_hands", {"person": request.owner})


def _break_even(main: Compared, found: Displacement) -> Said:
    """The amount below which the exchange would not pay, everything else being as it is.

    With m what the other goals miss then, in parts of their ways, the goal may miss before − m; where that is 0, the goals
    must also gain what they lose.
    """
    fields = {"metric": main.metric, "amount": main.own.amount}
    own = next((one for one in found.goals if one.aim == main.aim), None)
    if own is None:
        return Said("sure", fields)
    way = own.aim.way
    allowed = found.before - (found.after - own.missing_after)
    least = way * (1 - allowed) - own.planned + own.lost
    if not allowed:
        least = max(least, own.gained - way * (found.gain - found.loss))
    return Said("sure_exchange", {**fields, "least": max(least, Fraction(0))})
