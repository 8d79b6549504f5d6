"""Step rates, carried forwards through a funnel that is written down here once more."""

from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.growth.step_rates import StepRates, step_rates
from tests.analysis.growth.plans import growth_of, plan_of

PLAN = """
period: 2027
metrics:
  revenue: {{unit: EUR, kind: flow}}
  mqls: {{name: MQLs, unit: leads, kind: flow}}
  win: {{name: Win rate, unit: rate, kind: stock}}
discovery:
  review:
    revenue: {{metric: revenue, previous: 1, current: {base}}}
    mqls: {{metric: mqls, previous: 1, current: 100}}
{review}
goals:
  sales: {{metric: revenue, baseline: 0, target: {target}, due: 2027-12-31}}
  leads: {{metric: mqls, baseline: 0, target: 150, due: 2027-12-31, supports: sales}}
funnel:
  goal: sales
  deal_size: 1_000
  stages: [{{id: lead, rate: {a}%}}, {{id: mql, rate: {b}%}}, {{id: opportunity, rate: {c}%}}, {{id: customer}}]
  sources: {{ads: {{feeds: lead, share: {share}%}}, talks: {{feeds: mql, share: {rest}%}}}}
"""
Rates = dict[str, Fraction]


def found_for(
    a: int, b: int, c: int, share: int, base: int, target: int, goal: str = "sales", review: str = ""
) -> StepRates | None:
    """What the rates have to be in a plan with these numbers."""
    text = PLAN.format(a=a, b=b, c=c, share=share, rest=100 - share, base=base, target=target, review=review)
    plan = plan_of(text)
    funnel = plan_funnel(plan)
    assert isinstance(funnel, FunnelResult)
    return step_rates(plan, growth_of(plan, goal), funnel)


def forwards(rates: Rates, volumes: Rates) -> Fraction:
    """Revenue of leads (top) and of MQLs that talks bring, at 1,000 a deal."""
    mqls = volumes["lead"] * rates["lead"] + volumes["mql"]
    return mqls * rates["mql"] * rates["opportunity"] * 1_000


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 90), st.integers(1, 99), st.integers(101, 300))
def test_every_answer_reaches_the_target_when_it_is_carried_forwards(
    a: int, b: int, c: int, share: int, growth: int
) -> None:
    base, target = 1_000_000, 10_000 * growth
    found = found_for(a, b, c, share, base, target)
    assert found is not None
    last: Rates = {"lead": Fraction(a, 100), "mql": Fraction(b, 100), "opportunity": Fraction(c, 100)}
    volumes = {entry.stage: entry.last_year for entry in found.entries}
    assert forwards(last, volumes) == base
    assert forwards(last, {entry.stage: entry.needed for entry in found.entries}) == target
    for step in found.steps:
        assert step.rate == last[step.stage]
        if step.alone is not None:
            assert step.alone <= 1 and forwards({**last, step.stage: step.alone}, volumes) == target
        else:
            assert step.most is not None and forwards({**last, step.stage: Fraction(1)}, volumes) == step.most < target
    together = {step.stage: step.together for step in found.steps if step.together is not None}
    if len(together) == 3:
        assert 0 <= forwards(together, volumes) - target < Fraction(1, 10**30)
        rises = {together[stage] / last[stage] for stage in last if together[stage] < 1}
        assert len(rises) <= 1 and all(rate <= 1 for rate in together.values())
    else:
        assert found.rise is None and forwards(dict.fromkeys(last, Fraction(1)), volumes) < target


def test_a_root_that_is_a_fraction_is_exact() -> None:
    plan = plan_of(
        """
metrics: {revenue: {unit: EUR, kind: flow}}
goals: {sales: {metric: revenue, baseline: 1_600, target: 2_500}}
funnel: {goal: sales, deal_size: 10, stages: [{id: lead, rate: 20%}, {id: opportunity, rate: 40%}, {id: customer}]}
"""
    )
    funnel = plan_funnel(plan)
    assert isinstance(funnel, FunnelResult)
    found = step_rates(plan, growth_of(plan, "sales"), funnel)
    assert found is not None
    # 2,500 / 1,600 = (5/4)²: 25% · 50% of the 2,000 leads that brought 1,600 at 10 a deal
    assert (found.rise, found.exact, found.reached) == (Fraction(5, 4), True, 2_500)
    assert [(step.together, step.alone) for step in found.steps] == [
        (Fraction(1, 4), Fraction(5, 16)),
        (Fraction(1, 2), Fraction(5, 8)),
    ]
    assert [(entry.stage, entry.last_year, entry.needed) for entry in found.entries] == [("lead", 2_000, 3_125)]


def test_a_goal_on_a_stage_is_about_the_steps_above_it() -> None:
    found = found_for(20, 50, 20, 40, 1_000_000, 1_500_000, goal="leads")
    assert found is not None and [step.stage for step in found.steps] == ["lead"]
    # Of 100 MQLs last year 40 came from leads: they have to become 90, at 2.25 times the rate.
    assert (found.steps[0].alone, found.rise, found.exact) == (Fraction(45, 100), Fraction(9, 4), True)


def test_last_years_rate_is_the_reviews_where_it_has_one() -> None:
    review = "    win: {metric: win, previous: 10%, current: 16%}"
    found = found_for(20, 50, 20, 40, 1_000_000, 1_500_000, review=review)
    assert found is not None
    assert [(step.rate, step.rate_from) for step in found.steps] == [
        (Fraction(1, 5), "plan"),
        (Fraction(1, 2), "plan"),
        (Fraction(4, 25), "review"),
    ]


def test_rates_that_reach_the_whole_stay_there_and_the_others_go_on() -> None:
    found = found_for(90, 10, 90, 100, 1_000_000, 2_000_000)
    assert found is not None and found.rise is not None
    together = [step.together for step in found.steps]
    assert together[0] == together[2] == 1
    assert prod(rate for rate in together if rate is not None) == pytest.approx(0.081 * 2)
    assert together[1] is not None and abs(together[1] - Fraction(162, 1000)) < Fraction(1, 10**30)


@pytest.mark.parametrize(("base", "target"), [(1_000, 1_000), (2_000, 1_000)])
def test_what_does_not_grow_needs_no_higher_rates(base: int, target: int) -> None:
    assert found_for(20, 50, 20, 40, base, target) is None
