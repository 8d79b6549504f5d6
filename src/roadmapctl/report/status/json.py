"""A status as JSON: stable, versioned, numbers to six decimals, whole ones as integers, shares as parts of 1."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from roadmapctl.analysis.status.result import (
    AHEAD_FROM,
    ON_TRACK_FROM,
    Cause,
    GoalStatus,
    KpiStatus,
    MilestoneStatus,
    Money,
    Progress,
    Status,
    TacticStatus,
)
from roadmapctl.report.json_number import plain


def status_json(
    found: Status, *, given: bool, currency: str | None, source: str, findings: Sequence[dict[str, Any]] = ()
) -> str:
    """One JSON object. `given`: the as-of day was asked for. `source` is what the plan calls its actual figures."""
    data = {
        "version": 1,
        "currency": currency,
        "as_of": _day(found.as_of),
        "as_of_from": "given" if given else "latest_record",
        "period": {"start": _day(found.start), "end": _day(found.end)},
        "thresholds": {"ahead": plain(AHEAD_FROM), "on_track": plain(ON_TRACK_FROM)},
        "goals": [_goal(goal) for goal in found.goals],
        "milestones": [_milestone(milestone) for milestone in found.milestones],
        "tactics": [_tactic(tactic) for tactic in found.tactics],
        "kpis": [_kpi(kpi) for kpi in found.kpis],
        "spend": {
            **_money(found.spend.money),
            "over": plain(found.spend.over),
            "by_tactic": {id: plain(spent) for id, spent in found.spend.by_tactic.items()},
            "by_source": {id: plain(spent) for id, spent in found.spend.by_source.items()},
        },
        "actuals": {
            "source": source,
            "records": found.counted.records,
            "after_as_of": found.counted.after,
            "before_start": found.counted.before_start,
        },
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _goal(goal: GoalStatus) -> dict[str, Any]:
    return {"id": goal.id, **_progress(goal.progress), "causes": [_cause(cause) for cause in goal.causes]}


def _progress(found: Progress) -> dict[str, Any]:
    return {
        "metric": found.metric,
        "kind": found.kind,
        "due": _day(found.end),
        "baseline": plain(found.baseline),
        "target": plain(found.target),
        "actual": plain(found.actual),
        "measured": _day(found.measured),
        "basis": found.basis,
        "due_share": plain(found.share),
        "plan_to_date": plain(found.to_date),
        "plan_to_date_through_milestones": plain(found.through_milestones),
        "attainment": plain(found.attainment),
        "pacing": plain(found.pacing),
        "projection": plain(found.projection),
        "growth": plain(found.growth),
        "reached_on": _day(found.reached_on),
        "less_is_better": found.down,
        "verdict": found.verdict,
        "reason": found.gap,
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "kind": cause.kind,
        "id": cause.id,
        "to": cause.to,
        "metric": cause.metric,
        "planned": plain(cause.planned),
        "actual": plain(cause.actual),
        "effect": plain(cause.effect),
        "part": plain(cause.part),
        "nothing_recorded": cause.silent,
    }


def _milestone(one: MilestoneStatus) -> dict[str, Any]:
    progress = _progress(one.progress)
    del progress["due"], progress["growth"], progress["plan_to_date_through_milestones"]
    return {"id": one.id, "date": _day(one.date), "state": one.state, "days_left": one.days_left, **progress}


def _tactic(one: TacticStatus) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": one.state,
        "start": _day(one.start),
        "end": _day(one.end),
        "elapsed": plain(one.elapsed),
        "nothing_recorded": one.silent,
        "verdict": one.verdict,
        "contributes": [
            {
                "metric": row.metric,
                "planned": plain(row.planned),
                "plan_to_date": plain(row.to_date),
                "actual": plain(row.actual),
                "pacing": plain(row.pacing),
            }
            for row in one.contributions
        ],
        "spend": _money(one.money),
    }


def _money(money: Money) -> dict[str, Any]:
    return {
        "budget": plain(money.budget),
        "plan_to_date": plain(money.to_date),
        "spent": plain(money.spent),
        "pacing": plain(money.pacing),
        "projection": plain(money.projection),
    }


def _kpi(one: KpiStatus) -> dict[str, Any]:
    return {
        "metric": one.metric,
        "level": one.level,
        "kind": one.kind,
        "start": plain(one.before),
        "actual": plain(one.actual),
        "measured": _day(one.measured),
        "goal": one.goal,
        "target": plain(one.target),
        "pacing": plain(one.pacing),
        "verdict": one.verdict,
    }
