"""Plans with events, as text, and what is computed of them."""

from collections.abc import Mapping
from fractions import Fraction

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.programme.programme import Programme, plan_programme
from roadmapctl.model import Plan
from roadmapctl.project import check_text

EVENTS = """\
roadmap: 1
name: Events
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  sqls: {name: SQLs, unit: leads, kind: flow}
  registrations: {name: Registrations, unit: people, kind: flow, level: educate}
goals:
  sales: {metric: revenue, baseline: 0, target: 3_600_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 60_000
  margin: 80%
  stages:
    - {id: lead, name: Contact, rate: 40%}
    - {id: sql, rate: 50%}
    - {id: opportunity, rate: 30%}
    - {id: customer}
  sources:
    webinar:
      feeds: sql
      event:
        audience: 100
        rate: 20%
        show_rate: 40%
        cost: 2_000
        tiers:
          group: {name: Summit, events: 2, audience: 600, rate: 10%, cost: 30_000}
          roundtable: {tier: partner, events: 3, audience: 20, rate: 50%}
"""
# 60 deals / 0.3 / 0.5 = 400 SQLs; 2 × 60 + 3 × 10 = 150 by the tiers, 250 / 20 = 12.5 webinars: 13, and 18 events in all.


def plan_of(text: str) -> Plan:
    """A plan that can be computed with."""
    checked = check_text(text.encode(), "plan.yaml")
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


def with_tactics(tactics: str, text: str = EVENTS) -> Plan:
    """The plan with these tactics: lines of YAML, indented by two."""
    return plan_of(f"{text}tactics:\n{tactics}")


def funnel_of(plan: Plan) -> FunnelResult:
    result = plan_funnel(plan)
    assert isinstance(result, FunnelResult), result
    return result


def programme_of(plan: Plan) -> Programme:
    result = funnel_of(plan)
    return plan_programme(plan, result, plan_calendar(plan, result, "month"))


def decimals(values: Mapping[str, Fraction]) -> dict[str, float]:
    return {key: float(value) for key, value in values.items()}
