"""The rates of a funnel that was counted."""

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import step_rates
from roadmapctl.analysis.money.costs import cost_per, roas, roi
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import money, parts
from roadmapctl.calculators.readers import name, told_apart, units
from roadmapctl.i18n.terms import called

Stages = tuple[tuple[str, Fraction], ...]


@calculator(
    "funnel",
    en="conversion: the rates of a funnel that was counted, cost per stage, average deal",
    zh="转化率：由各阶段数量算出各级转化率、单位成本与客单价",
    example="--stage lead:10k --stage mql:500 --stage customer:25 --spend 500k --revenue 125k",
)
def conversion(
    stage: Annotated[
        Stages,
        parts(
            ("stages", "各阶段"),
            "lead:10k",
            ("A stage and how many units it had, top first.", "阶段及其数量，从上到下。"),
            name=name,
            units=units,
        ),
    ],
    spend: Annotated[
        Fraction | None, money(("spend", "投入"), "500k", ("What was spent.", "投入金额。"), positive=True)
    ] = None,
    revenue: Annotated[
        Fraction | None, money(("revenue", "收入"), "125k", ("What the last stage brought.", "最后一级带来的收入。"))
    ] = None,
) -> Iterator[Result]:
    """Each stage / the one above it; last / first; spend / units; revenue / last."""
    told_apart(stage, "--stage")
    rates = step_rates([count for _, count in stage])
    for (above, below), share in zip(itertools.pairwise(stage), rates, strict=True):
        given = {"below": _units(*below), "above": _units(*above)}
        formula = "{below} / {above}"
        label = (f"rate to {called(below[0], 'en')}", f"转为{called(below[0], 'zh')}的比率")
        yield Result("rate", label, Kind.RATE, share, formula, above[0], given, UNDEFINED)
    if rates:
        yield from _overall(stage)
    for one in stage if spend is not None else ():
        cost = None if spend is None else cost_per(spend, one[1])
        formula = "{spend} / {stage_units}"
        label = ("cost per unit", "单位成本")
        yield Result("cost", label, Kind.MONEY, cost, formula, one[0], {"stage_units": _units(*one)}, UNDEFINED)
    if revenue is not None:
        deal = cost_per(revenue, stage[-1][1])
        formula = "{revenue} / {customers}"
        given = {"customers": _units(*stage[-1])}
        yield Result("average_deal", ("average deal", "平均客单价"), Kind.MONEY, deal, formula, "", given, UNDEFINED)
    if revenue is not None and spend is not None:
        yield Result("roas", ("ROAS", "ROAS（收入/投入）"), Kind.NUMBER, roas(revenue, spend), "{revenue} / {spend}")
        yield Result(
            "roi",
            ("ROI on revenue", "ROI（按收入）"),
            Kind.RATE,
            roi(revenue, spend),
            "({revenue} − {spend}) / {spend}",
        )


def _overall(stages: Stages) -> Iterator[Result]:
    first, last = stages[0], stages[-1]
    (through,) = step_rates([first[1], last[1]])
    given = {"last": _units(*last), "first": _units(*first)}
    formula = "{last} / {first}"
    yield Result("overall_rate", ("overall rate", "总转化率"), Kind.RATE, through, formula, "", given, UNDEFINED)
    lost = None if through is None else 1 - through
    formula = "1 − {overall_rate}"
    yield Result("not_converted", ("not converted", "未转化"), Kind.RATE, lost, formula, none=UNDEFINED)


def _units(name: str, count: Fraction) -> Quantity:
    return Quantity((called(name, "en"), called(name, "zh")), Kind.NUMBER, count)
