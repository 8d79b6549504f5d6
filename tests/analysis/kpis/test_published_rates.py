"""When a rate is far outside of what is published."""

from fractions import Fraction

import pytest

from roadmapctl.analysis.kpis.names import FIGURES as NAMED
from roadmapctl.analysis.kpis.published_rates import FIGURES, STEPS, published_on
from roadmapctl.model.metrics import Metric

ALL = {**{" to ".join(key): one for key, one in STEPS.items()}, **FIGURES}


def test_far_is_a_third_below_three_times_above_or_a_third_of_the_loss() -> None:
    leads = STEPS["visit", "lead"]  # 1% to 15%
    assert (leads.least, leads.most) == (Fraction(1, 300), Fraction(45, 100))
    opportunities = STEPS["sql", "opportunity"]  # 30% to 80%: three times as many would be more than can be
    assert (opportunities.least, opportunities.most) == (Fraction(10, 100), 1 - Fraction(20, 300))
    assert opportunities.far_from(Fraction(9, 100)) and not opportunities.far_from(Fraction(10, 100))
    assert opportunities.far_from(Fraction(94, 100)) and not opportunities.far_from(Fraction(93, 100))


@pytest.mark.parametrize("name", ALL)
def test_the_published_range_itself_is_near(name: str) -> None:
    one = ALL[name]
    assert 0 < one.low < one.high < 1 and one.by
    assert not one.far_from(one.low) and not one.far_from(one.high) and not one.far_from((one.low + one.high) / 2)
    assert one.high < one.most < 1


def test_every_figure_with_a_range_has_names() -> None:
    assert set(FIGURES) <= set(NAMED)


def test_a_metric_is_found_by_its_name() -> None:
    assert published_on("clicks", Metric(name="Newsletter click rate")) == FIGURES["click_rate"]
    assert published_on("x", Metric(name="MQL到SQL转化率")) == STEPS["mql", "sql"]
    assert published_on("nps", Metric(name="Net promoter score")) is None
