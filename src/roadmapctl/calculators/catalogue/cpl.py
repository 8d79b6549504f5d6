"""What a lead costs, and through it a customer of one channel."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import overall_rate
from roadmapctl.analysis.money.costs import channel_cac, cost_per
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Result, calculator
from roadmapctl.calculators.inputs import money, number, rate


@calculator(
    "cost",
    en="CPL: what a lead costs, a good lead, and a customer of this channel",
    zh="线索成本（CPL）：单条线索、有效线索，以及该渠道的获客成本",
    example="--spend 12k --leads 800 --junk 60% --rate 1.5%",
)
def cpl(
    spend: Annotated[
        Fraction,
        money(
            ("spend", "投入"),
            "12k",
            (
                "What the leads cost; the cost of one lead without --leads.",
                "这些线索的投入；不写 --leads 时为单条线索成本。",
            ),
        ),
    ],
    leads: Annotated[Fraction, number(("leads", "线索数"), "800", ("Leads it brought.", "带来的线索数。"))] = Fraction(
        1
    ),
    junk: Annotated[
        Fraction | None,
        rate(("share of junk", "无效线索占比"), "60%", ("The share of them that is no use.", "其中无效线索的占比。")),
    ] = None,
    rate: Annotated[
        tuple[Fraction, ...],
        rate(
            ("rates", "各级转化率"),
            "30%",
            (
                "The share of all leads that become customers, or the rates of the stages one after another.",
                "全部线索到客户的转化率，或依次写各级转化率。",
            ),
            positive=True,
        ),
    ] = (),
) -> Iterator[Result]:
    """CPL = spend / leads; CPL / (1 − junk); channel CAC = CPL / Π r."""
    each = cost_per(spend, leads) or Fraction(0)
    yield Result("cpl", ("CPL", "单条线索成本（CPL）"), Kind.MONEY, each, "{spend} / {leads}")
    if junk is not None:
        good = channel_cac(each, 1 - junk)
        yield Result(
            "good_cpl",
            ("CPL of good leads", "单条有效线索成本"),
            Kind.MONEY,
            good,
            "{cpl} / (1 − {junk})",
            none=UNDEFINED,
        )
    if rate:
        through = overall_rate(rate)
        label, formula = ("lead to customer", "线索到客户转化率"), "{rate}" if len(rate) > 1 else ""
        yield Result("lead_to_customer", label, Kind.RATE, through, formula)
        yield Result(
            "cac",
            ("CAC of the channel", "渠道获客成本"),
            Kind.MONEY,
            channel_cac(each, through),
            "{cpl} / {lead_to_customer}",
        )
