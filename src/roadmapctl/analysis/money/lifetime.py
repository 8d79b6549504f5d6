"""What a customer brings over the time it stays: lifetime value, and how long it takes to pay for winning it."""

from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.rounding import whole_up
from roadmapctl.model.funnel import Customer

DIGITS = 80
PROVED_MONTHS = 1200
NONE = Fraction(0)


class Lifetime(NamedTuple):
    """What a plan's customer brings. Money is in the plan's currency, `ltv` on the plan's margin; None where it
    cannot be computed (without churn a lifetime has no end).

    `ltv_cac` and `payback` are held against the spend on programmes, `loaded_ltv_cac` and `loaded_payback`
    against all costs; None without such a CAC.
    """

    monthly_revenue: Fraction
    churn: Fraction | None
    ltv: Fraction | None
    ltv_cac: Fraction | None
    payback: "Payback | None"
    loaded_ltv_cac: Fraction | None
    loaded_payback: "Payback | None"


def lifetime(customer: Customer, margin: Fraction, cac: Fraction | None, loaded_cac: Fraction | None) -> Lifetime:
    """Of a plan's customer, on a margin (a part of revenue) and two costs of winning one (money)."""
    revenue, churn = Fraction(customer.monthly_revenue), Fraction(customer.churn or 0)
    ltv = lifetime_value(revenue, margin, churn)
    return Lifetime(
        monthly_revenue=revenue,
        churn=None if customer.churn is None else churn,
        ltv=ltv,
        ltv_cac=_ratio(ltv, cac),
        payback=None if cac is None else payback(cac, revenue, margin, churn),
        loaded_ltv_cac=_ratio(ltv, loaded_cac),
        loaded_payback=None if loaded_cac is None else payback(loaded_cac, revenue, margin, churn),
    )


def _ratio(ltv: Fraction | None, cac: Fraction | None) -> Fraction | None:
    return None if ltv is None or not cac else ltv / cac


def lifetime_value(
    monthly_revenue: Fraction, margin: Fraction, monthly_churn: Fraction, months: int | None = None
) -> Fraction | None:
    """Monthly revenue · margin / monthly churn; None without churn: it has no end.

    Within so many `months`, m · (1 − (1 − q)^n) / q, which is m · n without churn: the same cohort as payback's.
    """
    monthly = monthly_revenue * margin
    if months is not None:
        return monthly * (1 - (1 - monthly_churn) ** months) / monthly_churn if monthly_churn else monthly * months
    return monthly / monthly_churn if monthly_churn else None


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
