"""ICE: what to try first."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.scores import ice_mean, ice_product
from roadmapctl.calculators.calculator import Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.inputs import choice, parts
from roadmapctl.calculators.readers import name, rating, told_apart

Item = tuple[str, Fraction, Fraction, Fraction]


@calculator(
    "choice",
    en="ICE: experiments in order of impact, confidence and ease, as a mean or a product",
    zh="ICE：按影响、信心、容易程度给实验排序，取平均或相乘",
    example="--item trust-badges:5:8:9 --item pricing-page:8:6:6 --item checkout:9:7:3",
)
def ice(
    item: Annotated[
        tuple[Item, ...],
        parts(
            ("ideas", "各想法"),
            "trust-badges:5:8:9",
            (
                "An idea and its impact, confidence and ease, each from 1 to 10.",
                "一个想法及其影响、信心、容易程度，各为 1 到 10 分。",
            ),
            name=name,
            impact=rating,
            confidence=rating,
            ease=rating,
        ),
    ],
    form: Annotated[
        str,
        choice(
            ("form", "算法"),
            "mean",
            "product",
            help=("The mean of the three, or their product: both are called ICE.", "取三项平均或相乘；两种都叫 ICE。"),
        ),
    ] = "mean",
) -> Iterator[Result | Note]:
    """(impact + confidence + ease) / 3, or impact · confidence · ease; highest first."""
    told_apart(item, "--item")
    score, formula, label = (
        (ice_product, "{impact} × {confidence} × {ease}", ("ICE (product)", "ICE（乘积）"))
        if form == "product"
        else (ice_mean, "({impact} + {confidence} + {ease}) / 3", ("ICE (mean)", "ICE（平均）"))
    )
    scored = [(score(*one[1:]), one) for one in item]
    for value, one in sorted(scored, key=lambda pair: -pair[0]):
        names = (("impact", "影响"), ("confidence", "信心"), ("ease", "容易程度"))
        given = {words[0]: Quantity(words, Kind.NUMBER, rated) for words, rated in zip(names, one[1:], strict=True)}
        yield Result("score", label, Kind.NUMBER, value, formula, one[0], given)
    if form == "mean":
        yield Note(
            "ICE is the mean of the three here; --form product multiplies them, which can change the order.",
            "此处 ICE 取三项平均；--form product 改为相乘，排序可能不同。",
        )
