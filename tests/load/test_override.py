"""--set puts another value in place of the plan's."""

from fractions import Fraction

import pytest

from roadmapctl.load import Unreachable
from tests.plans import SMALL, checked


def test_a_list_item_is_named_by_its_id() -> None:
    plan = checked(SMALL, settings=["funnel.stages.opportunity.rate=25%"]).plan
    assert plan is not None and plan.funnel is not None
    assert [s.rate.point for s in plan.funnel.stages if s.rate] == [Fraction(1, 10), Fraction(1, 4)]


def test_a_value_that_was_not_there_is_added() -> None:
    plan = checked(SMALL, settings=["funnel.margin=80%", "tactics.page.owner=lin"]).plan
    assert plan is not None and plan.funnel is not None and plan.tactics["page"].owner == "lin"


def test_a_wrong_value_is_a_finding_and_a_wrong_key_too() -> None:
    assert [d.code for d in checked(SMALL, settings=["funnel.stages.lead.rate=18"]).diagnostics] == ["RM020"]
    assert [d.code for d in checked(SMALL, settings=["funnel.marign=80%"]).diagnostics] == ["RM010"]


@pytest.mark.parametrize("setting", ["nonsense", "=5", "a..b=5", "funnel.stages.mql.rate=5%", "budget=[", "budget=*x"])
def test_a_setting_that_makes_no_sense(setting: str) -> None:
    with pytest.raises(Unreachable):
        checked(SMALL, settings=[setting])
