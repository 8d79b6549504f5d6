"""The funnel of the next period's plan."""

from typing import Any

from roadmapctl.carrying.source import Source
from roadmapctl.cutting.funnel import Moved
from roadmapctl.cutting.sheet import Section, section

OVER = ("already_won",)
OVER_IN_A_STAGE = ("in_hand", "recycled")
YEAR = 360


def funnel(source: Source, moved: Moved) -> Section | None:
    """The funnel as it was, without what was in hand and won; None where its goal does not go on."""
    plan = source.carry.plan.funnel
    if plan is None or plan.goal not in source.carry.goals:
        return None
    values = {key: value for key, value in source.section("funnel").items() if key not in OVER}
    values["stages"] = [_without(stage) for stage in values.get("stages") or ()]
    values["sources"] = {id_: _fed(feed, moved) for id_, feed in (values.get("sources") or {}).items()}
    values["teams"] = {id_: _all_there(team) for id_, team in (values.get("teams") or {}).items()}
    if (source.carry.period.end - source.carry.period.start).days < YEAR:
        values.pop("seasonality", None)  # its months are over
    kept = {key: value for key, value in values.items() if value not in (None, {}, [])}
    return section(kept, source.comment("funnel"))


def _without(stage: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in stage.items() if key not in OVER_IN_A_STAGE}


def _fed(feed: dict[str, Any] | None, moved: Moved) -> dict[str, Any]:
    """The source, its table seen from where the new plan stands."""
    values = dict(feed or {})
    response = values.get("response")
    if isinstance(response, dict) and isinstance(response.get("table"), str):
        values["response"] = {**response, "table": moved(response["table"])}
    return values


def _all_there(team: dict[str, Any]) -> dict[str, Any]:
    """The team with those who joined counted among its people, all of them productive by now."""
    values = {key: value for key, value in team.items() if key not in ("joins", "ramp")}
    return {**values, "people": (team.get("people") or 0) + len(team.get("joins") or ())}
