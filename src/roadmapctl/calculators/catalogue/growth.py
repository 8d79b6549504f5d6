"""Growth that compounds."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import relative_change
from roadmapctl.analysis.growth.compound import compound_rate, compounded, doubling_periods
from roadmapctl.calculators.calculator import Kind, Result, calculator
from roadmapctl.calculators.inputs import growth_rate, number
from roadmapctl.calculators.readers import refused

LEAST_PERIODS, MOST_PERIODS = Fraction(1, 100), 1200
END = ("end value", "期末值")


@calculator(
    "time",
    en="growth: the rate that compounds to a value (CAGR), or the value it comes to",
    zh="复合增长：达到某值所需的复合增长率（CAGR），或按此增长率达到的数值",
    example="--start 2M --end 5M --periods 3",
)
def growth(
    start: Annotated[Fraction, number(("start value", "期初值"), "2M", ("The value at the start.", "期初数值。"))],
    periods: Annotated[
        Fraction,
        number(
            ("periods", "期数"),
            "3",
            (
                "Years, quarters or months from start to end; the rate is for one of them.",
                "从期初到期末的年数、季度数或月数；增长率即每期的增长率。",
            ),
        ),
    ],
    end: Annotated[Fraction | None, number(END, "5M", ("The value at the end.", "期末数值。"))] = None,
    rate: Annotated[
        Fraction | None,
        growth_rate(
            ("growth of a period", "每期增长率"),
            "10%",
            (
                "The growth of one period in place of --end; below 0 where it shrinks.",
                "每期增长率，代替 --end；下降时写负数。",
            ),
        ),
    ] = None,
) -> Iterator[Result]:
    """(end / start)^(1 / n) − 1; start · (1 + g)^n; ln 2 / ln(1 + g)."""
    if (end is None) == (rate is None):
        raise refused(
            "--end and --rate: one of them is needed, and only one",
            "--end 与 --rate 需要且只能写一个",
            ("write --end 5M, or --rate 10%", "请写 --end 5M 或 --rate 10%"),
        )
    if not LEAST_PERIODS <= periods <= MOST_PERIODS:
        raise refused(
            "--periods: from 0.01 to {most} are followed",
            "--periods：须在 0.01 到 {most} 期之间",
            ("count in years, quarters or months", "请按年、季度或月计数"),
            most=MOST_PERIODS,
        )
    each, last = "{rate}", "{end}"
    if end is not None:
        pace, each = compound_rate(start, end, periods), "{rate_needed}"
        label, formula = ("growth of a period", "每期增长率"), "({end} / {start})^(1 / {periods}) − 1"
        yield Result("rate_needed", label, Kind.CHANGE, pace, formula)
        reached = end
    else:
        assert rate is not None
        pace, last = rate, "{end_reached}"
        reached = compounded(start, rate, periods)
        yield Result("end_reached", END, Kind.NUMBER, reached, "{start} × (1 + {rate})^{periods}")
    whole = relative_change(start, reached)
    yield Result("growth_in_all", ("growth in all", "总增长率"), Kind.CHANGE, whole, f"{last} / {{start}} − 1")
    label, doubled = ("periods until it has doubled", "翻倍所需期数"), doubling_periods(pace)
    formula = "" if doubled is None else f"ln(2) / ln(1 + {each})"
    yield Result("doubling_periods", label, Kind.NUMBER, doubled, formula)
