"""A rate that was counted: how sure is it, and what becomes of the plan's rate?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.statistics.ab_test import Counted, Span, credible_interval, posterior, wilson_interval
from roadmapctl.analysis.statistics.beta_distribution import LEAST
from roadmapctl.calculators import inputs
from roadmapctl.calculators.calculator import Kind, Note, Quantity, Result, calculator
from roadmapctl.calculators.forms import figure
from roadmapctl.calculators.readers import refused, sure

Prior = tuple[Fraction, Fraction]
JEFFREYS: Prior = (Fraction(1, 2), Fraction(1, 2))
"""What a plan's `{won: 36, of: 200}` begins with."""


@calculator(
    "choice",
    en="rate: how sure a counted rate is, and the plan's rate after what was counted",
    zh="转化率区间：统计所得的转化率有多可靠，以及据此修正后的计划转化率",
    example="--counted 36/200 --prior 22% --weight 100",
)
def rate(
    counted: Annotated[
        Counted,
        inputs.counted(("counted", "统计"), "36/200", ("How many of how many went on.", "转化数/总数。")),
    ],
    prior: Annotated[
        Fraction | None,
        inputs.rate(("prior rate", "先验转化率"), "22%", ("The rate that the plan goes by.", "计划采用的转化率。")),
    ] = None,
    weight: Annotated[
        Fraction | None,
        inputs.number(
            ("weight", "权重"),
            "100",
            ("How many counted units the plan's rate is worth.", "计划转化率相当于多少个样本。"),
        ),
    ] = None,
    level: Annotated[
        Fraction,
        inputs.rate(("level", "置信水平"), "95%", ("How sure the intervals are.", "区间的置信水平。"), positive=True),
    ] = Fraction(95, 100),
) -> Iterator[Result | Note]:
    """won / of; Wilson's interval; the posterior Beta(prior · weight + won, (1 − prior) · weight + of − won)."""
    sure(level)
    before = _before(prior, weight)
    of = {
        "won": Quantity(("converted", "转化数"), Kind.NUMBER, Fraction(counted.won)),
        "of": Quantity(("all", "总数"), Kind.NUMBER, Fraction(counted.of)),
    }
    yield Result("counted_rate", ("counted rate", "统计转化率"), Kind.RATE, counted.rate, "{won} / {of}", given=of)
    label = ("Wilson interval", "Wilson 区间")
    span = _both(wilson_interval(counted, level))
    yield Result("wilson", label, Kind.RATE, span, "{won} / {of}: {level}", given=of)
    belief = posterior(counted, before)
    alpha, beta = before[0] + counted.won, before[1] + counted.of - counted.won
    given = of | {
        "alpha": Quantity(("α", "α"), Kind.NUMBER, alpha),
        "beta": Quantity(("β", "β"), Kind.NUMBER, beta),
    }
    mean = "({prior} × {weight} + {won}) / ({weight} + {of})" if prior is not None else "{alpha} / ({alpha} + {beta})"
    label = ("posterior mean", "后验均值")
    yield Result("posterior_mean", label, Kind.RATE, alpha / (alpha + beta), mean, given=given)
    label, span = ("credible interval", "可信区间"), _both(credible_interval(belief, level))
    yield Result("credible", label, Kind.RATE, span, "Beta({alpha}, {beta}): {level}", given=given)
    if prior is None:
        yield Note(
            "Without --prior nothing is known before: Beta(0.5, 0.5), as of a plan's {{won: …, of: …}}.",
            "未写 --prior，即事先一无所知：Beta(0.5, 0.5)，与计划中的 {{won: …, of: …}} 相同。",
        )
        return
    chance = Fraction(1 - belief.below(float(prior)))
    label, formula = ("chance that it is above the prior", "高于先验转化率的概率"), "P(Beta({alpha}, {beta}) > {prior})"
    yield Result("p_above_prior", label, Kind.RATE, chance, formula, given=given)


def _before(prior: Fraction | None, weight: Fraction | None) -> Prior:
    """Beta(prior · weight, (1 − prior) · weight): as if so many had been counted before, at the plan's rate."""
    if (prior is None) != (weight is None):
        raise refused(
            "--prior and --weight: each needs the other",
            "--prior 与 --weight 需要一起写",
            (
                "write --prior 22% --weight 100: the plan's rate counts like 100 counted units",
                "请写 --prior 22% --weight 100：计划转化率相当于 100 个样本",
            ),
        )
    if prior is None or weight is None:
        return JEFFREYS
    found = (prior * weight, (1 - prior) * weight)
    if min(found) < Fraction(str(LEAST)):
        raise refused(
            "--prior {prior} with --weight {weight} leaves no doubt",
            "--prior {prior} 与 --weight {weight} 没有留下可修正的余地",
            (
                "write a rate above 0% and below 100%, or a larger weight",
                "请写大于 0%、小于 100% 的转化率，或更大的权重",
            ),
            prior=figure(prior, Kind.RATE),
            weight=figure(weight, Kind.NUMBER),
        )
    return found


def _both(span: Span) -> tuple[Fraction, Fraction]:
    return Fraction(span.low), Fraction(span.high)
