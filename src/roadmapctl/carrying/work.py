"""Tactics of the next period's plan, and the people who carry them."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.carry.days import event_day
from roadmapctl.analysis.carry.tactics import CarriedTactic, continues
from roadmapctl.analysis.review.hypotheses import Held
from roadmapctl.carrying.aims import area_of
from roadmapctl.carrying.source import Source
from roadmapctl.cutting.sheet import Section, section


def tactics(source: Source) -> Section:
    """The tactics that go on, each with its verdict above it and the questions that it leaves open."""
    carry = source.carry
    found = {id_: _tactic(source, id_, carried) for id_, carried in carry.tactics.items()}
    stopped = source.listed(tuple(one.id for one in carry.dropped))
    gone = [source.comment("stopped", tactics=stopped)] if stopped else []
    above = {id_: tuple(_above(source, id_, carried)) for id_, carried in carry.tactics.items()}
    return section(found, source.comment("tactics"), *gone, **above)


def _tactic(source: Source, id_: str, carried: CarriedTactic) -> dict[str, Any]:
    """The tactic's own keys in their order, with what is new of them."""
    plan, values = source.carry.plan, dict(source.section("tactics", id_))
    tactic = plan.tactics[id_]
    changed: dict[str, Any] = {
        "milestone": tactic.milestone if tactic.milestone in source.carry.milestones else None,
        "focus": area_of(source, id_),
        "start": None if carried.days.start is None else carried.days.start.isoformat(),
        "end": None if carried.days.end is None else carried.days.end.isoformat(),
        "after": list(continues(tactic, source.carry.tactics)),
        "contributes": _contributes(source, carried, values.get("contributes")),
        "hypothesis": _hypothesis(source, carried.verdict.evidence.hypothesis, values.get("hypothesis")),
        "event": _event(source, id_, carried),
    }
    order = list(values)
    if "focus" not in order:
        order.insert(
            next((n for n, key in enumerate(order) if key in ("milestone", "owner", "start")), len(order)), "focus"
        )
    whole = {key: changed.get(key, values.get(key)) for key in order}
    return {key: value for key, value in whole.items() if value not in (None, [], {})}


def _contributes(source: Source, carried: CarriedTactic, values: Any) -> Any:
    if carried.was == "as_planned":
        return values
    return {metric: source.quantity(amount, metric) for metric, amount in carried.contributes.items()}


def _hypothesis(source: Source, held: Held | None, values: dict[str, Any] | None) -> dict[str, Any] | None:
    """What is still to be shown, from the value there is now; one that was confirmed is an insight."""
    if values is None or held is None or held.outcome == "met":
        return None
    if held.outcome != "partly" or held.actual is None:
        return values
    metric = held.hypothesis.metric
    known = next((goal.baseline for id_, goal in source.carry.goals.items() if _measures(source, id_, metric)), None)
    value = known if known is not None else source.exact(held.actual)
    return {**values, "from": source.quantity(value, metric)}


def _measures(source: Source, goal: str, metric: str | None) -> bool:
    return source.carry.plan.goals[goal].metric == metric


def _event(source: Source, id_: str, carried: CarriedTactic) -> dict[str, Any] | None:
    """What makes it an event, on its day of the next period."""
    values: dict[str, Any] | None = source.section("tactics", id_).get("event")
    event = source.carry.plan.tactics[id_].event
    if values is None or event is None or event.date is None:
        return values
    return {**values, "date": event_day(source.carry.step, event.date, carried.days).isoformat()}


def _above(source: Source, id_: str, carried: CarriedTactic) -> Iterator[str]:
    verdict = carried.verdict.verdict
    why = source.why(carried.verdict)
    said = source.comment(verdict or "open")
    yield source.comment("because", verdict=said, why=why) if why else said
    if verdict == "adjust":
        yield source.comment("how")
    if verdict is None:
        yield source.comment("decide")
    if carried.was == "at_pace":
        yield source.comment("at_pace", planned=_planned(source, id_))


def _planned(source: Source, id_: str) -> str:
    """What a tactic was planned to bring; of several metrics, each by its name."""
    planned = source.carry.plan.tactics[id_].contributes
    if len(planned) == 1:
        [(metric, amount)] = planned.items()
        return source.spoken(amount, metric)
    parts = (f"{source.words.metric(metric)} {source.spoken(amount, metric)}" for metric, amount in planned.items())
    return source.comment("between").join(parts)


def organization(source: Source) -> Section:
    """The same people; of the goals they answer for, those that go on. Who has nothing left to do is left out."""
    plan = source.carry.plan
    owners = {plan.tactics[id_].owner for id_ in source.carry.tactics} | {idea.owner for idea in plan.ideas.values()}
    whole = dict(source.section("organization"))
    people: dict[str, Any] = {}
    for id_, values in (whole.get("people") or {}).items():
        goals = [goal for goal in values.get("goals") or () if goal in source.carry.goals]
        if id_ in owners or goals or values.get("functions"):
            person = {**values, "goals": goals}
            people[id_] = {key: value for key, value in person.items() if value not in (None, [], {})}
    if whole.get("head") not in people:
        whole.pop("head", None)
    return section({**whole, **({"people": people} if people else {})})
