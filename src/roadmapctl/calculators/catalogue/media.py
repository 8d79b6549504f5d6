"""What paid media cost: a thousand impressions, a click, a conversion."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import step_rates
from roadmapctl.analysis.money.costs import cost_per
from roadmapctl.analysis.money.costs import roas as return_on_spend
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Result, calculator
from roadmapctl.calculators.inputs import money, number
from roadmapctl.calculators.readers import refused


@calculator(
    "cost",
    en="media: CPM, CTR, CPC, conversion rate, CPA and ROAS of paid media",
    zh="媒体投放：千次展示成本（CPM）、点击率（CTR）、点击成本（CPC）、转化率、CPA 与 ROAS",
    example="--spend 5k --impressions 1M --clicks 20k --conversions 400 --revenue 30k",
)
def media(
    spend: Annotated[Fraction, money(("spend", "投入"), "5k", ("What was spent.", "投入金额。"))],
    impressions: Annotated[
        Fraction | None, number(("impressions", "展示量"), "1M", ("Times it was shown.", "展示次数。"))
    ] = None,
    clicks: Annotated[
        Fraction | None, number(("clicks", "点击量"), "20k", ("Times it was clicked.", "点击次数。"))
    ] = None,
    conversions: Annotated[
        Fraction | None,
        number(("conversions", "转化量"), "400", ("Orders or leads that came of it.", "带来的订单或线索数。")),
    ] = None,
    revenue: Annotated[
        Fraction | None, money(("revenue", "收入"), "30k", ("Revenue that came of it.", "带来的收入。"))
    ] = None,
) -> Iterator[Result]:
    """Spend / impressions · 1000; clicks / impressions; spend / clicks; conversions / clicks; spend / conversions."""
    if impressions is None and clicks is None and conversions is None and revenue is None:
        raise refused(
            "nothing says what --spend brought",
            "没有写明 --spend 带来了什么",
            (
                "write --impressions 1M, --clicks 20k or --conversions 400",
                "请写 --impressions 1M、--clicks 20k 或 --conversions 400",
            ),
        )
    if impressions is not None:
        label, formula = ("CPM (a thousand impressions)", "CPM（千次展示成本）"), "{spend} / {impressions} × 1,000"
        yield Result("cpm", label, Kind.MONEY, spend / impressions * 1000, formula)
    if impressions is not None and clicks is not None:
        (share,) = step_rates([impressions, clicks])
        yield Result(
            "ctr", ("CTR (clicks of impressions)", "CTR（点击率）"), Kind.RATE, share, "{clicks} / {impressions}"
        )
    if clicks is not None:
        yield Result(
            "cpc", ("CPC (a click)", "CPC（点击成本）"), Kind.MONEY, cost_per(spend, clicks), "{spend} / {clicks}"
        )
    if clicks is not None and conversions is not None:
        (share,) = step_rates([clicks, conversions])
        label = ("CVR (conversions of clicks)", "CVR（转化率）")
        yield Result("cvr", label, Kind.RATE, share, "{conversions} / {clicks}")
    if conversions is not None:
        label = ("CPA (a conversion)", "CPA（转化成本）")
        yield Result("cpa", label, Kind.MONEY, cost_per(spend, conversions), "{spend} / {conversions}")
    if revenue is None:
        return
    if conversions is not None:
        label = ("average order", "平均客单价")
        yield Result("average_order", label, Kind.MONEY, cost_per(revenue, conversions), "{revenue} / {conversions}")
    label = ("ROAS", "ROAS（收入/投入，广告业常称 ROI）")
    ratio = return_on_spend(revenue, spend)
    yield Result("roas", label, Kind.NUMBER, ratio, "{revenue} / {spend}", none=UNDEFINED)
