"""Where nothing is lost and nothing earned."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.costs import (
    break_even_cpa,
    break_even_revenue,
    break_even_roas,
    break_even_units,
    contribution_margin,
)
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.calculators.calculator import Kind, Result, calculator
from roadmapctl.calculators.inputs import money, rate
from roadmapctl.calculators.readers import refused

NEVER = ("never", "无法保本")


@calculator(
    "cost",
    en="break-even: ROAS, cost per customer (CPA), revenue and units at which nothing is lost",
    zh="盈亏平衡：保本 ROAS、保本 CPA、保本收入与保本销量",
    example="--fixed 8k --price 50 --variable 20",
)
def breakeven(
    price: Annotated[
        Fraction | None,
        money(("price", "单价"), "50", ("What a unit or a deal brings.", "单件或单笔收入。"), positive=True),
    ] = None,
    variable: Annotated[
        Fraction | None,
        money(("variable cost", "单位变动成本"), "20", ("What one more unit costs.", "每多卖一件增加的成本。")),
    ] = None,
    margin: Annotated[
        Fraction | None,
        rate(
            ("gross margin", "毛利率"),
            "40%",
            ("The gross margin, in place of --variable.", "毛利率，代替 --variable。"),
        ),
    ] = None,
    fixed: Annotated[
        Fraction | None,
        money(
            ("fixed costs", "固定成本"),
            "8k",
            ("Costs that come whatever is sold: the campaign, the team.", "与销量无关的成本，如活动费用、团队成本。"),
        ),
    ] = None,
    profit: Annotated[
        Fraction | None,
        rate(
            ("wanted profit", "期望利润率"),
            "20%",
            ("The part of revenue that shall be left after spend.", "扣除投入后希望留下的利润占收入的比例。"),
        ),
    ] = None,
) -> Iterator[Result]:
    """1 / margin; 1 / (margin − profit); price · margin; fixed / margin; fixed / (price − variable)."""
    part = _margin(price, variable, margin)
    if margin is None:
        formula = "({price} − {variable}) / {price}" if variable is not None else "{price} / {price}"
        yield Result("contribution_margin", ("contribution margin", "边际贡献率"), Kind.RATE, part, formula)
    named = "{margin}" if margin is not None else "{contribution_margin}"
    yield _of("break_even_roas", ("break-even ROAS", "保本 ROAS"), Kind.NUMBER, break_even_roas(part), f"1 / {named}")
    if profit is not None:
        label = ("ROAS for the profit wanted", "达到期望利润率所需 ROAS")
        yield _of("target_roas", label, Kind.NUMBER, break_even_roas(part, profit), f"1 / ({named} − {{profit}})")
    if price is not None:
        yield from _of_price(price, variable, part, fixed)
    if fixed is not None:
        revenue = break_even_revenue(fixed, part)
        yield _of("break_even_revenue", ("break-even revenue", "保本收入"), Kind.MONEY, revenue, f"{{fixed}} / {named}")


def _margin(price: Fraction | None, variable: Fraction | None, margin: Fraction | None) -> Fraction:
    """The margin that is given, or follows from price and variable cost."""
    if margin is not None and variable is not None:
        raise refused(
            "--margin and --variable say the same in two ways",
            "--margin 与 --variable 重复说明了同一件事",
            ("leave one of them out", "请去掉其中一个"),
        )
    if margin is not None:
        return margin
    if price is None:
        raise refused(
            "neither --margin nor --price is given",
            "--margin 和 --price 都没有写",
            ("write --margin 40%, or --price 50 --variable 20", "请写 --margin 40%，或 --price 50 --variable 20"),
        )
    return contribution_margin(price, variable or Fraction(0))


def _of_price(price: Fraction, variable: Fraction | None, part: Fraction, fixed: Fraction | None) -> Iterator[Result]:
    less = " − {variable}" if variable is not None else ""
    each = break_even_cpa(price, part)
    by_margin = "{price} × {margin}"
    formula = by_margin if variable is None and part != 1 else "{price}" + less
    label = ("contribution of a unit (the CPA that breaks even)", "单位边际贡献（即保本 CPA）")
    yield Result("break_even_cpa", label, Kind.MONEY, each, formula)
    if fixed is not None:
        units = break_even_units(fixed, price, price - each)
        yield _of(
            "break_even_units", ("break-even units", "保本销量"), Kind.NUMBER, units, "{fixed} / {break_even_cpa}"
        )
        whole = None if units is None else Fraction(whole_up(units))
        label = ("whole units", "保本销量（取整）")
        yield _of("break_even_units_whole", label, Kind.NUMBER, whole, "⌈{break_even_units}⌉")


def _of(key: str, words: tuple[str, str], kind: Kind, value: Fraction | None, formula: str) -> Result:
    return Result(key, words, kind, value, formula, none=NEVER)
