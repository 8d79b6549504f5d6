"""Is it on plan to date?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis import pacing as plan_to_date
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Result, calculator
from roadmapctl.calculators.inputs import elapsed, quantity


@calculator(
    "time",
    en="pacing: budget or target to date, and where it ends at this pace",
    zh="进度：截至目前应完成多少、超前或落后，以及按此速度的期末值",
    example="--target 20k --actual 9_500 --elapsed 8/20",
)
def pacing(
    target: Annotated[
        Fraction, quantity(("target", "目标"), "20k", ("The budget, or the target at the end.", "总预算，或期末目标。"))
    ],
    actual: Annotated[
        Fraction,
        quantity(("actual", "实际"), "9_500", ("What is spent or reached today.", "目前已花费或已达到的数值。")),
    ],
    elapsed: Annotated[
        Fraction,
        elapsed(
            ("elapsed", "已过时间"),
            "8/20",
            (
                "How much of the time is over: days gone and all days, or a share.",
                "已过去的时间：已过天数/总天数，或占比。",
            ),
        ),
    ],
    baseline: Annotated[
        Fraction, quantity(("baseline", "基线"), "100", ("Where it stood at the beginning.", "期初数值。"))
    ] = Fraction(0),
) -> Iterator[Result]:
    """Due = baseline + (target − baseline) · elapsed; actual / due; baseline + (actual − baseline) / elapsed."""
    from_ = "({} − {{baseline}})".format if baseline else "{}".format
    begin = "{baseline} + " if baseline else ""
    due = plan_to_date.due(target, elapsed, baseline)
    yield Result("due", ("due by now", "截至目前应完成"), Kind.NUMBER, due, f"{begin}{from_('{target}')} × {{elapsed}}")
    yield Result("ahead", ("ahead of it by", "超前（负数为落后）"), Kind.NUMBER, actual - due, "{actual} − {due}")
    pace = plan_to_date.pacing(actual, target, elapsed, baseline)
    formula = f"{from_('{actual}')} / {from_('{due}')}"
    yield Result("pacing", ("pacing", "进度比"), Kind.RATE, pace, formula, none=UNDEFINED)
    reached = plan_to_date.attainment(actual, target, baseline)
    formula = f"{from_('{actual}')} / {from_('{target}')}"
    yield Result("attainment", ("attainment", "完成率"), Kind.RATE, reached, formula, none=UNDEFINED)
    end = plan_to_date.projection(actual, elapsed, baseline)
    yield Result(
        "projection",
        ("at the end, at this pace", "按此速度的期末值"),
        Kind.NUMBER,
        end,
        f"{begin}{from_('{actual}')} / {{elapsed}}",
    )
