"""Is there pipeline enough for the goal?"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.pipeline import bookings, weighted_pipeline
from roadmapctl.analysis.money.costs import required_pipeline
from roadmapctl.analysis.plain import percent, plain
from roadmapctl.analysis.rounding import Rounding, carried, whole_up
from roadmapctl.calculators.calculator import Kind, Quantity, Result, calculator
from roadmapctl.calculators.inputs import choice, money, number, parts, rate
from roadmapctl.calculators.readers import amount, share

Open = tuple[Fraction, Fraction | None]


@calculator(
    "funnel",
    en="pipeline: coverage, opportunities and pipeline a goal needs, and the gap beside what is open",
    zh="商机储备：目标所需的覆盖倍数、商机数与金额，以及在手之外的缺口",
    example="--goal 10M --win-rate 25% --deal-size 50k --open 20M --open 4M:60%",
)
def pipeline(
    goal: Annotated[
        Fraction, money(("goal", "目标"), "10M", ("What is still to be won.", "尚需赢得的金额。"), positive=True)
    ],
    win_rate: Annotated[
        Fraction,
        rate(("win rate", "赢单率"), "25%", ("The share of pipeline that is won.", "商机赢单的比率。"), positive=True),
    ],
    deal_size: Annotated[
        Fraction | None,
        money(
            ("average deal", "客单价"),
            "50k",
            ("What a deal brings; gives deals and opportunities.", "单笔成交金额；用于计算单数与商机数。"),
            positive=True,
        ),
    ] = None,
    open: Annotated[
        tuple[Open, ...],
        parts(
            ("open pipeline", "在手商机"),
            "4M:60%",
            (
                "Pipeline there is, with its close rate where that is not the win rate.",
                "在手商机金额；赢单率不同时写明。",
            ),
            amount=amount,
            rate_=share,
        ),
    ] = (),
    held: Annotated[
        Fraction | None,
        number(
            ("coverage held", "现有覆盖倍数"),
            "3",
            ("A coverage you keep, to see what it brings.", "实际维持的覆盖倍数，用来看能带来多少。"),
        ),
    ] = None,
    rounding: Annotated[
        str,
        choice(
            ("rounding", "取整方式"),
            "final",
            "each",
            help=("Round up once at the end, or at each step.", "只在最后取整一次，或每一步都取整。"),
        ),
    ] = "final",
) -> Iterator[Result]:
    """Goal / win rate; coverage = pipeline / goal; gap = (goal − Σ open · its rate) / win rate."""
    mode: Rounding = "each" if rounding == "each" else "final"
    required = required_pipeline(goal, win_rate) or Fraction(0)
    formula = "{goal} / {win_rate}"
    if deal_size is not None:
        deals = carried(goal / deal_size, mode)
        wanted = carried(deals / win_rate, mode)
        yield from _counts(deals, wanted, mode)
        if mode == "each":
            required, formula = wanted * deal_size, "{opportunities} × {deal_size}"
    yield Result("required", ("pipeline required", "所需商机金额"), Kind.MONEY, required, formula)
    yield Result(
        "coverage", ("coverage (times the goal)", "覆盖倍数"), Kind.NUMBER, required / goal, "{required} / {goal}"
    )
    if open:
        yield from _gap(goal, win_rate, open)
    if held is not None:
        won = bookings(held, goal, win_rate)
        yield Result(
            "bookings_held",
            ("won at the coverage held", "现有覆盖可赢得"),
            Kind.MONEY,
            won,
            "{held} × {goal} × {win_rate}",
        )
        short = max(Fraction(0), goal - won)
        yield Result(
            "shortfall_held",
            ("short of the goal by", "距目标缺口"),
            Kind.MONEY,
            short,
            "max(0, {goal} − {bookings_held})",
        )


def _counts(deals: Fraction, wanted: Fraction, mode: Rounding) -> Iterator[Result]:
    up = ("⌈{}⌉" if mode == "each" else "{}").format
    yield Result("deals", ("deals", "成交单数"), Kind.NUMBER, deals, up("{goal} / {deal_size}"))
    yield Result("opportunities", ("opportunities", "商机数"), Kind.NUMBER, wanted, up("{deals} / {win_rate}"))
    if mode == "final":
        whole = Fraction(whole_up(wanted))
        yield Result(
            "opportunities_whole", ("whole opportunities", "商机数（取整）"), Kind.NUMBER, whole, "⌈{opportunities}⌉"
        )


def _gap(goal: Fraction, win_rate: Fraction, open: tuple[Open, ...]) -> Iterator[Result]:
    weighed = [(amount, win_rate if own is None else own) for amount, own in open]
    weighted = weighted_pipeline(weighed)
    sums = " + ".join(f"{plain(amount)} × {percent(own)}" for amount, own in weighed)
    terms = {"terms": Quantity(("open pipeline × its close rate", "在手商机 × 赢单率"), Kind.TEXT, sums)}
    yield Result("weighted", ("weighted pipeline", "加权商机金额"), Kind.MONEY, weighted, "{terms}", given=terms)
    deficit = max(Fraction(0), goal - weighted)
    yield Result(
        "deficit",
        ("weighted gap to the goal", "加权后距目标缺口"),
        Kind.MONEY,
        deficit,
        "max(0, {goal} − {weighted})",
    )
    gap = required_pipeline(deficit, win_rate)
    yield Result("gap", ("pipeline still to be made", "尚需新增商机金额"), Kind.MONEY, gap, "{deficit} / {win_rate}")
