"""What a customer is worth."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.lifetime import lifetime_value
from roadmapctl.calculators.calculator import Kind, Note, Result, calculator
from roadmapctl.calculators.inputs import money, months, number, rate
from roadmapctl.calculators.readers import refused

ENDLESS = ("without end", "没有上限")


@calculator(
    "cost",
    en="LTV: what a customer is worth, and how often that pays the CAC",
    zh="客户生命周期价值（LTV），以及与获客成本之比",
    example="--monthly 200 --margin 75% --churn 3% --cac 1_200",
)
def ltv(
    monthly: Annotated[
        Fraction | None,
        money(("monthly revenue", "月收入"), "200", ("What a customer pays a month.", "单个客户每月带来的收入。")),
    ] = None,
    order: Annotated[
        Fraction | None,
        money(
            ("average order", "客单价"),
            "50",
            (
                "What an order brings, with --orders in place of --monthly.",
                "平均每单收入，与 --orders 一起代替 --monthly。",
            ),
        ),
    ] = None,
    orders: Annotated[
        Fraction | None,
        number(("orders a year", "年均单数"), "4", ("Orders of a customer a year.", "单个客户每年的下单次数。")),
    ] = None,
    margin: Annotated[
        Fraction, rate(("gross margin", "毛利率"), "75%", ("The gross margin on it.", "毛利率。"))
    ] = Fraction(1),
    churn: Annotated[
        Fraction | None,
        rate(("monthly churn", "月流失率"), "3%", ("The share of customers lost a month.", "每月流失客户的占比。")),
    ] = None,
    months: Annotated[
        Fraction | None, months(("months", "月数"), "24", ("Count so many months only.", "只计算这么多个月。"))
    ] = None,
    cac: Annotated[
        Fraction | None,
        money(("CAC", "获客成本"), "1_200", ("What the customer cost to win.", "赢得该客户的成本。"), positive=True),
    ] = None,
) -> Iterator[Result | Note]:
    """Monthly (or order · orders / 12) · margin / churn; within n months · (1 − (1 − churn)^n) / churn, or · n without churn."""
    paid = _paid(monthly, order, orders)
    if monthly is None:
        yield Result("revenue_a_month", ("monthly revenue", "月收入"), Kind.MONEY, paid, "{order} × {orders} / 12")
    if churn is None and months is None:
        raise refused(
            "neither --churn nor --months says how long a customer stays",
            "--churn 和 --months 都没有写，无法得知客户留存多久",
            ("write --churn 3%, or --months 24", "请写 --churn 3% 或 --months 24"),
        )
    lost = churn or Fraction(0)
    value = lifetime_value(paid, margin, lost, None if months is None else int(months))
    yield Result(
        "ltv", ("LTV", "生命周期价值 LTV"), Kind.MONEY, value, _formula(lost, months, monthly is not None), none=ENDLESS
    )
    if cac is not None:
        ratio = None if value is None else value / cac
        yield Result("ltv_to_cac", ("LTV : CAC", "LTV : CAC"), Kind.NUMBER, ratio, "{ltv} / {cac}", none=ENDLESS)
    if margin == 1:
        yield Note("At a margin of 100% the LTV is on revenue.", "毛利率为 100%，即 LTV 按收入计算。")


def _paid(monthly: Fraction | None, order: Fraction | None, orders: Fraction | None) -> Fraction:
    """What a customer pays a month, from one of the two ways to say it."""
    if (monthly is None) == (order is None) or (order is None) != (orders is None):
        raise refused(
            "--monthly, or --order with --orders: one of the two is needed, and only one",
            "--monthly，或 --order 与 --orders：需要且只能写一种",
            ("write --monthly 200, or --order 50 --orders 4", "请写 --monthly 200，或 --order 50 --orders 4"),
        )
    if monthly is not None:
        return monthly
    assert order is not None and orders is not None
    return order * orders / 12


def _formula(lost: Fraction, months: Fraction | None, is_monthly: bool) -> str:
    paid = "{monthly}" if is_monthly else "{order} × {orders} / 12"
    if months is None:
        return paid + " × {margin} / {churn}"
    return paid + " × {margin} × " + ("(1 − (1 − {churn})^{months}) / {churn}" if lost else "{months}")
