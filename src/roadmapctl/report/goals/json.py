"""Goals as growth as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.growth.chain import Link
from roadmapctl.analysis.growth.growth import Growth
from roadmapctl.analysis.growth.levels import Kpi
from roadmapctl.analysis.growth.split import Split, Unsplit
from roadmapctl.analysis.growth.step_rates import StepRate, StepRates
from roadmapctl.analysis.trend import Trend
from roadmapctl.model import Plan
from roadmapctl.report.goals.view import Goals
from roadmapctl.report.json_number import plain


def goals_json(found: Goals, plan: Plan, findings: Sequence[dict[str, Any]] = ()) -> str:
    """One JSON object; `findings` are diagnostics as `validate --format json` writes them."""
    rates = {one.goal: one for one in found.step_rates}
    rows = zip(found.growths, found.splits, strict=True)
    data = {
        "version": 1,
        "currency": plan.currency,
        "goals": [_goal(growth, split, rates.get(growth.goal), plan) for growth, split in rows],
        "chain": [_link(link) for link in found.chain],
        "kpis": [_kpi(kpi) for kpi in found.kpis],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _goal(growth: Growth, split: Split | Unsplit, rates: StepRates | None, plan: Plan) -> dict[str, Any]:
    goal = plan.goals[growth.goal]
    return {
        "id": growth.goal,
        "metric": growth.metric,
        "kind": growth.kind,
        "last_year": plain(growth.base),
        "last_year_from": growth.base_from,
        "target": plain(growth.target),
        "growth": plain(growth.absolute),
        "growth_relative": plain(growth.relative),
        "due": None if goal.due is None else goal.due.isoformat(),
        "supports": goal.supports,
        "split": _split(split),
        "step_rates": None if rates is None else _rates(rates),
    }


def _split(split: Split | Unsplit) -> dict[str, Any]:
    """`spans` is empty where there is a `reason`: no_target, no_period, too_long, no_baseline or due_before."""
    rows = [
        {
            "span": row.span.key,
            "start": row.span.start.isoformat(),
            "end": row.span.end.isoformat(),
            "part": plain(Fraction(row.part)),
            "until": plain(Fraction(row.until)),
        }
        for row in (split.rows if isinstance(split, Split) else ())
    ]
    return {"by": split.by, "reason": split.reason if isinstance(split, Unsplit) else None, "spans": rows}


def _rates(rates: StepRates) -> dict[str, Any]:
    return {
        "stage": rates.stage,
        "factor": plain(rates.factor),
        "rise": plain(rates.rise),
        "exact": rates.exact,
        "reached": plain(rates.reached),
        "part": plain(rates.part),
        "steps": [_step(step) for step in rates.steps],
        "entries": [
            {"stage": entry.stage, "last_year": plain(entry.last_year), "needed": plain(entry.needed)}
            for entry in rates.entries
        ],
    }


def _step(step: StepRate) -> dict[str, Any]:
    return {
        "from": step.stage,
        "to": step.next,
        "rate": plain(step.rate),
        "rate_from": step.rate_from,
        "through": plain(step.through),
        "alone": plain(step.alone),
        "most": plain(step.most),
        "together": plain(step.together),
    }


def _link(link: Link) -> dict[str, Any]:
    brings = None if link.brings is None else plain(Fraction(link.brings))
    return {
        "goal": link.goal,
        "supports": link.wider,
        "milestone": link.milestone,
        "tactic": link.tactic,
        "brings": brings,
    }


def _kpi(kpi: Kpi) -> dict[str, Any]:
    return {
        "level": kpi.level,
        "metric": kpi.metric,
        "before": plain(kpi.before),
        "last_year": plain(kpi.base),
        "trend": None if kpi.trend is None else _trend(kpi.trend),
        "goal": kpi.goal,
        "target": plain(kpi.target),
    }


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "change": plain(trend.absolute),
        "relative": plain(trend.relative),
        "direction": trend.direction,
        "relative_before": plain(trend.before),
        "pace": trend.pace,
    }
