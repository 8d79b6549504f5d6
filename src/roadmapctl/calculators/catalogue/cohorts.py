"""A rate from cohorts, without those that are too young to tell."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.plain import plain
from roadmapctl.analysis.statistics.ab_test import Counted, wilson_interval
from roadmapctl.analysis.statistics.cohorts import Cohort, together
from roadmapctl.calculators.calculator import Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.inputs import day, parts, span_of_time
from roadmapctl.calculators.readers import counted_of, counted_won, entry_period, refused, told_apart
from roadmapctl.model.time import Duration, Period

LEVEL = Fraction(95, 100)
YOUNG = ("rate so far, too young", "至今转化率（未成熟）")
NOT_YET = ("not yet known", "尚无法得知")


@calculator(
    "choice",
    en="cohorts: the rate of those who entered long enough ago, young cohorts left out",
    zh="同期群转化率：只计进入时间足够长的批次，未成熟的批次不计入",
    example="--cohort 2027-01:210:40 --cohort 2027-02:190:34 --cohort 2027-03:220:12 --lag 45d --as-of 2027-04-30",
)
def cohorts(
    cohort: Annotated[
        tuple[tuple[Period, int, int], ...],
        parts(
            ("cohorts", "各批次"),
            "2027-01:210:40",
            (
                "A period, how many entered in it, and how many of these have gone on so far.",
                "时段、该时段进入的数量，以及其中至今已转化的数量。",
            ),
            period=entry_period,
            entered=counted_of,
            won=counted_won,
        ),
    ],
    lag: Annotated[
        Duration,
        span_of_time(
            ("lag", "时滞"),
            "45d",
            (
                "The time in which nine in ten of those who go on have done so (P90).",
                "最终转化者中有九成完成转化所需的时长（P90）。",
            ),
        ),
    ],
    as_of: Annotated[
        date,
        day(
            ("as of", "截止日"), "2027-04-30", ("The day until which is known who has gone on.", "转化数据截至哪一天。")
        ),
    ],
) -> Iterator[Result | Note]:
    """Σ won / Σ entered of the cohorts whose last entry is at least the lag ago."""
    told_apart(tuple((str(period),) for period, _, _ in cohort), "--cohort")
    read = [_cohort(*one, as_of) for one in cohort]
    mature = [one for one in read if one.is_mature(lag, as_of)]
    for one in read:
        key, label = ("cohort_rate", ("rate", "转化率")) if one in mature else ("young_rate", YOUNG)
        yield Result(key, label, Kind.RATE, one.counted.rate, "{won} / {of}", str(one.entered), _sums([one]))
    counted, label = together(mature), ("rate of the mature cohorts", "成熟批次的转化率")
    value = None if counted is None else counted.rate
    formula = "" if counted is None else "{won} / {of}"
    yield Result("mature_rate", label, Kind.RATE, value, formula, "", _sums(mature), NOT_YET)
    if counted is not None:
        low, high = wilson_interval(counted, LEVEL)
        label, pair = ("Wilson interval, 95%", "Wilson 区间（95%）"), (Fraction(low), Fraction(high))
        yield Result("wilson", label, Kind.RATE, pair)
    everybody = together(read)
    if everybody is not None and len(mature) < len(read):
        label = ("with the young ones averaged in", "若把未成熟批次也计入")
        yield Result("rate_of_all", label, Kind.RATE, everybody.rate, "{won} / {of}", "", _sums(read))
        yield Note(
            "Too young, because their last units entered less than {lag} before {day}: {cohorts}.",
            "未成熟（最后进入的数量距 {day} 不足 {lag}）：{cohorts}。",
            {
                "lag": str(lag),
                "day": as_of,
                "cohorts": ", ".join(str(one.entered) for one in read if one not in mature),
            },
        )


def _cohort(period: Period, entered: int, won: int, as_of: date) -> Cohort:
    if won > entered:
        raise refused(
            "--cohort {cohort}: {won} of {of} is not possible",
            "--cohort {cohort}：{of} 个中有 {won} 个，不可能",
            ("write PERIOD:ENTERED:WON, such as 2027-01:210:40", "请写成 时段:进入数:转化数，如 2027-01:210:40"),
            cohort=str(period),
            won=won,
            of=entered,
        )
    if period.start > as_of:
        raise refused(
            "--cohort {cohort} begins after --as-of",
            "--cohort {cohort} 晚于 --as-of",
            ("write a later day, or leave the cohort out", "请写更晚的日期，或去掉该批次"),
            cohort=str(period),
        )
    return Cohort(period, Counted(won, entered))


def _sums(cohorts: Sequence[Cohort]) -> dict[str, Quantity]:
    return {
        "won": Quantity(("converted", "转化数"), Kind.TEXT, _sum([one.counted.won for one in cohorts])),
        "of": Quantity(("entered", "进入数"), Kind.TEXT, _sum([one.counted.of for one in cohorts])),
    }


def _sum(numbers: Sequence[int]) -> str:
    text = " + ".join(plain(Fraction(number)) for number in numbers)
    return f"({text})" if len(numbers) > 1 else text
