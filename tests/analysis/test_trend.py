"""Trends: how far, which way is better, and how the pace compares."""

from decimal import Decimal
from fractions import Fraction

import pytest

from roadmapctl.analysis.trend import Trend, trend_of
from roadmapctl.model.discovery import ReviewLine
from roadmapctl.model.metrics import Metric


def line(*values: object) -> ReviewLine:
    """A line of the review whose last value is the current one."""
    *history, previous, current = values
    return ReviewLine(history=tuple(history), previous=previous, current=current)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "better", "direction", "pace"),
    [
        ((260, 310), "up", "better", None),
        ((310, 260), "up", "worse", None),
        ((310, 260), "down", "better", None),
        ((5, 5), "up", "same", None),
        ((100, 200, 300), "up", "better", "slower"),  # +100%, then +50%
        ((400, 500, 620, 810), "up", "better", "faster"),  # +24%, then +30.6%
        ((100, 200, 400), "up", "better", "steady"),
        ((100, 200, 150), "up", "worse", "turned"),
        ((0, 200, 150), "up", "worse", None),
        ((200, 200, 150), "up", "worse", None),
    ],
)
def test_trends(values: tuple[int, ...], better: str, direction: str, pace: str | None) -> None:
    found = trend_of(line(*values), Metric(better=better))  # type: ignore[arg-type]
    assert found is not None
    assert (found.direction, found.pace) == (direction, pace)
    assert (found.absolute, found.relative) == (values[-1] - values[-2], Fraction(values[-1], values[-2]) - 1)


def test_a_level_alone_has_no_trend_and_growth_from_nothing_no_part() -> None:
    assert trend_of(ReviewLine(current=Decimal(5)), None) is None
    assert trend_of(line(0, 5), None) == Trend(Fraction(5), None, "better", None, None)
