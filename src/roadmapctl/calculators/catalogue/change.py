"""A change, said in points and relative: the two that are mixed up most."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import change_in_points, relative_change
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import quantity, steps
from roadmapctl.calculators.readers import exact, refused
from roadmapctl.model.numbers import Step


@calculator(
    "choice",
    en="change: from one value to another, in points and relative",
    zh="变化：从一个值到另一个值，分别按百分点和相对变化说明",
    example="--before 0.75% --after 1%",
)
def change(
    before: Annotated[Fraction, quantity(("before", "之前"), "0.75%", ("The value before.", "之前的数值。"))],
    after: Annotated[Fraction | None, quantity(("after", "之后"), "1%", ("The value after.", "之后的数值。"))] = None,
    by: Annotated[
        Step | None,
        steps(
            ("change", "变化"),
            "0.25pp",
            (
                "The change in place of the value after: 0.25pp, 25%, or a number.",
                "用变化代替之后的数值：0.25pp、25% 或数字。",
            ),
        ),
    ] = None,
) -> Iterator[Result]:
    """After − before; after / before − 1."""
    reached = _reached(before, after, by)
    if after is None:
        yield Result("reached", ("after", "之后"), _kind(before, reached), reached)
    kind = _kind(before, reached)
    given = {
        "from": Quantity(("before", "之前"), kind, before),
        "to": Quantity(("after", "之后"), kind, reached),
    }
    yield Result("difference", ("difference", "差值"), Kind.NUMBER, reached - before, "{to} − {from}", given=given)
    if kind is Kind.RATE:
        label = ("in percentage points", "百分点变化")
        yield Result(
            "points", label, Kind.POINTS, change_in_points(before, reached), "({to} − {from}) × 100", given=given
        )
    relative = relative_change(before, reached)
    label, formula = ("relative", "相对变化"), "{to} / {from} − 1"
    yield Result("relative", label, Kind.CHANGE, relative, formula, given=given, none=UNDEFINED)


def _reached(before: Fraction, after: Fraction | None, by: Step | None) -> Fraction:
    if (after is None) == (by is None):
        raise refused(
            "--after and --by: one of them is needed, and only one",
            "--after 与 --by 需要且只能写一个",
            ("write --after 1%, or --by 0.25pp", "请写 --after 1% 或 --by 0.25pp"),
        )
    if after is not None:
        return after
    assert by is not None
    return Fraction(by.from_(exact(before)))


def _kind(before: Fraction, after: Fraction) -> Kind:
    """Could they be rates? Only then there are points."""
    return Kind.RATE if 0 <= before <= 1 and 0 <= after <= 1 else Kind.NUMBER
