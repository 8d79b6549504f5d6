"""RM315: a goal's baseline against the review of the last period."""

import pytest

from tests.plans import found

PLAN = """\
roadmap: 1
name: Spring
period: {period}
discovery:
  review:
    x: {{metric: x, previous: 80, current: 100, because: more of it}}
market:
  segments:
    north: {{status: current, who: People of the north}}
metrics:
  x: {{name: Things, unit: things, kind: {kind}}}
goals:
  g: {{metric: x, baseline: {baseline}, target: 2_000, due: {due}{more}}}
"""


def codes(
    kind: str, baseline: object, period: object = 2027, due: str = "2027-11-30", more: str = ""
) -> list[tuple[str, int]]:
    text = PLAN.format(kind=kind, baseline=baseline, period=period, due=due, more=more)
    return [(code, line) for code, line, _ in found(text) if code == "RM315"]


@pytest.mark.parametrize("kind", ["stock", "flow"])
@pytest.mark.parametrize(("baseline", "told"), [(100, False), (105, False), (1_000, True), (10, True), (0, False)])
def test_the_baseline_is_what_the_review_says(kind: str, baseline: int, told: bool) -> None:
    assert codes(kind, baseline) == ([("RM315", 13)] if told else [])


def test_a_quarter_may_begin_from_a_part_of_last_years_total() -> None:
    assert codes("flow", 25, "2027-Q1", "2027-03-31") == []
    assert codes("stock", 25, "2027-Q1", "2027-03-31") == [("RM315", 13)]
    assert codes("flow", 25, due="2027-06-30") == []


def test_a_segment_has_no_more_than_the_whole() -> None:
    assert codes("flow", 40, more=", segment: north") == []
    assert codes("flow", 400, more=", segment: north") == [("RM315", 13)]
