"""Funnels with everything at once are, to the last fraction, what following each deal back by hand gives."""

import json
from fractions import Fraction

import pytest

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from tests.analysis.funnel.by_hand import entries, funnel_of, stages_of
from tests.plans import checked


@pytest.mark.parametrize("seed", range(30))
def test_stages_and_calendar_are_those_followed_back_by_hand(seed: int) -> None:
    written = funnel_of(seed)
    plan = checked(json.dumps(written.plan)).plan
    assert plan is not None
    result = plan_funnel(plan)
    assert isinstance(result, FunnelResult)
    by_hand = stages_of(written)
    assert [(stage.need, stage.new) for stage in result.stages] == [(stage.need, stage.new) for stage in by_hand]
    calendar = plan_calendar(plan, result, ("month", "quarter", "week")[seed % 3])  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    for number, (stage, own) in enumerate(zip(calendar.stages, by_hand, strict=True)):
        if not own.new:
            assert not any(stage.new)
            continue
        days = entries(written, number, own.spared)
        rows = [
            sum((part for day, part in days.items() if span.start <= day <= span.end), Fraction(0))
            for span in calendar.spans
        ]
        assert list(stage.new) == [own.new * part for part in rows]
        assert stage.late.short == own.new * sum(
            (p for day, p in days.items() if day < calendar.period.start), Fraction(0)
        )
