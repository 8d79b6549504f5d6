"""From event to funnel: what each event asks for, and where that leads."""

from typing import Literal, NamedTuple

from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.matching import source_of
from roadmapctl.model import Plan

Step = Literal["enters", "next", "ahead", "back"]


class Action(NamedTuple):
    """An event's call to action. `feeds` is the stage its guests enter the funnel at, by the source it is of; `leads_to` the
    stage its call leads to. `step`: that very stage (`enters`), the one after it (`next`), one further down (`ahead`), or
    one above it (`back`); None where either is not said."""

    held: Held
    feeds: str | None
    call: str | None
    leads_to: str | None
    step: Step | None


def actions(plan: Plan) -> tuple[Action, ...]:
    """The calls to action of all events, in order of their days."""
    return tuple(_action(plan, held) for held in events_of(plan))


def _action(plan: Plan, held: Held) -> Action:
    cta = held.event.cta
    leads_to = None if cta is None else cta.leads_to
    feeds = _fed(plan, held)
    return Action(held, feeds, None if cta is None else cta.action, leads_to, _step(plan, feeds, leads_to))


def _fed(plan: Plan, held: Held) -> str | None:
    """The stage that the event's source feeds: the top one unless it says another."""
    source = source_of(plan, held)
    if plan.funnel is None or source is None or not plan.funnel.stages:
        return None
    return plan.funnel.sources[source].feeds or plan.funnel.stages[0].id


def _step(plan: Plan, feeds: str | None, leads_to: str | None) -> Step | None:
    places = {stage.id: place for place, stage in enumerate(plan.funnel.stages)} if plan.funnel is not None else {}
    if feeds not in places or leads_to not in places:
        return None
    way = places[leads_to] - places[feeds]
    return "back" if way < 0 else "enters" if way == 0 else "next" if way == 1 else "ahead"


def grades_missing(plan: Plan) -> tuple[tuple[Held, tuple[str, ...]], ...]:
    """Events that follow up on fewer grades of leads than others do, with those grades; in order of their days."""
    held = events_of(plan)
    grades = dict.fromkeys(grade for one in held for grade in one.event.follow_up)
    rows = ((one, tuple(grade for grade in sorted(grades) if grade not in one.event.follow_up)) for one in held)
    return tuple((one, missing) for one, missing in rows if missing)
