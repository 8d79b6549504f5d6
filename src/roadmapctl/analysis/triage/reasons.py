"""The reasons of a verdict: what is there, what the request is worth, what is missing, and what an exchange does."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.said import Said
from roadmapctl.analysis.triage.displacement import Displacement
from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.analysis.triage.worth import Compared


def what_is_there(grounds: Grounds) -> Iterator[Said]:
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


def worth(grounds: Grounds) -> Iterator[Said]:
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
    yield from price(main)


def price(main: Compared) -> Iterator[Said]:
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


def covered(main: Compared) -> dict[str, Any]:
    """That what is planned covers the goal's way already."""
    aim = main.aim
    return {} if aim is None else {"goal": aim.goal, "metric": aim.metric, "planned": main.planned, "way": aim.way}


def what_is_missing(grounds: Grounds) -> Iterator[Said]:
    """Which money and whose hands are missing."""
    money, owner = grounds.money, grounds.hands.owner
    if money.short:
        yield Said("money_short", {"asked": money.asked, "left": money.left, "short": money.short})
    if owner is not None and not owner.has_room:
        fields = {"person": owner.person, "running": owner.running, "limit": owner.limit, "day": owner.day}
        yield Said("hands_short", fields)


def what_changes(found: Displacement) -> Said:
    """What the exchange does to the goals."""
    tactics = tuple(one.id for one in found.tactics)
    if found.before != found.after:
        key = "closer" if found.after < found.before else "farther"
        goals = tuple(one.aim.goal for one in found.goals if one.missing_after > one.missing_before)
        return Said(key, {"tactics": tactics, "before": found.before, "after": found.after, "goals": goals})
    return Said("gains" if found.pays else "loses", {"tactics": tactics, "loss": found.loss, "gain": found.gain})
