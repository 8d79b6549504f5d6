"""What a better rate is worth."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import carried_forward
from roadmapctl.calculators.calculator import Kind, Result, calculator
from roadmapctl.calculators.inputs import money, number, rate


@calculator(
    "funnel",
    en="uplift: what a better rate is worth in customers and money",
    zh="转化率提升：提高转化率能增加多少客户与收入",
    example="--units 45 --rate 38% --better 50% --deal-size 8_500 --periods 12",
)
def uplift(
    units: Annotated[
        Fraction,
        number(("units", "数量"), "45", ("Units that the rate applies to, a period.", "每期适用该转化率的数量。")),
    ],
    rate: Annotated[Fraction, rate(("rate", "现转化率"), "38%", ("The rate now.", "目前的转化率。"))],
    better: Annotated[
        Fraction, rate(("better rate", "目标转化率"), "50%", ("The rate it could be.", "可能达到的转化率。"))
    ],
    deal_size: Annotated[
        Fraction, money(("average deal", "客单价"), "8_500", ("What a customer brings.", "单个客户带来的收入。"))
    ],
    periods: Annotated[
        Fraction,
        number(("periods", "期数"), "12", ("Over how many periods, such as 12 months.", "合计多少期，如 12 个月。")),
    ] = Fraction(1),
) -> Iterator[Result]:
    """units · rate · average deal, now and then; the difference over the periods, exactly and in whole customers."""
    (now,), (then,) = carried_forward(units, [rate]), carried_forward(units, [better])
    yield Result("customers_now", ("customers now", "现客户数"), Kind.NUMBER, now, "{units} × {rate}")
    yield Result("customers_then", ("customers then", "提升后客户数"), Kind.NUMBER, then, "{units} × {better}")
    yield Result("revenue_now", ("revenue now", "现收入"), Kind.MONEY, now * deal_size, "{customers_now} × {deal_size}")
    yield Result(
        "revenue_then", ("revenue then", "提升后收入"), Kind.MONEY, then * deal_size, "{customers_then} × {deal_size}"
    )
    gain = (then - now) * deal_size * periods
    formula = "({customers_then} − {customers_now}) × {deal_size} × {periods}"
    yield Result("gain", ("gain over the periods", "合计增收"), Kind.MONEY, gain, formula)
    whole = (floor(then) - floor(now)) * deal_size * periods
    formula = "(⌊{customers_then}⌋ − ⌊{customers_now}⌋) × {deal_size} × {periods}"
    yield Result("gain_whole", ("gain in whole customers", "合计增收（按整数客户）"), Kind.MONEY, whole, formula)
