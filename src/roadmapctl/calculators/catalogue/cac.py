"""What a customer costs to win."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from roadmapctl.analysis.money.costs import cost_per
from roadmapctl.calculators.calculator import Kind, Result, calculator
from roadmapctl.calculators.inputs import money, multiple, number


@calculator(
    "cost",
    en="CAC: what a customer costs to win, by spend alone and fully loaded",
    zh="获客成本（CAC）：只算投放，以及全成本口径",
    example="--spend 300k --salaries 500k --overhead 1.5 --customers 30k",
)
def cac(
    spend: Annotated[
        Fraction, money(("spend", "投放费用"), "300k", ("Spend on programmes and media.", "活动与媒体投放费用。"))
    ],
    customers: Annotated[
        Fraction, number(("customers", "新客户数"), "120", ("Customers won in the same time.", "同期赢得的客户数。"))
    ],
    salaries: Annotated[
        Fraction | None,
        money(
            ("salaries", "人员薪酬"),
            "500k",
            (
                "Salaries of marketing and sales in that time; gives the fully loaded CAC.",
                "同期市场与销售人员薪酬；用于计算全成本口径。",
            ),
        ),
    ] = None,
    overhead: Annotated[
        Fraction,
        multiple(
            ("overhead factor", "人力成本系数"),
            "1.5",
            (
                "What people cost with taxes, tools and office, as a factor of salaries.",
                "社保、工具、办公等计入后，人力成本是薪酬的多少倍。",
            ),
        ),
    ] = Fraction(1),
) -> Iterator[Result]:
    """Spend / customers; (spend + salaries · overhead) / customers."""
    yield Result(
        "cac",
        ("CAC on spend alone", "获客成本（仅投放）"),
        Kind.MONEY,
        cost_per(spend, customers),
        "{spend} / {customers}",
    )
    if salaries is not None:
        loaded = cost_per(spend + salaries * overhead, customers)
        formula = "({spend} + {salaries} × {overhead}) / {customers}"
        yield Result("fully_loaded_cac", ("fully loaded CAC", "获客成本（全成本）"), Kind.MONEY, loaded, formula)
