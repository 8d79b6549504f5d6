"""How much of a year each season gets."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.plain import plain
from roadmapctl.analysis.seasonality import scaled
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import number, parts
from roadmapctl.calculators.readers import above_zero, name, told_apart


@calculator(
    "time",
    en="seasonality: seasonal indices from past values, and a total split by them",
    zh="季节性：由历史数值得出季节指数，并据此拆分总量",
    example="--season Q1:80 --season Q2:140 --season Q3:100 --season Q4:80 --total 1M",
)
def seasonality(
    season: Annotated[
        tuple[tuple[str, Fraction], ...],
        parts(
            ("seasons", "各季"),
            "Q2:140",
            ("A season and its past value, or its weight.", "时段及其历史数值或权重。"),
            name=name,
            value=above_zero,
        ),
    ],
    total: Annotated[
        Fraction | None,
        number(("total", "总量"), "1M", ("What is to be split over the seasons.", "要拆分到各时段的总量。")),
    ] = None,
) -> Iterator[Result]:
    """Index = value / mean; a season's part = total / number · index."""
    told_apart(season, "--season")
    indices = scaled([value for _, value in season])
    values = " + ".join(plain(value) for _, value in season)
    terms = Quantity(("sum of the values", "数值之和"), Kind.TEXT, values)
    size = Quantity(("number of seasons", "时段数"), Kind.NUMBER, Fraction(len(season)))
    mean = sum((value for _, value in season), Fraction(0)) / len(season)
    yield Result(
        "mean", ("mean", "平均值"), Kind.NUMBER, mean, "({terms}) / {size}", given={"terms": terms, "size": size}
    )
    for (called, value), index in zip(season, indices, strict=True):
        given = {"value": Quantity(("value", "数值"), Kind.NUMBER, value)}
        yield Result("index", ("index", "季节指数"), Kind.NUMBER, index, "{value} / {mean}", called, given)
    if total is None:
        return
    average = total / len(season)
    yield Result(
        "average", ("average season", "平均每时段"), Kind.NUMBER, average, "{total} / {size}", given={"size": size}
    )
    for (called, _), index in zip(season, indices, strict=True):
        own = {"own": Quantity(("index", "季节指数"), Kind.NUMBER, index)}
        yield Result("part", ("part", "应占"), Kind.NUMBER, average * index, "{average} × {own}", called, own)
