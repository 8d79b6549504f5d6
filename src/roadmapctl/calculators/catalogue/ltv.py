"""What a customer is worth."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.lifetime import lifetime_value
from roadmapctl.calculators.calculator import Kind, Note, Result, calculator
from roadmapctl.calculators.inputs import money, months, rate
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
        Fraction,
        money(("monthly revenue", "月收入"), "200", ("What a customer pays a month.", "单个客户每月带来的收入。")),
    ],
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
    """Monthly · margin / churn; within n months · (1 − (1 − churn)^n) / churn, or · n without churn."""
    if churn is None and months is None:
        raise refused(
            "neither --churn nor --months says how long a customer stays",
            "--churn 和 --months 都没有写，无法得知客户留存多久",
            ("write --churn 3%, or --months 24", "请写 --churn 3% 或 --months 24"),
        )
    lost = churn or Fraction(0)
    value = lifetime_value(monthly, margin, lost, None if months is None else int(months))
    yield Result("ltv", ("LTV", "生命周期价值 LTV"), Kind.MONEY, value, _formula(lost, months), none=ENDLESS)
    if cac is not None:
        ratio = None if value is None else value / cac
        yield Result("ltv_to_cac", ("LTV : CAC", "LTV : CAC"), Kind.NUMBER, ratio, "{ltv} / {cac}", none=ENDLESS)
    if margin == 1:
        yield Note("At a margin of 100% the LTV is on revenue.", "毛利率为 100%，即 LTV 按收入计算。")


def _formula(churn: Fraction, months: Fraction | None) -> str:
    if months is None:
        return "{monthly} × {margin} / {churn}"
    return "{monthly} × {margin} × " + ("(1 − (1 − {churn})^{months}) / {churn}" if churn else "{months}")
