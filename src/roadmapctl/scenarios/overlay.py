"""A plan with other values at some of its paths."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.money.costs import Costs, plan_costs
from roadmapctl.analysis.rounding import Rounding
from roadmapctl.diagnostics import Diagnostic
from roadmapctl.load import Document
from roadmapctl.load.override import with_value
from roadmapctl.model import Plan
from roadmapctl.model.build import build

FUNNEL_SECTIONS = (
    "roadmap",
    "name",
    "language",
    "currency",
    "period",
    "budget",
    "market",
    "metrics",
    "goals",
    "funnel",
)
"""What a funnel is computed from. A long list of tactics is not read again for each value that is tried."""

Values = Mapping[str, Any]


class Refused(NamedTuple):
    """The findings of values that cannot be read."""

    diagnostics: tuple[Diagnostic, ...]


class Outcome(NamedTuple):
    """What a plan's funnel comes to under other values, for which `name` stands."""

    name: str
    values: Values
    plan: Plan
    result: FunnelResult
    costs: Costs

    @property
    def units(self) -> Fraction:
        """New units wanted at the top stage."""
        return self.result.stages[0].new


def overlaid(document: Document, values: Values) -> Document:
    """The document with other values by dotted path. Raises NoSuchItem."""
    for path, value in values.items():
        document = with_value(document, path, value)
    return document


def plan_under(document: Document, values: Values) -> Plan | Refused:
    """The parts of a plan that its funnel needs, and those the values touch, under other values. Raises NoSuchItem."""
    if document.value is None:
        return Refused(document.faults)
    touched = {path.split(".")[0] for path in values}
    kept = {key: part for key, part in document.value.items() if key in FUNNEL_SECTIONS or key in touched}
    built = build(overlaid(document._replace(value=kept), values))
    return Refused(built.diagnostics) if built.plan is None or built.unread else built.plan


def outcome(
    document: Document, name: str, values: Values, rounding: Rounding = "final"
) -> Outcome | Infeasible | Refused:
    """The funnel under other values. Raises NoSuchItem."""
    plan = plan_under(document, values)
    if isinstance(plan, Refused):
        return plan
    result = plan_funnel(plan, rounding=rounding)
    return result if isinstance(result, Infeasible) else Outcome(name, values, plan, result, plan_costs(plan, result))


def side_by_side(document: Document, plan: Plan) -> tuple[Outcome, ...]:
    """The plan as it stands and all its scenarios, as far as they can be computed; empty without any."""
    if not plan.scenarios:
        return ()
    found = [outcome(document, name, values) for name, values in {"": {}, **plan.scenarios}.items()]
    return tuple(one for one in found if isinstance(one, Outcome))
