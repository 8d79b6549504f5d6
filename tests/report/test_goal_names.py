"""What a goal without a name of its own is called in Chinese: its metric, and what tells it from others on that metric."""

import pytest

from roadmapctl.i18n.terms import called as called_by
from roadmapctl.report.wording import Wording
from tests.plans import checked

PLAN = """\
roadmap: 1
name: 春季
language: zh
period: 2027
market: {{segments: {{students: {{name: 大学生}}, workers: {{name: 职场青年}}}}}}
metrics: {{visits: {{name: 到院人次, unit: 人次, kind: flow}}}}
goals:
  spring-visits: {{metric: visits, target: 10, due: {days[0]}, segment: {segments[0]}}}
  autumn-visits: {{metric: visits, target: 20, due: {days[1]}, segment: {segments[1]}}}
"""


@pytest.mark.parametrize(
    ("days", "segments", "called"),
    [
        (("2027-06-30", "2027-11-30"), ("students", "workers"), "到院人次（大学生）"),
        (("2027-06-30", "2027-11-30"), ("students", "students"), "到院人次（2027年6月30日）"),
        (("2027-06-30", "2027-06-30"), ("students", "students"), "Spring visits"),
    ],
)
def test_goals_on_one_metric(days: tuple[str, str], segments: tuple[str, str], called: str) -> None:
    plan = checked(PLAN.format(days=days, segments=segments)).plan
    assert plan is not None
    assert Wording(plan, "zh").goal("spring-visits") == called


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("arr-2027", "ARR 2027"),
        ("event-sqls", "Event SQLs"),
        ("its-price", "Its price"),
        ("ads", "Ads"),
        ("roas", "ROAS"),
    ],
)
def test_an_id_of_letters_is_written_as_letters(id_: str, name: str) -> None:
    assert called_by(id_, "en") == name
