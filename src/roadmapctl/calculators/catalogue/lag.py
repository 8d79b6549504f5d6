"""Until when a unit may enter a stage and still be through in time."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.lags import last_useful_dates
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import day, parts
from roadmapctl.calculators.readers import lag as length
from roadmapctl.calculators.readers import name, refused, told_apart
from roadmapctl.model.time import MEAN_MONTH, Duration


@calculator(
    "time",
    en="lag: the last useful day of each stage for deals by a date",
    zh="时滞：要在某日前成交，各阶段最晚哪天进入才来得及",
    example="--end 2027-Q4 --stage mql:3mo --stage opportunity:6mo --stage deal",
)
def lag(
    end: Annotated[
        date,
        day(
            ("end", "截止日"),
            "2027-Q4",
            ("The day by which deals are wanted, or the period they fall in.", "希望成交的最后一天，或所在时段。"),
        ),
    ],
    stage: Annotated[
        tuple[tuple[str, Duration | None], ...],
        parts(
            ("stages", "各阶段"),
            "mql:3mo",
            (
                "A stage and the time to the next one, top first; the last has none.",
                "阶段及到下一阶段的时长，从上到下；最后一级不写时长。",
            ),
            name=name,
            lag_=length,
        ),
    ],
) -> Iterator[Result]:
    """The end minus the lags from a stage on, months by the calendar."""
    told_apart(stage, "--stage")
    if stage[-1][1] is not None:
        raise refused(
            "--stage {name} is the last one and leads nowhere",
            "--stage {name} 是最后一级，后面没有阶段",
            ("write the last stage without a lag, such as --stage deal", "最后一级不写时长，如 --stage deal"),
            name=stage[-1][0],
        )
    lags = [one or Duration(0, "d") for _, one in stage[:-1]]
    dates = last_useful_dates(lags, end) if lags else (end,)
    for number, (called, _) in enumerate(stage):
        rest = " − ".join(("", *(str(one) for one in lags[number:])))
        terms = {"terms": Quantity((" − lags to the end", " − 到末级的时长"), Kind.TEXT, rest)} if rest else {}
        formula = "{end}{terms}" if rest else "{end}"
        yield Result(
            "last_useful_day", ("last useful day", "最晚有效日"), Kind.DATE, dates[number], formula, called, terms
        )
    total = sum((one.days for one in lags), Fraction(0)) / MEAN_MONTH
    sums = {"sum": Quantity(("lags", "时长之和"), Kind.TEXT, " + ".join(map(str, lags)) or "0")}
    yield Result("lag_months", ("all lags together", "总时长"), Kind.MONTHS, total, "{sum}", given=sums)
