"""Months until a customer has paid for being won."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.costs import gross_profit
from roadmapctl.analysis.money.lifetime import payback as paid_back
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import money, rate
from roadmapctl.model.time import MEAN_MONTH

NEVER = ("never", "无法回本")


@calculator(
    "cost",
    en="payback: months until a customer's margin has paid for winning it",
    zh="回本周期：客户毛利多少个月能收回获客成本",
    example="--cac 1_200 --monthly 250 --margin 75% --churn 3%",
)
def payback(
    cac: Annotated[
        Fraction, money(("CAC", "获客成本"), "1_200", ("What the customer cost to win.", "赢得该客户的成本。"))
    ],
    monthly: Annotated[
        Fraction,
        money(("monthly revenue", "月收入"), "250", ("What a customer pays a month.", "单个客户每月带来的收入。")),
    ],
    margin: Annotated[
        Fraction, rate(("gross margin", "毛利率"), "75%", ("The gross margin on it.", "毛利率。"))
    ] = Fraction(1),
    fees: Annotated[
        Fraction,
        rate(
            ("fees", "手续费率"),
            "3%",
            (
                "Payment and other fees, a part of revenue that the margin does not know of.",
                "支付等手续费占收入的比例，未计入毛利率的部分。",
            ),
        ),
    ] = Fraction(0),
    service: Annotated[
        Fraction,
        money(
            ("service", "服务成本"),
            "25",
            (
                "What serving a customer costs a month, where the margin does not know of it.",
                "每月服务一个客户的成本，未计入毛利率的部分。",
            ),
        ),
    ] = Fraction(0),
    churn: Annotated[
        Fraction,
        rate(("monthly churn", "月流失率"), "3%", ("The share of customers lost a month.", "每月流失客户的占比。")),
    ] = Fraction(0),
) -> Iterator[Result]:
    """CAC / (monthly profit · (1 − churn)), and the first whole month in which a shrinking cohort has paid."""
    profit = gross_profit(monthly, margin, fees, service)
    less = " − {service}" if service else ""
    formula = ("{monthly} × ({margin} − {fees})" if fees else "{monthly} × {margin}") + less
    yield Result("monthly_gross_profit", ("monthly gross profit", "每月毛利"), Kind.MONEY, profit, formula)
    months = paid_back(cac, profit, Fraction(1), churn)
    kept = "({monthly_gross_profit} × (1 − {churn}))" if churn else "{monthly_gross_profit}"
    simple = "{cac} / " + kept
    yield Result("payback_months", ("payback", "回本周期"), Kind.MONTHS, months.simple, simple, none=NEVER)
    days = None if months.simple is None else Fraction(whole_up(months.simple * MEAN_MONTH))
    mean_month = {"mean_month": Quantity(("days of a mean month", "平均每月天数"), Kind.TEXT, "30.436875")}
    formula = "⌈{payback_months} × {mean_month}⌉"
    yield Result(
        "payback_days",
        ("payback in whole days", "回本天数（取整）"),
        Kind.DAYS,
        days,
        formula,
        given=mean_month,
        none=NEVER,
    )
    if churn:
        # A cohort brings profit / churn in all its life; where that is not enough, no month is.
        never = "{monthly_gross_profit} / {churn} ≤ {cac}"
        ever = "min n: {monthly_gross_profit} × (1 − (1 − {churn})^n) / {churn} ≥ {cac}"
        formula = never if months.cohort is None else ever
        label = ("payback of a shrinking cohort", "同期群回本周期（计入流失）")
        yield Result("cohort_payback_months", label, Kind.MONTHS, months.cohort, formula, none=NEVER)
