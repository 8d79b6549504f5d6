"""Does B convert better than A?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import change_in_points, relative_change
from roadmapctl.analysis.statistics.ab_test import (
    Counted,
    Span,
    ZTest,
    credible_interval,
    posterior,
    wilson_interval,
    z_test,
)
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.inputs import counted, parts, rate
from roadmapctl.calculators.readers import prior_parameter, sure

Prior = tuple[Fraction, Fraction]
UNIFORM: Prior = (Fraction(1), Fraction(1))
LEVEL = Fraction(95, 100)


@calculator(
    "choice",
    en="A/B test: z test, p value, and the chance that B is better than A",
    zh="A/B 测试：z 检验、p 值，以及 B 优于 A 的概率",
    example="--a 144/1200 --b 192/1200",
)
def ab(
    a: Annotated[
        Counted, counted(("A", "A"), "144/1200", ("How many of how many converted with A.", "A 的转化数/总数。"))
    ],
    b: Annotated[Counted, counted(("B", "B"), "192/1200", ("The same with B.", "B 的转化数/总数。"))],
    prior: Annotated[
        Prior,
        parts(
            ("prior", "先验"),
            "1:1",
            (
                "Belief before the test, Beta(α, β); 1:1 knows nothing.",
                "测试前的先验 Beta(α, β)；1:1 表示没有先验信息。",
            ),
            alpha=prior_parameter,
            beta=prior_parameter,
        ),
    ] = UNIFORM,
    level: Annotated[
        Fraction, rate(("level", "置信水平"), "95%", ("How sure the intervals are.", "区间的置信水平。"), positive=True)
    ] = LEVEL,
) -> Iterator[Result | Note]:
    """Rates, pooled two-sided z test, Beta posteriors from the prior, Wilson intervals."""
    sure(level)
    test = z_test(a, b)
    for side, one in (("a", a), ("b", b)):
        formula = "{won} / {of}"
        yield Result(
            f"rate_{side}", _words("rate of", side, "转化率"), Kind.RATE, one.rate, formula, given=_counts(one)
        )
    points = change_in_points(a.rate, b.rate)
    label = ("difference, B − A", "差值 B − A")
    yield Result("difference_points", label, Kind.POINTS, points, "({rate_b} − {rate_a}) × 100")
    lift = relative_change(a.rate, b.rate)
    yield Result(
        "lift",
        ("lift of B", "B 的相对提升"),
        Kind.CHANGE,
        lift,
        "{rate_b} / {rate_a} − 1",
        none=UNDEFINED,
    )
    yield from _tested(a, b, test)
    yield from _believed(a, b, prior, level)
    if not test.is_trusted:
        yield Note(
            "Fewer than 5 successes or failures are expected on a side: go by the chance that B is better, not by z.",
            "某一侧的预期转化或未转化不足 5 个：请以 B 更优的概率为准，不要看 z 检验。",
        )


def _tested(a: Counted, b: Counted, test: ZTest) -> Iterator[Result]:
    sides = {**_counts(a, "_a"), **_counts(b, "_b")}
    yield Result(
        "pooled_rate",
        ("pooled rate", "合并转化率"),
        Kind.RATE,
        test.pooled,
        "({won_a} + {won_b}) / ({of_a} + {of_b})",
        given=sides,
    )
    formula = "({rate_b} − {rate_a}) / √({pooled_rate} × (1 − {pooled_rate}) × (1 / {of_a} + 1 / {of_b}))"
    yield _maybe("z", ("z (of B − A)", "z 值（B − A）"), test.z, formula, sides)
    yield _maybe("p_value", ("p value, two-sided", "p 值（双侧）"), test.p_value, "2 × Φ(−|{z}|)")
    label = ("p value with continuity correction", "p 值（连续性校正）")
    yield _maybe("p_value_continuity", label, test.p_value_continuity, "")


def _believed(a: Counted, b: Counted, prior: Prior, level: Fraction) -> Iterator[Result]:
    beliefs = {"a": posterior(a, prior), "b": posterior(b, prior)}
    given = _posterior(a, prior, "_a") | _posterior(b, prior, "_b")
    chance = Fraction(beliefs["b"].chance_above(beliefs["a"]))
    formula = "P(Beta({alpha_b}, {beta_b}) > Beta({alpha_a}, {beta_a}))"
    yield Result("p_b_beats_a", ("chance that B is better", "B 优于 A 的概率"), Kind.RATE, chance, formula, given=given)
    for side in beliefs:
        alpha, beta = given[f"alpha_{side}"].value, given[f"beta_{side}"].value
        assert isinstance(alpha, Fraction) and isinstance(beta, Fraction)
        formula = f"{{alpha_{side}}} / ({{alpha_{side}}} + {{beta_{side}}})"
        yield Result(
            f"posterior_mean_{side}",
            _words("posterior mean of", side, "后验均值"),
            Kind.RATE,
            alpha / (alpha + beta),
            formula,
            given=given,
        )
    for side, belief in beliefs.items():
        words = _words("credible interval of", side, "可信区间")
        formula = f"Beta({{alpha_{side}}}, {{beta_{side}}}): {{level}}"
        yield Result(
            f"credible_{side}", words, Kind.RATE, _span(credible_interval(belief, level)), formula, given=given
        )
    for side, one in (("a", a), ("b", b)):
        words = _words("Wilson interval of", side, " Wilson 区间")
        yield Result(
            f"wilson_{side}",
            words,
            Kind.RATE,
            _span(wilson_interval(one, level)),
            "{won} / {of}: {level}",
            given=_counts(one),
        )


def _words(en: str, side: str, zh: str) -> tuple[str, str]:
    return f"{en} {side.upper()}", f"{side.upper()} 的{zh}"


def _span(span: Span) -> tuple[Fraction, Fraction]:
    return Fraction(span.low), Fraction(span.high)


def _counts(one: Counted, side: str = "") -> dict[str, Quantity]:
    letter = f" {side[1:].upper()}" if side else ""
    return {
        f"won{side}": Quantity((f"converted{letter}", f"转化数{letter}"), Kind.NUMBER, Fraction(one.won)),
        f"of{side}": Quantity((f"all{letter}", f"总数{letter}"), Kind.NUMBER, Fraction(one.of)),
    }


def _posterior(one: Counted, prior: Prior, side: str) -> dict[str, Quantity]:
    letter = side[1:].upper()
    return {
        f"alpha{side}": Quantity((f"α of {letter}", f"{letter} 的 α"), Kind.NUMBER, prior[0] + one.won),
        f"beta{side}": Quantity((f"β of {letter}", f"{letter} 的 β"), Kind.NUMBER, prior[1] + one.of - one.won),
    }


def _maybe(
    key: str, words: tuple[str, str], value: float | None, formula: str, given: dict[str, Quantity] | None = None
) -> Result:
    """A number that there is only where somebody converted and somebody did not."""
    number = None if value is None else Fraction(value)
    return Result(key, words, Kind.NUMBER, number, formula, given=given or {}, none=UNDEFINED)
