"""Conversion rates that others have published, and when a plan's own is far outside of them."""

from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.kpis.names import figures_of, steps_of
from roadmapctl.model.metrics import Metric

REACH = 3
"""Far outside is below a third of the lowest published rate, above three times the highest, or losing less than a third."""


class Published(NamedTuple):
    """The lowest and the highest of the published rates of one kind, as parts of 1, and who published them.

    `least` and `most` are the rates beyond which one is far outside.
    """

    low: Fraction
    high: Fraction
    by: str
    least: Fraction
    most: Fraction

    def far_from(self, rate: Fraction) -> bool:
        """Is the rate further out than differences of trade and definition explain?"""
        return rate < self.least or rate > self.most


def _percent(low: str, high: str, by: str) -> Published:
    lowest, highest = Fraction(low) / 100, Fraction(high) / 100
    return Published(lowest, highest, by, lowest / REACH, min(highest * REACH, 1 - (1 - highest) / REACH))


# The page of RM818 lists title, year and figure of each of these.
STEPS: dict[tuple[str, str], Published] = {
    ("visit", "lead"): _percent("1", "15", "B2B Lead 2026"),
    ("lead", "mql"): _percent("10", "60", "First Page Sage 2025, MV3, Intelligent Sales Math 2016"),
    ("mql", "sql"): _percent("13", "60", "First Page Sage 2025, Intelligent Sales Math 2016, B2B Lead 2026"),
    ("sql", "opportunity"): _percent("30", "80", "First Page Sage 2025, Fairview 2026, B2B Lead 2026"),
    ("opportunity", "customer"): _percent("8", "50", "Salesmotion 2026, Fairview 2026"),
    ("visit", "order"): _percent("0.87", "6.11", "Elogic 2026"),
}
"""By the stages that the rate leads from and to."""

FIGURES: dict[str, Published] = {
    "order_rate": STEPS["visit", "order"],
    "show_rate": _percent("30", "60", "PCMA, ROI4Presenter 2021"),
    "click_rate": _percent("1.9", "4.8", "Mailchimp 2019"),
    "search_click_rate": _percent("5.3", "13.04", "WordStream 2024"),
    "search_conversion": _percent("2.53", "12.96", "WordStream 2024"),
}
"""By the figure that a metric is."""


def published_on(id_: str, metric: Metric) -> Published | None:
    """What is published on a metric, by its name: a step of the funnel, or a rate with a name of its own."""
    steps = steps_of(metric.name or id_)
    if steps is not None:
        return STEPS.get(steps)
    return next((FIGURES[figure] for figure in figures_of(id_, metric) if figure in FIGURES), None)
