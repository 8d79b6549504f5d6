"""How large a test has to be."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import change_in_points, relative_change
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.statistics.sample_size import sample_size
from roadmapctl.calculators import inputs
from roadmapctl.calculators.calculator import Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.forms import figure
from roadmapctl.calculators.readers import SUREST, exact, refused, sure
from roadmapctl.model.numbers import Step
from roadmapctl.model.unreadable import Unreadable


@calculator(
    "choice",
    en="sample size: how many an A/B test needs to notice a change of a rate",
    zh="样本量：A/B 测试要测出转化率的变化，需要多少样本",
    example="--rate 5% --by 1pp --daily 1_200",
)
def sample(
    rate: Annotated[
        Fraction,
        inputs.rate(("rate now", "当前转化率"), "5%", ("The rate as it is now.", "当前的转化率。"), positive=True),
    ],
    by: Annotated[
        Step,
        inputs.steps(
            ("change", "变化"),
            "1pp",
            (
                "The smallest change worth noticing: 1pp is 5% to 6%, 20% the same relatively.",
                "值得测出的最小变化：1pp 即从 5% 到 6%，20% 为相对变化，结果相同。",
            ),
        ),
    ],
    power: Annotated[
        Fraction,
        inputs.rate(
            ("power", "检验功效"),
            "80%",
            ("The chance to notice the change where there is one.", "变化确实存在时能测出的概率。"),
            positive=True,
        ),
    ] = Fraction(80, 100),
    level: Annotated[
        Fraction,
        inputs.rate(
            ("level", "置信水平"),
            "95%",
            ("How sure the test is; 1 − α, two-sided.", "检验的置信水平，即 1 − α，双侧。"),
            positive=True,
        ),
    ] = Fraction(95, 100),
    variants: Annotated[
        Fraction, inputs.number(("variants", "版本数"), "2", ("Versions, A included.", "包括 A 在内的版本数。"))
    ] = Fraction(2),
    daily: Annotated[
        Fraction | None,
        inputs.number(
            ("units a day", "每日样本"),
            "1_200",
            ("Units a day, of all versions together.", "所有版本合计的每日样本数。"),
        ),
    ] = None,
) -> Iterator[Result | Note]:
    """n = (z₁ √(2p̄(1 − p̄)) + z₂ √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₂ − p₁)²; all of them; days."""
    sure(level)
    if power > SUREST:
        raise refused(
            "--power: no test is this sure",
            "--power：没有测试能达到这个功效",
            ("write 80% or 90%", "请写 80% 或 90%"),
        )
    wanted = _wanted(rate, by, variants)
    yield Result("rate_wanted", ("rate to notice", "要测出的转化率"), Kind.RATE, wanted)
    points = change_in_points(rate, wanted)
    yield Result("points", ("difference", "差值"), Kind.POINTS, points, "({rate_wanted} − {rate}) × 100")
    relative = relative_change(rate, wanted)
    yield Result("relative", ("relative", "相对变化"), Kind.CHANGE, relative, "{rate_wanted} / {rate} − 1")
    found = sample_size(rate, wanted, level, power)
    given = {
        "z_level": Quantity(("z of the level", "置信水平的 z"), Kind.NUMBER, Fraction(found.z_level)),
        "z_power": Quantity(("z of the power", "功效的 z"), Kind.NUMBER, Fraction(found.z_power)),
        "mean": Quantity(("mean of both rates", "两个转化率的均值"), Kind.RATE, (rate + wanted) / 2),
    }
    spread = "{rate} × (1 − {rate}) + {rate_wanted} × (1 − {rate_wanted})"
    top = f"({{z_level}} × √(2 × {{mean}} × (1 − {{mean}})) + {{z_power}} × √({spread}))^2"
    label, each = ("units for each version", "每个版本的样本量"), Fraction(found.each)
    formula = f"⌈{top} / ({{rate_wanted}} − {{rate}})^2⌉"
    yield Result("units_each", label, Kind.NUMBER, each, formula, given=given)
    yield Result("units", ("units in all", "总样本量"), Kind.NUMBER, each * variants, "{units_each} × {variants}")
    if daily is not None:
        label, days = ("days of the test", "测试天数"), Fraction(whole_up(each * variants / daily))
        yield Result("days", label, Kind.DAYS, days, "⌈{units} / {daily}⌉")
    yield Note(
        "For a two-sided z test of rates in groups of one size. Calculators with another formula differ by a few per cent.",
        "适用于两组样本量相同的双侧 z 检验；采用其他公式的计算器会有百分之几的差别。",
    )
    if variants > 2:
        yield Note(
            "Each version is held against A alone: several comparisons find more by chance than one.",
            "各版本分别与 A 比较；比较次数越多，偶然“显著”的可能越大。",
        )


def _wanted(rate: Fraction, by: Step, variants: Fraction) -> Fraction:
    """The rate after the change: another one, and one that can be reached."""
    if variants.denominator != 1 or variants < 2:
        raise refused(
            "--variants: a test has at least 2 whole versions",
            "--variants：测试至少有 2 个版本，且为整数",
            ("write --variants 2", "请写 --variants 2"),
        )
    wanted = Fraction(by.from_(exact(rate)))
    if wanted == rate:
        raise _pointless("and there is nothing to test", "没有可测试的变化", rate, wanted)
    if not 0 <= wanted <= 1:
        raise _pointless("which is no rate", "这不是转化率", rate, wanted)
    return wanted


def _pointless(en: str, zh: str, rate: Fraction, wanted: Fraction) -> Unreadable:
    return refused(
        f"--by: from {{rate}} this leads to {{wanted}}, {en}",
        f"--by：从 {{rate}} 变为 {{wanted}}，{zh}",
        ("write a change such as 1pp or 20%", "请写 1pp 或 20% 这样的变化"),
        rate=figure(rate, Kind.RATE),
        wanted=f"{float(wanted * 100):g}%",
    )
