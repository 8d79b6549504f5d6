"""A review as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from roadmapctl.analysis.review.changes import Change
from roadmapctl.analysis.review.hypotheses import Held
from roadmapctl.analysis.review.points import Points
from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.analysis.said import Said
from roadmapctl.analysis.status.result import Cause, GoalStatus, MilestoneStatus, SpendStatus
from roadmapctl.diagnostics import dotted
from roadmapctl.report.json_number import plain
from roadmapctl.report.review.left import places
from roadmapctl.report.review.words import Words
from roadmapctl.report.wording import Wording


def review_json(
    found: Reviewed, wording: Wording, since: str | None = None, findings: Sequence[dict[str, Any]] = ()
) -> str:
    """One JSON object. `findings` are diagnostics as `validate --format json` writes them."""
    words, moment = Words(wording), found.moment
    data = {
        "version": 1,
        "review": moment.kind,
        "id": moment.id,
        "currency": wording.plan.currency,
        "date": moment.day.isoformat(),
        "date_from": moment.day_from,
        "figures_until": None if found.status is None else moment.figures.isoformat(),
        "findings_written": moment.written.findings,
        "goals": [] if found.status is None else [_goal(one) for one in found.status.goals],
        "milestones": [] if found.status is None else [_milestone(one) for one in found.status.milestones],
        "spend": None if found.status is None else _spend(found.status.spend),
        "tactics": [_tactic(one, words) for one in found.verdicts],
        "hypotheses": [_held(one) for one in found.hypotheses],
        **_points(found.points, words),
        "since": since,
        "changes": None if found.changes is None else [_change(one) for one in found.changes],
        "to_write": [{"key": key, "path": path} for key, path in places(found)],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _goal(one: GoalStatus) -> dict[str, Any]:
    progress = one.progress
    numbers = ("baseline", "target", "actual", "to_date", "attainment", "pacing", "projection")
    return {
        "id": one.id,
        "metric": progress.metric,
        **{key: plain(getattr(progress, key)) for key in numbers},
        "state": one.verdict,
        "causes": [_cause(cause) for cause in one.causes],
    }


def _milestone(one: MilestoneStatus) -> dict[str, Any]:
    progress = one.progress
    return {
        "id": one.id,
        "date": one.date and one.date.isoformat(),
        "metric": progress.metric,
        "target": plain(progress.target),
        "actual": plain(progress.actual),
        "attainment": plain(progress.attainment),
        "state": one.state,
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "kind": cause.kind,
        "id": cause.id,
        "metric": cause.metric,
        "planned": plain(cause.planned),
        "actual": plain(cause.actual),
        "effect": plain(cause.effect),
        "nothing_recorded": cause.silent,
    }


def _spend(spend: SpendStatus) -> dict[str, Any]:
    money = spend.money
    keys = ("budget", "to_date", "spent", "pacing", "projection")
    return {**{key: plain(getattr(money, key)) for key in keys}, "over": plain(spend.over)}


def _tactic(one: TacticVerdict, words: Words) -> dict[str, Any]:
    status = one.evidence.status
    return {
        "id": one.id,
        "verdict": one.verdict,
        "decided": one.is_decided,
        "because": None if one.written is None else one.written.because,
        "proposed": one.proposed,
        "reasons": [_said(said, words) for said in one.reasons],
        "pace": plain(one.evidence.pace),
        "budget": None if status is None else plain(status.money.budget),
        "spent": None if status is None else plain(status.money.spent),
        "waited_for_by": list(one.evidence.waiting),
    }


def _said(said: Said, words: Words) -> dict[str, str]:
    return {"key": said.key, "text": words.sentence(said)}


def _held(one: Held) -> dict[str, Any]:
    hypothesis = one.hypothesis
    return {
        "tactic": one.tactic,
        "metric": hypothesis.metric,
        "from": _number(hypothesis.from_),
        "to": _number(hypothesis.to),
        "actual": plain(one.actual),
        "measured": one.measured and one.measured.isoformat(),
        "moved": plain(one.moved),
        "outcome": one.outcome,
    }


def _points(points: Points, words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in ("strengths", "weaknesses", "changes"):
        proposed = [_said(said, words) for said in getattr(points, f"proposed_{key}")]
        name = "changes_made" if key == "changes" else key
        found[name] = {"written": list(getattr(points, key)), "proposed": proposed}
    insights = [{"learned": one.learned, "from": one.from_, "so": one.so} for one in points.insights]
    found["insights"] = {"written": insights, "proposed": [_said(said, words) for said in points.proposed_insights]}
    return found


def _change(one: Change) -> dict[str, Any]:
    return {"kind": one.kind, "path": dotted(one.path), "before": _value(one.before), "after": _value(one.after)}


def _value(value: Any) -> Any:
    """A value of YAML as one of JSON."""
    if isinstance(value, dict):
        return {str(key): _value(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_value(part) for part in value]
    if isinstance(value, Decimal):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
