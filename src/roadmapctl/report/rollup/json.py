"""Roll-ups as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.rollup.budget import BudgetLine
from roadmapctl.analysis.rollup.clashes import Clash
from roadmapctl.analysis.rollup.goals import GoalSum
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.analysis.rollup.rollup import Rollup, ShareSum
from roadmapctl.model.time import Period
from roadmapctl.report.json_number import plain
from roadmapctl.report.rollup.words import Words


def rollup_json(found: Sequence[tuple[Rollup, Words]]) -> str:
    """One JSON object; plans are named by their files, clashes told in the language of the output."""
    severities = [clash.severity for each, _ in found for clash in each.clashes]
    data = {
        "version": 1,
        "summary": {f"{severity}s": severities.count(severity) for severity in ("error", "warning", "info")},
        "rollups": [_rollup(each, words) for each, words in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rollup(found: Rollup, words: Words) -> dict[str, Any]:
    everybody = (*(() if found.whole is None else (found.whole,)), *found.members)
    return {
        "parent": None if found.whole is None else _member(found.whole, words),
        "currency": next((member.plan.currency for member in everybody if member.plan.currency), None),
        "plans": [_member(member, words) for member in found.members],
        "ways": [_way(way) for way in found.ways],
        "calendar": [
            {
                "kind": entry.kind,
                "id": entry.id,
                "name": entry.name,
                "start": entry.start.isoformat(),
                "end": entry.end.isoformat(),
                "plans": _files(entry.members),
            }
            for entry in found.calendar
        ],
        "clashes": [_clash(clash, words) for clash in found.clashes],
    }


def _member(member: Member, words: Words) -> dict[str, Any]:
    plan = member.plan
    return {
        "file": member.file,
        "name": plan.name,
        "label": words.member(member),
        "unit": plan.unit,
        "period": None if plan.period is None else _days(plan.period),
        "budget": plain(plan.budget),
    }


def _days(period: Period) -> dict[str, str]:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _files(members: Sequence[Member]) -> list[str]:
    return [member.file for member in members]


def _way(way: ShareSum) -> dict[str, Any]:
    gaps = ((line, gap) for line, found in way.unplanned.items() for gap in found)
    budget = way.budget
    return {
        "way": way.share.way,
        "plans": _files(way.share.members),
        "budget": {
            "lines": [_line(line) for line in budget.lines],
            "total": plain(budget.total),
            "whole": plain(budget.whole),
            "left": plain(budget.left),
        },
        "goals": [_goal(goal) for goal in way.goals],
        "unplanned": [{"line": line, **_days(gap)} for line, gap in gaps],
    }


def _line(line: BudgetLine) -> dict[str, Any]:
    return {
        "file": line.member.file,
        "budget": plain(line.budget),
        "from": "plan" if line.stated else "tactics",
        "tactics": plain(line.tactics),
        "part": plain(line.part),
    }


def _goal(found: GoalSum) -> dict[str, Any]:
    return {
        "id": found.id,
        "metric": found.goal.metric,
        "kind": found.kind,
        "target": plain(found.target),
        "total": plain(found.total),
        "over": plain(found.over),
        "state": found.state,
        "shares": [{"file": s.member.file, "goal": s.goal, "value": plain(s.value)} for s in found.shares],
        "served_by": _files(found.helpers),
    }


def _clash(clash: Clash, words: Words) -> dict[str, Any]:
    values = {key: _value(value) for key, value in clash.values.items()}
    head = {"severity": clash.severity, "kind": clash.kind, "message": words.clash(clash)}
    return {**head, "plans": _files(clash.members), "values": values}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, Fraction) else value
