"""Hypotheses held against what was measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.status.result import KpiStatus, Status
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Hypothesis, Tactic

Outcome = Literal["met", "partly", "refuted", "unmeasured", "sum", "unstated"]
"""`met`: the value hoped for was reached; `partly`: it moved that way; `refuted`: it did not. `unmeasured`: nothing is recorded;
`sum`: the metric adds up over time, so that a value before and one after cannot be held against it; `unstated`: the hypothesis
does not say its metric, or from where to where."""

MEASURED: tuple[Outcome, ...] = ("met", "partly", "refuted")


@dataclass(frozen=True)
class Held:
    """A hypothesis and its outcome. `moved` is the part of the way that the metric went: (actual − from) / (to − from)."""

    tactic: str
    hypothesis: Hypothesis
    actual: Fraction | None
    measured: date | None
    moved: Fraction | None
    outcome: Outcome


def held(plan: Plan, status: Status | None) -> tuple[Held, ...]:
    """Every hypothesis of the plan, in the order of its tactics."""
    values = {kpi.metric: kpi for kpi in status.kpis} if status is not None else {}
    return tuple(_held(plan, values))


def _held(plan: Plan, values: dict[str, KpiStatus]) -> Iterator[Held]:
    for id_, tactic in plan.tactics.items():
        hypothesis = tactic.hypothesis
        if hypothesis is None:
            continue
        kpi = values.get(hypothesis.metric or "")
        why_not = _why_not(plan, tactic, hypothesis, kpi)
        if why_not is not None or kpi is None or kpi.actual is None:
            yield Held(id_, hypothesis, None, None, None, why_not or "unmeasured")
            continue
        start, end = Fraction(hypothesis.from_ or 0), Fraction(hypothesis.to or 0)
        moved = (kpi.actual - start) / (end - start)
        yield Held(id_, hypothesis, kpi.actual, kpi.measured, moved, _outcome(moved))


def _why_not(plan: Plan, tactic: Tactic, hypothesis: Hypothesis, kpi: KpiStatus | None) -> Outcome | None:
    """Why it cannot be held against anything; None where it can. A value from before the tactic began says nothing of it."""
    if hypothesis.from_ is None or hypothesis.to is None or hypothesis.from_ == hypothesis.to:
        return "unstated"
    metric = plan.metrics.get(hypothesis.metric or "")
    if metric is not None and metric.kind == "flow":
        return "sum"
    if kpi is None or kpi.actual is None or kpi.measured is None:
        return "unmeasured"
    return "unmeasured" if tactic.start is not None and kpi.measured < tactic.start else None


def _outcome(moved: Fraction) -> Outcome:
    return "met" if moved >= 1 else "partly" if moved > 0 else "refuted"
