"""Playbooks as JSON: stable and versioned."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from roadmapctl.analysis.playbooks.lessons import lessons
from roadmapctl.analysis.playbooks.levels import LEVELS, empty_levels, kpis
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.analysis.playbooks.systems import systems
from roadmapctl.analysis.playbooks.touches import Clash, Touch
from roadmapctl.model import Plan
from roadmapctl.report.playbooks.calendar import Calendar


def playbooks_json(
    plan: Plan, calendar: Calendar, books: Sequence[str], findings: Sequence[Mapping[str, Any]] = ()
) -> str:
    """One JSON object; `findings` are diagnostics as `validate` has them. Days are ISO dates, times `HH:MM` or null."""
    data = {
        "version": 1,
        "playbooks": [_book(plan, id_, calendar.runs) for id_ in books],
        "runs": [_run(run) for run in calendar.runs],
        "touches": [_touch(touch) for touch in calendar.touches],
        "clashes": [_clash(clash) for clash in calendar.clashes],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _book(plan: Plan, id_: str, runs: Sequence[Run]) -> dict[str, Any]:
    playbook, found = plan.playbooks[id_], systems(plan.playbooks[id_])
    judged = kpis(plan, playbook)
    return {
        "id": id_,
        "name": playbook.name,
        "runs": list(dict.fromkeys(run.tactic for run in runs if run.playbook == id_ and run.tactic is not None)),
        "journey": [{"customer": p.customer, "behind": p.behind, "system": p.system} for p in playbook.touchpoints],
        "systems": [
            {
                "id": s,
                "does": playbook.systems[s].does if s in playbook.systems else None,
                "described": s in playbook.systems,
            }
            for s in found.ids
        ],
        "flows": [{"from": flow.sender, "to": flow.receiver, "fields": list(flow.fields)} for flow in found.flows],
        "sequence": [{"at": step.at, "channel": step.channel, "message": step.message} for step in playbook.sequence],
        "kpis": {level: [kpi.metric for kpi in judged if kpi.level == level] for level in LEVELS},
        "kpi_gaps": list(empty_levels(playbook)),
        "saves_hours": None if playbook.saves_hours is None else float(playbook.saves_hours),
        "learned": [lesson._asdict() for lesson in lessons(plan, id_)],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "tactic": run.tactic,
        "playbook": run.playbook,
        "segment": run.segment,
        "date": None if run.zero is None else run.zero.day.isoformat(),
        "time": None if run.zero is None or run.zero.time is None else f"{run.zero.time:%H:%M}",
        "counted_from": run.counted_from,
        "number": run.number,
        "of": run.of,
        "estimated": run.number > 1,
    }


def _touch(touch: Touch) -> dict[str, Any]:
    return {
        "date": touch.moment.day.isoformat(),
        "time": None if touch.moment.time is None else f"{touch.moment.time:%H:%M}",
        "at": touch.at,
        "tactic": touch.run.tactic,
        "number": touch.run.number,
        "playbook": touch.run.playbook,
        "step": touch.step + 1,
        "channel": touch.channel,
        "segment": touch.run.segment,
        "message": touch.message,
        "outside": touch.outside,
    }


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "date": clash.day.isoformat(),
        "channel": clash.channel,
        "segment": clash.segment,
        "touches": [{"tactic": touch.run.tactic, "at": touch.at, "step": touch.step + 1} for touch in clash.touches],
    }
