"""How fast a pipeline turns into money."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import relative_change
from roadmapctl.analysis.velocity import sales_velocity
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Result, calculator
from roadmapctl.calculators.inputs import days, money, number, rate


@calculator(
    "time",
    en="sales velocity: money won a day, and what a shorter cycle is worth",
    zh="销售速度：每天赢得多少收入，以及缩短周期的价值",
    example="--opportunities 18 --deal-size 42k --win-rate 24% --cycle 78d --new-cycle 65d --period 90d",
)
def velocity(
    opportunities: Annotated[
        Fraction, number(("opportunities", "商机数"), "18", ("Open opportunities.", "在手商机数。"))
    ],
    deal_size: Annotated[Fraction, money(("average deal", "客单价"), "42k", ("What a deal brings.", "单笔成交金额。"))],
    win_rate: Annotated[
        Fraction, rate(("win rate", "赢单率"), "24%", ("The share of opportunities that is won.", "商机赢单的比率。"))
    ],
    cycle: Annotated[
        Fraction,
        days(("sales cycle in days", "销售周期（天）"), "78d", ("From opportunity to deal.", "从商机到成交的时长。")),
    ],
    period: Annotated[
        Fraction,
        days(("days of the period", "周期天数"), "90d", ("Also for a period this long.", "同时给出这段时长的金额。")),
    ] = Fraction(30),
    new_cycle: Annotated[
        Fraction | None,
        days(("new cycle in days", "新周期（天）"), "65d", ("A cycle to compare with.", "用来比较的新周期。")),
    ] = None,
) -> Iterator[Result]:
    """Opportunities · average deal · win rate / cycle, a day; times the days of a period."""
    a_day = sales_velocity(opportunities, deal_size, win_rate, cycle)
    formula = "{opportunities} × {deal_size} × {win_rate} / "
    yield Result("per_day", ("won a day", "每天赢得"), Kind.MONEY, a_day, formula + "{cycle}")
    yield Result("per_period", ("won in the period", "周期内合计"), Kind.MONEY, a_day * period, "{per_day} × {period}")
    if new_cycle is None:
        return
    then = sales_velocity(opportunities, deal_size, win_rate, new_cycle)
    yield Result(
        "per_day_new", ("won a day with the new cycle", "新周期每天赢得"), Kind.MONEY, then, formula + "{new_cycle}"
    )
    yield Result(
        "per_period_new",
        ("won in the period with the new cycle", "新周期内合计"),
        Kind.MONEY,
        then * period,
        "{per_day_new} × {period}",
    )
    gain = relative_change(a_day, then)
    yield Result("gain", ("gain", "提升"), Kind.CHANGE, gain, "{per_day_new} / {per_day} − 1", none=UNDEFINED)
