"""What goes on into the next period, with numbers worked out by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roadmapctl.analysis.carry.carry import Carry, carry
from roadmapctl.analysis.carry.following import has_next, step_from
from roadmapctl.analysis.review.review import reviewed
from roadmapctl.model.time import Period, period
from roadmapctl.project import check
from tests.analysis.review.example import PLAN, RECORDS, written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2027-Q2", "2027-Q3"),
        ("2027-Q4", "2028-Q1"),
        ("2027-H2", "2028-H1"),
        ("2027-12", "2028-01"),
        (2027, "2028"),
        ({"start": "2027-02-01", "end": "2027-04-30"}, "2027-05-01…2027-07-31"),
        ({"start": "2027-02-03", "end": "2027-02-12"}, "2027-02-13…2027-02-22"),
    ],
)
def test_the_next_period(before: object, after: str) -> None:
    assert str(step_from(period(before)).after) == after


@pytest.mark.parametrize(
    ("before", "next_is_readable"),
    [(2998, True), (2999, False), ("2999-Q3", True), ("2999-Q4", False), ("2999-11", True), ("2999-H2", False),
     ({"start": "2999-07-02", "end": "2999-12-30"}, False)],
)  # fmt: skip
def test_years_come_to_an_end(before: object, next_is_readable: bool) -> None:
    assert has_next(period(before)) == next_is_readable


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2027, 4, 1), date(2027, 7, 1)),
        (date(2027, 5, 31), date(2027, 8, 31)),
        (date(2027, 6, 30), date(2027, 9, 30)),
        (date(2027, 8, 1), date(2027, 9, 30)),
        (date(2027, 1, 1), date(2027, 7, 1)),
    ],
)
def test_days_move_with_the_period(day: date, moved: date) -> None:
    assert step_from(period("2027-Q2")).moved(day) == moved
    days = step_from(Period(date(2027, 2, 3), date(2027, 2, 12)))
    assert days.moved(date(2027, 2, 4)) == date(2027, 2, 14)


def carried(folder: Path, plan: str = PLAN, records: str = RECORDS) -> Carry:
    """What a final review on 15 May carries over."""
    found = check(written(folder, plan, records)).usable
    assert found is not None
    review = reviewed(found, "final", date(2027, 5, 15))
    assert review is not None
    result = carry(found, review)
    assert result is not None
    return result


def test_what_is_left_of_the_goals(tmp_path: Path) -> None:
    """Readers stood at 1,540 on the way to 1,910; of 364 leads 90 came in 45 of 91 days, 182 at that pace."""
    goals = carried(tmp_path).goals
    assert (goals["list"].baseline, goals["list"].target) == (1_540, 1_910)
    assert (goals["sales"].baseline, goals["sales"].target, goals["sales"].due) == (0, 182, date(2027, 9, 30))


def test_what_is_reached_does_not_go_on(tmp_path: Path) -> None:
    records = RECORDS.replace("readers,1540,", "readers,1910,")
    found = carried(tmp_path, records=records)
    assert found.done == ("list",) and list(found.goals) == ["sales"] and list(found.milestones) == ["sold"]


def test_tactics_bring_what_they_brought(tmp_path: Path) -> None:
    """Ads and the gifts stop or stay open; letters had 1.2 of their pace, calls three fifths."""
    found = carried(tmp_path)
    assert [one.id for one in found.dropped] == ["ads", "form"]
    letters, calls = found.tactics["letters"], found.tactics["calls"]
    assert letters.days == (date(2027, 7, 1), date(2027, 9, 30))
    assert (letters.contributes, letters.was) == ({"readers": Decimal(1_092)}, "at_pace")
    assert calls.contributes == {"leads": Decimal(109)}  # 182 · 0.6 = 109.2
    assert found.tactics["van"].was == "as_planned" and found.tactics["van"].verdict.verdict is None


def test_a_milestone_whose_tactics_fall_short_is_a_question(tmp_path: Path) -> None:
    """For 370 more readers letters bring 1,092; for 182 leads calls and van bring 109 and 10."""
    milestones = carried(tmp_path).milestones
    assert milestones["read"].target == 1_910
    assert (milestones["sold"].target, milestones["sold"].wanted, milestones["sold"].brought) == (None, 182, 119)
