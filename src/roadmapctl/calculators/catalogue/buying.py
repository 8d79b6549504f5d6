"""What a budget buys of paid media."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.costs import cost_per
from roadmapctl.analysis.money.costs import roas as return_on_spend
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Result, calculator
from roadmapctl.calculators.inputs import money, rate
from roadmapctl.calculators.readers import refused

PRICES = ("write --cpm 5 --ctr 2%, or --cpc 0.25", "请写 --cpm 5 --ctr 2% 或 --cpc 0.25")


@calculator(
    "cost",
    en="media buying: impressions, clicks and conversions a budget brings at a CPM or CPC, and their CPA",
    zh="媒体采买：按 CPM 或 CPC，预算能买到多少展示、点击与转化，以及转化成本（CPA）",
    example="--spend 5k --cpm 5 --ctr 2% --cvr 3% --order 75",
)
def buying(
    spend: Annotated[
        Fraction, money(("spend", "投入"), "5k", ("What is to be spent.", "计划投入金额。"), positive=True)
    ],
    cpm: Annotated[
        Fraction | None,
        money(("CPM", "CPM"), "5", ("What a thousand impressions cost.", "千次展示成本。"), positive=True),
    ] = None,
    ctr: Annotated[
        Fraction | None, rate(("CTR", "CTR"), "2%", ("The share of impressions that is clicked.", "展示到点击的比率。"))
    ] = None,
    cpc: Annotated[
        Fraction | None,
        money(
            ("CPC", "CPC"),
            "0.25",
            ("What a click costs, in place of --cpm.", "单次点击成本，代替 --cpm。"),
            positive=True,
        ),
    ] = None,
    cvr: Annotated[
        Fraction | None,
        rate(("CVR", "CVR"), "3%", ("The share of clicks that converts.", "点击到转化的比率。")),
    ] = None,
    order: Annotated[
        Fraction | None, money(("average order", "客单价"), "75", ("What a conversion brings.", "单次转化带来的收入。"))
    ] = None,
) -> Iterator[Result]:
    """Spend / CPM · 1000 impressions; clicks = impressions · CTR, or spend / CPC; conversions = clicks · CVR."""
    _check(cpm, ctr, cpc, cvr)
    if order is not None and cvr is None:
        en, zh = (
            "--order is of conversions: without --cvr nobody knows how many",
            "--order 针对转化；没有 --cvr 就不知道转化量",
        )
        raise refused(en, zh, ("write --cvr 3%", "请写 --cvr 3%"))
    clicks = None if cpc is None else spend / cpc
    clicked = "{spend} / {cpc}"
    if cpm is not None:
        shown, label = spend / cpm * 1000, ("impressions", "展示量")
        yield Result("impressions", label, Kind.NUMBER, shown, "{spend} / {cpm} × 1,000")
        clicks, clicked = None if ctr is None else shown * ctr, "{impressions} × {ctr}"
    if clicks is not None:
        yield Result("clicks", ("clicks", "点击量"), Kind.NUMBER, clicks, clicked)
    if clicks is not None and cvr is not None:
        yield from _converted(spend, clicks * cvr, order)


def _converted(spend: Fraction, conversions: Fraction, order: Fraction | None) -> Iterator[Result]:
    yield Result("conversions", ("conversions", "转化量"), Kind.NUMBER, conversions, "{clicks} × {cvr}")
    label, cost = ("CPA (a conversion)", "CPA（转化成本）"), cost_per(spend, conversions)
    yield Result("cpa", label, Kind.MONEY, cost, "{spend} / {conversions}", none=UNDEFINED)
    if order is not None:
        revenue = conversions * order
        yield Result("revenue", ("revenue", "收入"), Kind.MONEY, revenue, "{conversions} × {order}")
        label = ("ROAS", "ROAS（收入/投入，广告业常称 ROI）")
        yield Result("roas", label, Kind.NUMBER, return_on_spend(revenue, spend), "{revenue} / {spend}")


def _check(cpm: Fraction | None, ctr: Fraction | None, cpc: Fraction | None, cvr: Fraction | None) -> None:
    """Raises Unreadable where prices and rates do not make one way from money to conversions."""
    if cpm is None and cpc is None:
        en, zh = "neither --cpm nor --cpc says what media cost", "--cpm 和 --cpc 都没有写，无法得知媒体价格"
        raise refused(en, zh, PRICES)
    if cpm is not None and cpc is not None:
        raise refused("--cpm and --cpc say the same in two ways", "--cpm 与 --cpc 说的是同一件事", PRICES)
    if cpc is not None and ctr is not None:
        en, zh = "--ctr is of impressions: --cpc buys clicks", "--ctr 针对展示，而 --cpc 买的是点击"
        raise refused(en, zh, ("leave out --ctr", "请去掉 --ctr"))
    if cpm is not None and cvr is not None and ctr is None:
        en, zh = "--cvr is of clicks: without --ctr nobody knows how many", "--cvr 针对点击；没有 --ctr 就不知道点击量"
        raise refused(en, zh, ("write --ctr 2%", "请写 --ctr 2%"))
