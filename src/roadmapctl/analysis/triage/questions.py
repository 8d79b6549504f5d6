"""The one question that would change a verdict: at which cost, from which amount on, by whom or when."""

from fractions import Fraction

from roadmapctl.analysis.said import Said
from roadmapctl.analysis.triage.displacement import Displacement
from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.analysis.triage.worth import Compared


def cheaper(main: Compared) -> Said:
    """The cost at which it would be no dearer than the dearest of the planned."""
    dearest = main.dearest
    if dearest is None or dearest.per_unit is None:
        return Said("sure", {"metric": main.metric, "amount": main.own.amount})
    return Said("cheaper", {"cost": dearest.per_unit * main.own.amount, "tactic": dearest.id})


def still_open(grounds: Grounds) -> Said | None:
    """Who does it and when, where nobody said so."""
    return Said("who_when", {}) if grounds.hands.owner is None else None


def least_it_must_bring(main: Compared) -> Said:
    """Below which amount every planned tactic would bring a unit for less."""
    most = main.dearest.per_unit if main.dearest is not None else None
    cost = main.own.cost
    fields = {"metric": main.metric, "amount": main.own.amount}
    if not most or not cost:
        return Said("sure", fields)
    return Said("sure_above", {**fields, "least": cost / most})


def easier(grounds: Grounds) -> Said:
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


def break_even(main: Compared, found: Displacement) -> Said:
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
