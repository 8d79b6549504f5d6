"""What came back of a spend."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.costs import break_even_roas, cost_per, net_return, roi
from roadmapctl.analysis.money.costs import roas as return_on_spend
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Note, Result, calculator
from roadmapctl.calculators.inputs import money, rate


@calculator(
    "cost",
    en="ROAS, ROI and cost ratio of a spend, and the ROAS at which it breaks even",
    zh="ROAS（投产比）、ROI、费用率，以及保本 ROAS",
    example="--revenue 50k --spend 10k --margin 40%",
)
def roas(
    revenue: Annotated[
        Fraction, money(("revenue", "收入"), "50k", ("Revenue that the spend brought.", "投入带来的收入。"))
    ],
    spend: Annotated[Fraction, money(("spend", "投入"), "10k", ("What was spent.", "投入金额。"), positive=True)],
    margin: Annotated[
        Fraction, rate(("gross margin", "毛利率"), "40%", ("The gross margin on the revenue.", "收入的毛利率。"))
    ] = Fraction(1),
) -> Iterator[Result | Note]:
    """Revenue / spend; (margin · revenue − spend) / spend; spend / revenue; 1 / margin."""
    label = ("ROAS", "ROAS（收入/投入，广告业常称 ROI）")
    yield Result("roas", label, Kind.NUMBER, return_on_spend(revenue, spend), "{revenue} / {spend}")
    label = ("ROI", "ROI（投资回报率）")
    yield Result("roi", label, Kind.RATE, roi(revenue, spend, margin), "({margin} × {revenue} − {spend}) / {spend}")
    left = net_return(revenue, spend, margin)
    yield Result("profit", ("profit", "利润"), Kind.MONEY, left, "{margin} × {revenue} − {spend}")
    label = ("spend as a share of revenue", "费用率（投入/收入）")
    ratio = cost_per(spend, revenue)
    yield Result("cost_ratio", label, Kind.RATE, ratio, "{spend} / {revenue}", none=UNDEFINED)
    label = ("break-even ROAS", "保本 ROAS")
    formula = "1 / {margin}"
    yield Result("break_even_roas", label, Kind.NUMBER, break_even_roas(margin), formula)
    if margin == 1:
        yield Note("At a margin of 100% the ROI is on revenue.", "毛利率为 100%，即 ROI 按收入计算。")
