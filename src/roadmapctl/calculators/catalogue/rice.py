"""RICE: what to do first."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.scores import rice as score
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import parts
from roadmapctl.calculators.readers import above_zero, name, share, told_apart, units

Item = tuple[str, Fraction, Fraction, Fraction, Fraction]


@calculator(
    "choice",
    en="RICE: ideas in order of reach × impact × confidence / effort",
    zh="RICE：按 触达 × 影响 × 信心 / 投入 给想法排序",
    example="--item onboarding:5_000:2:80%:2 --item critical-bug:10_000:3:100%:0.5",
)
def rice(
    item: Annotated[
        tuple[Item, ...],
        parts(
            ("ideas", "各想法"),
            "onboarding:5_000:2:80%:2",
            (
                "An idea: people it reaches in a period, impact (0.25 to 3), confidence as a share, effort in person-months.",
                "一个想法：每期触达人数、影响（0.25 到 3）、信心（百分比）、投入（人月）。",
            ),
            name=name,
            reach=units,
            impact=units,
            confidence=share,
            effort=above_zero,
        ),
    ],
) -> Iterator[Result]:
    """Reach · impact · confidence / effort, highest first."""
    told_apart(item, "--item")
    scored = [(score(*one[1:]), one) for one in item]
    for value, one in sorted(scored, key=lambda pair: -pair[0]):
        yield Result(
            "score",
            ("RICE", "RICE 得分"),
            Kind.NUMBER,
            value,
            "{reach} × {impact} × {confidence} / {effort}",
            one[0],
            _given(one),
        )


def _given(item: Item) -> dict[str, Quantity]:
    _, reach, impact, confidence, effort = item
    return {
        "reach": Quantity(("reach", "触达"), Kind.NUMBER, reach),
        "impact": Quantity(("impact", "影响"), Kind.NUMBER, impact),
        "confidence": Quantity(("confidence", "信心"), Kind.RATE, confidence),
        "effort": Quantity(("effort", "投入"), Kind.NUMBER, effort),
    }
