"""Costs and returns: CAC, ROAS, ROI, break-even, lifetime value, payback and pipeline."""

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel import FunnelResult
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.model import Plan

DIGITS = 80
PROVED_MONTHS = 1200


class Costs(NamedTuple):
    """What the funnel costs and returns. Money is in the plan's currency; None where it cannot be computed.

    `spend` is the sum of the sources' costs where any of them states one (`basis` "sources"), else the plan's
    budget ("budget"). `cac` is spend / customers to win; `cac_on_budget` the whole plan's budget per
    customer, beside a `cac` by the sources' costs alone. `roi` is on `margin`, the gross margin (1, on
    revenue, where none is stated). `cost_per_stage` is spend per unit that must pass the stage, by its id;
    `channel_cac` cost per unit / Π r, by source.
    """

    spend: Fraction | None
    basis: Literal["sources", "budget"] | None
    cac: Fraction | None
    cac_on_budget: Fraction | None
    roas: Fraction | None
    roi: Fraction | None
    margin: Fraction
    margin_stated: bool
    break_even_roas: Fraction | None
    break_even_cpa: Fraction | None
    cost_per_stage: Mapping[str, Fraction | None]
    channel_cac: Mapping[str, Fraction | None]


def plan_costs(plan: Plan, result: FunnelResult) -> Costs:
    """The costs of a plan's funnel."""
    margin = plan.funnel.margin if plan.funnel is not None else None
    return funnel_costs(
        result,
        margin=None if margin is None else Fraction(margin),
        budget=None if plan.budget is None else Fraction(plan.budget),
    )


def funnel_costs(result: FunnelResult, *, margin: Fraction | None = None, budget: Fraction | None = None) -> Costs:
    """The costs of any funnel; `margin` is a part (0 to 1), `budget` money."""
    stated = [source.cost for source in result.sources if source.cost is not None]
    spend = sum(stated, Fraction(0)) if stated else budget
    basis: Literal["sources", "budget"] | None = "sources" if stated else None if budget is None else "budget"
    part = Fraction(1) if margin is None else margin
    demand = result.demand
    return Costs(
        spend=spend,
        basis=basis,
        cac=_per(spend, demand.deals),
        cac_on_budget=_per(budget, demand.deals),
        roas=None if spend is None or demand.revenue is None else roas(demand.revenue, spend),
        roi=None if spend is None or demand.revenue is None else roi(demand.revenue, spend, part),
        margin=part,
        margin_stated=margin is not None,
        break_even_roas=break_even_roas(part),
        break_even_cpa=None if demand.deal_size is None else break_even_cpa(demand.deal_size, part),
        cost_per_stage={stage.id: _per(spend, stage.need) for stage in result.stages},
        channel_cac={
            source.id: None if source.cost_per_unit is None else channel_cac(source.cost_per_unit, source.conversion)
            for source in result.sources
        },
    )


def _per(spend: Fraction | None, units: Fraction) -> Fraction | None:
    return None if spend is None else cost_per(spend, units)


def cost_per(spend: Fraction, units: Fraction) -> Fraction | None:
    """Spend / units: CPL of leads, cost per MQL of MQLs, CAC of customers. None without units."""
    return spend / units if units else None


def channel_cac(cost_per_unit: Fraction, conversion: Fraction) -> Fraction | None:
    """What a channel's customer costs: CPL / Π r. None where none of its units becomes a customer."""
    return cost_per_unit / conversion if conversion else None


def roas(revenue: Fraction, spend: Fraction) -> Fraction | None:
    """Revenue / spend (what Chinese ad talk often calls ROI). None without spend."""
    return revenue / spend if spend else None


def roi(revenue: Fraction, spend: Fraction, margin: Fraction = Fraction(1)) -> Fraction | None:
    """(margin·revenue − spend) / spend. None without spend."""
    return (margin * revenue - spend) / spend if spend else None


def break_even_roas(margin: Fraction, profit: Fraction = Fraction(0)) -> Fraction | None:
    """The ROAS at which `profit`, a part of revenue, is left after spend: 1 / (margin − profit). None where none is enough."""
    return 1 / (margin - profit) if margin > profit else None


def break_even_cpa(deal_size: Fraction, margin: Fraction) -> Fraction:
    """The most a customer may cost: D · margin."""
    return deal_size * margin


def break_even_units(fixed: Fraction, price: Fraction, variable: Fraction) -> Fraction | None:
    """Units whose contribution covers the fixed costs: fixed / (price − variable). None where no number is enough."""
    return fixed / (price - variable) if price > variable else Fraction(0) if fixed <= 0 else None


def lifetime_value(monthly_revenue: Fraction, margin: Fraction, monthly_churn: Fraction) -> Fraction | None:
    """Monthly revenue · margin / monthly churn. None without churn: it has no end."""
    return monthly_revenue * margin / monthly_churn if monthly_churn else None


class Payback(NamedTuple):
    """Months until a customer's margin has paid for winning it; None is never.

    `simple` lowers the monthly margin once by the churn; `cohort` follows a cohort that shrinks month by
    month (whole months where there is churn).
    """

    simple: Fraction | None
    cohort: Fraction | None


def payback(
    cac: Fraction, monthly_revenue: Fraction, margin: Fraction, monthly_churn: Fraction = Fraction(0)
) -> Payback:
    """CAC / (monthly · margin · (1 − q)), and the smallest n with monthly · margin · (1 − (1 − q)^n) / q ≥ CAC."""
    monthly = monthly_revenue * margin
    kept = monthly * (1 - monthly_churn)
    simple = cac / kept if kept > 0 else Fraction(0) if cac <= 0 else None
    if not monthly_churn or cac <= 0 or monthly <= 0:
        return Payback(simple, simple)
    return Payback(simple, _cohort_months(cac, monthly, monthly_churn))


def _cohort_months(cac: Fraction, monthly: Fraction, churn: Fraction) -> Fraction | None:
    if churn == 1:
        return Fraction(1) if monthly >= cac else None
    left = 1 - cac * churn / monthly  # the part of the cohort that is left when it has paid
    if left <= 0:
        return None  # a cohort that shrinks to nothing before it has paid never does; 0 would read as "at once"
    months = whole_up(_logarithm(left) / _logarithm(1 - churn))
    if months <= PROVED_MONTHS and (1 - churn) ** months > left:
        months += 1
    return Fraction(months)


def _logarithm(value: Fraction) -> Fraction:
    context = Context(prec=DIGITS)
    return Fraction(context.ln(context.divide(Decimal(value.numerator), Decimal(value.denominator))))


def required_pipeline(goal: Fraction, win_rate: Fraction) -> Fraction | None:
    """The pipeline, in money, that brings `goal`: goal / win rate. None where nothing is won."""
    return goal / win_rate if win_rate else Fraction(0) if goal <= 0 else None


def pipeline_gap(goal: Fraction, win_rate: Fraction, pipeline: Fraction) -> Fraction | None:
    """What is missing of it beside the pipeline there is; never below 0."""
    required = required_pipeline(goal, win_rate)
    return None if required is None else max(Fraction(0), required - pipeline)
