"""When it is the period that is wrong, and not the days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside

DAYS = st.lists(st.one_of(st.none(), st.integers(0, 400)), max_size=24)


@given(DAYS)
def test_a_period_is_wrong_where_one_day_in_ten_at_most_lies_in_it(numbers: list[int | None]) -> None:
    days = [None if number is None else date(2027, 10, 1) + timedelta(days=number) for number in numbers]
    milestones = {f"m-{n}": {} if day is None else {"date": day.isoformat()} for n, day in enumerate(days)}
    plan = Plan.model_validate({"roadmap": 1, "name": "A", "period": "2028-Q3", "milestones": milestones})
    written = [day for day in days if day is not None]
    inside = sum(date(2028, 7, 1) <= day <= date(2028, 9, 30) for day in written)
    assert all_outside(plan) == (len(written) - inside >= 4 and inside * 10 <= len(written))
