"""Where units come out that go in at the top."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import carried_forward, overall_rate
from roadmapctl.analysis.money.costs import cost_per, net_return, roi
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.inputs import money, number, rate


@calculator(
    "funnel",
    en="forecast: units through the rates of a funnel, down to customers and money",
    zh="正向测算：线索经各级转化，得到多少客户与收入",
    example="--units 640 --rate 38% --rate 11% --deal-size 997 --spend 2_800",
)
def forecast(
    rate: Annotated[
        tuple[Fraction, ...],
        rate(
            ("rates", "各级转化率"), "38%", ("A rate, top first; once for each step.", "转化率，从上到下，每级写一次。")
        ),
    ],
    units: Annotated[
        Fraction,
        number(
            ("units", "顶部数量"),
            "640",
            (
                "Units that enter at the top: visitors, leads, registrants.",
                "进入漏斗顶部的数量：访客、线索或报名人数。",
            ),
        ),
    ] = Fraction(1),
    deal_size: Annotated[
        Fraction | None, money(("average deal", "客单价"), "997", ("What a customer brings.", "单个客户带来的收入。"))
    ] = None,
    spend: Annotated[
        Fraction | None, money(("spend", "投入"), "2_800", ("What it costs.", "投入金额。"), positive=True)
    ] = None,
) -> Iterator[Result | Note]:
    """Π r; N_{k+1} = r_k · N_k; revenue = customers · average deal; revenue − spend."""
    yield Result(
        "overall_rate", ("overall rate", "总转化率"), Kind.RATE, overall_rate(rate), "{rate}" if len(rate) > 1 else ""
    )
    passing = carried_forward(units, rate)
    before = units
    for step, (share, after) in enumerate(zip(rate, passing, strict=True), 1):
        given = {
            "before": Quantity(("units before", "上一级数量"), Kind.NUMBER, before),
            "share": Quantity(("rate", "转化率"), Kind.RATE, share),
        }
        yield Result("after", ("after rate", "转化后"), Kind.NUMBER, after, "{before} × {share}", str(step), given)
        before = after
    yield Result("customers", ("customers", "客户数"), Kind.NUMBER, passing[-1], "{units} × {overall_rate}")
    if deal_size is not None:
        yield Result("revenue", ("revenue", "收入"), Kind.MONEY, passing[-1] * deal_size, "{customers} × {deal_size}")
    if spend is not None:
        yield from _of_spend(spend, passing[-1], deal_size)
    if len(rate) > 1:
        yield Note(
            "A chain of rates holds only where every unit passes every stage.",
            "只有每个线索都逐级经过各阶段时，转化率才能连乘。",
        )


def _of_spend(spend: Fraction, customers: Fraction, deal_size: Fraction | None) -> Iterator[Result]:
    formula = "{spend} / {customers}"
    yield Result("cac", ("CAC", "获客成本"), Kind.MONEY, cost_per(spend, customers), formula, none=UNDEFINED)
    if deal_size is not None:
        revenue = customers * deal_size
        yield Result(
            "net", ("left after spend", "扣除投入后"), Kind.MONEY, net_return(revenue, spend), "{revenue} − {spend}"
        )
        yield Result(
            "roi",
            ("ROI on revenue", "ROI（按收入）"),
            Kind.RATE,
            roi(revenue, spend),
            "({revenue} − {spend}) / {spend}",
        )
