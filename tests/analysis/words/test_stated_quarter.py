"""The quarter or half that a sentence ends with, against the due date."""

from datetime import date

import pytest

from roadmapctl.analysis.words.stated_quarter import contradicted_quarter
from roadmapctl.model.time import Period

YEAR, FISCAL = Period(date(2027, 1, 1), date(2027, 12, 31)), Period(date(2027, 4, 1), date(2028, 3, 31))
THIRD = Period(date(2027, 7, 1), date(2027, 9, 30))
DUE = date(2027, 9, 30)


@pytest.mark.parametrize(
    ("statement", "period"),
    [
        ("三季度新增激活260万次", THIRD),
        ("下半年签下300家", YEAR),
        ("Win 300 customers by the end of Q3", YEAR),
        ("Win 300 customers in H2", YEAR),
        ("四季度新增激活260万次", FISCAL),  # whose fourth quarter begins in January
        ("激活260万次，比二季度多一半", YEAR),
        ("每季度举办三场，全年十二场", YEAR),
        ("从一季度的100家做到300家", YEAR),
        ("一季度和二季度共签下300家", YEAR),
        ("Win 300 customers by 30 September, up from 200 in Q2", YEAR),
        ("Win 300 customers in Q4 2026", YEAR),
        ("签下300家", None),
    ],
)
def test_agrees_or_cannot_be_told(statement: str, period: Period | None) -> None:
    assert contradicted_quarter(statement, DUE, period) is None


@pytest.mark.parametrize(
    ("statement", "period", "said"),
    [
        ("四季度新增激活260万次", THIRD, "四季度"),
        ("在第二季度签下300家", YEAR, "第二季度"),
        ("上半年签下300家", YEAR, "上半年"),
        ("Win 300 customers by the end of Q4", YEAR, "Q4"),
        ("Win 300 customers during H1", YEAR, "H1"),
    ],
)
def test_contradicts(statement: str, period: Period, said: str) -> None:
    assert contradicted_quarter(statement, DUE, period) == said
