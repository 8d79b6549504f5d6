"""How much of the recurring revenue stays."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.funnel.conversion import relative_change
from roadmapctl.analysis.money.retention import Movement
from roadmapctl.calculators.calculator import UNDEFINED, Kind, Note, Result, calculator
from roadmapctl.calculators.inputs import money
from roadmapctl.calculators.readers import refused

NONE = Fraction(0)


@calculator(
    "cost",
    en="retention: NRR, GRR, churn and net new recurring revenue of a period",
    zh="留存：一段时期的净收入留存率（NRR）、毛收入留存率（GRR）、流失率与净增经常性收入",
    example="--start 100k --churned 5k --contraction 2k --expansion 12k --new 10k",
)
def retention(
    start: Annotated[
        Fraction,
        money(
            ("revenue at the start", "期初收入"),
            "100k",
            ("Recurring revenue (MRR or ARR) at the start; or customers.", "期初经常性收入（MRR 或 ARR），或客户数。"),
            positive=True,
        ),
    ],
    churned: Annotated[
        Fraction, money(("churned", "流失"), "5k", ("What left with customers.", "因客户流失而失去的部分。"))
    ] = NONE,
    contraction: Annotated[
        Fraction, money(("contraction", "降级"), "2k", ("What customers who stayed pay less.", "留存客户减少的部分。"))
    ] = NONE,
    expansion: Annotated[
        Fraction,
        money(("expansion", "增购"), "12k", ("What customers who stayed pay more.", "留存客户增购、升级的部分。")),
    ] = NONE,
    new: Annotated[Fraction, money(("new", "新签"), "10k", ("What new customers pay.", "新客户带来的部分。"))] = NONE,
) -> Iterator[Result | Note]:
    """GRR = (start − lost) / start; NRR = (start − lost + expansion) / start; end; quick ratio."""
    moved = Movement(start, churned, contraction, expansion, new)
    if moved.lost > start:
        raise refused(
            "--churned and --contraction together are more than --start",
            "--churned 与 --contraction 之和超过了 --start",
            ("write only what is lost of the revenue at the start", "只写期初收入中失去的部分"),
        )
    kept = "{start} − {churned} − {contraction}"
    lost, net = "({churned} + {contraction}) / {start}", "({churned} + {contraction} − {expansion}) / {start}"
    label = ("gross revenue retention (GRR)", "毛收入留存率（GRR）")
    yield Result("grr", label, Kind.RATE, moved.gross_retention, f"({kept}) / {{start}}")
    label = ("net revenue retention (NRR)", "净收入留存率（NRR）")
    yield Result("nrr", label, Kind.RATE, moved.net_retention, f"({kept} + {{expansion}}) / {{start}}")
    yield Result("gross_churn", ("gross churn", "毛流失率"), Kind.RATE, 1 - moved.gross_retention, lost)
    yield Result("net_churn", ("net churn", "净流失率"), Kind.RATE, 1 - moved.net_retention, net)
    label = ("net new revenue", "净增收入")
    formula = "{new} + {expansion} − {churned} − {contraction}"
    yield Result("net_new", label, Kind.MONEY, moved.end - start, formula)
    yield Result("end", ("revenue at the end", "期末收入"), Kind.MONEY, moved.end, "{start} + {net_new}")
    growth = relative_change(start, moved.end)
    yield Result("growth", ("growth", "增长率"), Kind.CHANGE, growth, "{end} / {start} − 1")
    label = ("quick ratio", "速动比率（SaaS quick ratio）")
    formula = "({new} + {expansion}) / ({churned} + {contraction})"
    yield Result("quick_ratio", label, Kind.NUMBER, moved.quick_ratio, formula, none=UNDEFINED)
    if new:
        yield Note(
            "New customers count in neither retention: both are of those who were there at the start.",
            "两种留存率都只看期初已有的客户，不计新客户。",
        )
