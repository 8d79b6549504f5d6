"""How findings say the value of a metric."""

from fractions import Fraction

from roadmapctl.analysis.funnel.demand import Amount, unit_of
from roadmapctl.model.metrics import Metric
from roadmapctl.model.numbers import plain_text

SHOWN_DECIMALS = 2


def quantity(value: Amount, metric: Metric | None) -> Amount | str:
    """A share as per cent; a number finer than what a sentence shows with all of its decimals; any other as it is."""
    if metric is not None and unit_of(metric, None) == "rate":
        return percent(value)
    return value if Fraction(value) * 10**SHOWN_DECIMALS % 1 == 0 else plain_text(Fraction(value))


def above_the_whole(value: Amount | None, metric: Metric) -> bool:
    """Is it a rate of more than 100%? Then the value itself is wrong (RM311) and is held against no other."""
    return value is not None and not -1 <= value <= 1 and metric.unit is not None and unit_of(metric, None) == "rate"


def percent(value: Amount) -> str:
    """0.075 as `7.5%`."""
    return f"{plain_text(Fraction(value) * 100)}%"
