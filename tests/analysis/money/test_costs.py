"""Costs and returns of a plan with segments, tiers, units that come anyway, overheads and a customer's lifetime."""

import json
import re
from fractions import Fraction
from functools import cache
from math import isclose
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.explanation.explain import Key, Step, explain
from roadmapctl.analysis.funnel.demand import customer_demand
from roadmapctl.analysis.funnel.planless import planless_funnel
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.money.costs import Costs, plan_costs, rates_by_stage, reach
from roadmapctl.i18n.funnel_words import STEPS
from roadmapctl.load import load
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.model.funnel import Source, Stage
from roadmapctl.report.funnel.json import funnel_json
from tests.analysis.funnel.test_segments import Rows, funnels, rate_of, solved

HERE = Path(__file__).parent


@cache
def mixed() -> Plan:
    plan = build(load(HERE / "mixed.yaml")).plan
    assert plan is not None
    return plan


def computed(plan: Plan) -> tuple[FunnelResult, Costs]:
    result = plan_funnel(plan)
    assert isinstance(result, FunnelResult), result
    return result, plan_costs(plan, result)


def changed(**funnel: Any) -> Plan:
    """The plan with other parts of its funnel."""
    data = json.loads(mixed().model_dump_json(exclude_none=True))
    parts = {key: value for key, value in {**data["funnel"], **funnel}.items() if value is not None}
    return Plan.model_validate({**data, "funnel": parts})


def test_programmes_and_fully_loaded_by_hand() -> None:
    """4.8M less 0.3M won is 4.5M; D = 40% × 60,000 + 60% × 10,000 = 30,000; W = 150. Webinars cost 88,000, search 3,363 × 45."""
    _, costs = computed(mixed())
    assert (costs.spend, costs.basis, costs.cac) == (239_335, "sources", Fraction(239_335, 150))
    assert (costs.roas, costs.roi) == (Fraction(4_500_000, 239_335), Fraction(3_600_000 - 239_335, 239_335))
    loaded = costs.loaded
    assert loaded is not None
    assert (loaded.spend, loaded.cac) == (239_335 + 400_000 + 60_000, Fraction(699_335, 150))
    assert (loaded.roas, loaded.roi) == (Fraction(4_500_000, 699_335), Fraction(3_600_000 - 699_335, 699_335))
    assert (costs.cac_on_budget, costs.break_even_roas, costs.break_even_cpa) == (6_000, Fraction(5, 4), 24_000)


def test_lifetime_by_hand() -> None:
    """2,000 a month on 80% and 2% churn: 80,000. After one month 1,600 have come back, after three 1,600 + 1,568 + 1,536.64."""
    life = computed(mixed())[1].lifetime
    assert life is not None and life.payback is not None and life.loaded_payback is not None
    assert (life.ltv, life.ltv_cac) == (80_000, 80_000 / Fraction(239_335, 150))
    assert life.loaded_ltv_cac == 80_000 / Fraction(699_335, 150)
    assert (life.payback.simple, life.payback.cohort) == (Fraction(239_335, 150 * 1_568), 1)
    assert (life.loaded_payback.simple, life.loaded_payback.cohort) == (Fraction(699_335, 150 * 1_568), 3)


def test_hours_saved_by_hand() -> None:
    """Two tactics follow the playbook, six hours each, at 60 an hour."""
    saved = computed(mixed())[1].saved
    assert saved is not None
    assert (saved.hours, saved.money, [(row.playbook, row.runs) for row in saved.playbooks]) == (
        12,
        720,
        [("webinar", 2)],
    )
    silent = mixed().model_copy(update={"organization": None})
    bare = computed(silent)[1].saved
    assert bare is not None and (bare.hours, bare.money) == (12, None)
    assert computed(mixed().model_copy(update={"playbooks": {}}))[1].saved is None


def test_what_is_not_said_is_not_computed() -> None:
    _, costs = computed(changed(costs=None, customer=None))
    assert (costs.loaded, costs.lifetime) == (None, None)
    no_churn = computed(changed(customer={"monthly_revenue": 2_000}))[1].lifetime
    assert no_churn is not None and no_churn.payback is not None
    assert (no_churn.ltv, no_churn.ltv_cac, no_churn.churn) == (None, None, None)
    assert no_churn.payback.simple == no_churn.payback.cohort == Fraction(239_335, 150 * 1_600)


def test_never_is_never() -> None:
    """4,662 for a customer that leaves 40 a month on 80% and 2%: 1,600 in all its life."""
    _, costs = computed(changed(customer={"monthly_revenue": 40, "churn": "2%"}))
    life = costs.lifetime
    assert life is not None and life.loaded_payback is not None
    assert (life.ltv, life.loaded_payback.cohort) == (1_600, None)
    assert life.loaded_payback.simple is not None  # the simple formula lowers the margin once, and so never says never
    steps = {
        step.key: step.formula for step in explain(*computed(changed(customer={"monthly_revenue": 40, "churn": "2%"})))
    }
    assert steps["loaded-payback-never"] == "1,600 ≤ 4,662.23"
    free = computed(changed(margin=0))[1].lifetime
    assert free is not None and free.payback is not None
    assert (free.payback.simple, free.payback.cohort, free.ltv) == (None, None, 0)


def test_costs_at_each_stage_a_source_passes_by_hand() -> None:
    """Search: 45 a lead, 8% of which are MQL; of those 1 / (40% / 20% + 60% / 25%) become customers."""
    _, costs = computed(mixed())
    mean = 1 / (Fraction(40, 100) / Fraction(20, 100) + Fraction(60, 100) / Fraction(25, 100))
    assert costs.by_source["search"] == {"lead": 45, "mql": Fraction(4500, 8), "customer": Fraction(4500, 8) / mean}
    assert list(costs.by_source["webinar"]) == ["mql", "customer"]
    assert "referrals" not in costs.by_source
    assert costs.channel_cac["search"] == costs.by_source["search"]["customer"]


@given(funnels(), st.integers(10**5, 10**7))
def test_spend_over_units_that_arrive_is_the_cost_at_every_stage(funnel: Rows, target: int) -> None:
    result = solved(funnel, target=target)
    for source in result.sources:
        arrived: dict[str, Fraction] = {}
        for part in source.segments:
            units = part.units
            ids = ["lead", "mql", "customer"]
            for stage in ids[ids.index(source.feeds) :]:
                arrived[stage] = arrived.get(stage, Fraction(0)) + units
                units *= rate_of(funnel, source.id, part.id, stage) if stage != "customer" else 1
        if source.units:
            assert {
                id_: share * source.units for id_, share in reach(source, result, rates_by_stage(result))
            } == arrived


def test_a_source_without_a_plan_has_costs_at_its_stages_too() -> None:
    stages = [Stage(id="sql", rate="50%"), Stage(id="opportunity", rate="6%"), Stage(id="customer")]
    event = Source(feeds="sql", event={"audience": 200, "rate": "18%", "cost": 3600})
    result = planless_funnel(customer_demand(30), stages, {"event": event})
    assert isinstance(result, FunnelResult)
    [source] = result.sources
    assert [part for _, part in reach(source, result, rates_by_stage(result))] == [1, Fraction(1, 2), Fraction(3, 100)]
    assert [step.key for step in explain(result)][-4:] == ["units", "attendees", "events", "cost"]


# --- every number can be checked by hand

SIGNS = {"×": "*", "−": "-"}


def steps_of(plan: Plan) -> list[Step]:
    return list(explain(*computed(plan)))


def worth(text: str) -> float:
    """What a side of a formula comes to, as a calculator has it."""
    for sign, means in SIGNS.items():
        text = text.replace(sign, means)
    text = re.sub(r"([0-9.]+)%", r"(\1/100)", re.sub(r"(?<=[0-9]),(?=[0-9])", "", text))
    assert re.fullmatch(r"[0-9.()+*/ max,-]+", text), text
    return float(eval(text))


PLANS = {
    "as it is": {},
    "shares of leads": {"mix": "leads"},
    "more than needed": {"already_won": 4_790_000},
    "a customer who leaves soon": {"customer": {"monthly_revenue": 40, "churn": "2%"}},
    "nothing leaves": {"customer": {"monthly_revenue": 40}, "margin": 0},
}


@pytest.mark.parametrize("funnel", PLANS.values(), ids=PLANS)
def test_both_sides_of_every_formula_agree(funnel: dict[str, Any]) -> None:
    for step in steps_of(changed(**funnel)):
        sum_, _, value = step.formula.partition(" = ")
        if step.key == "last-useful-date" or not value:
            continue
        if " ≥ " in value or " ≤ " in value:
            continue
        assert isclose(worth(sum_), worth(value.partition(" → ")[0]), rel_tol=0.01, abs_tol=0.01), step


def test_every_step_can_be_said_in_both_languages() -> None:
    assert set(STEPS) == set(get_args(Key))
    said = [step for funnel in PLANS.values() for step in steps_of(changed(**funnel))]
    for step in said:
        for template in STEPS[step.key]:
            asked = {name for _, name, _, _ in Formatter().parse(template) if name}
            assert asked <= set(step.fields), step.key
    never = {"loaded-payback-never", "payback-never"}
    assert never <= {step.key for step in said}


# --- as data


def test_json_is_the_golden_one() -> None:
    """Regenerate: write `shown` to mixed.json, then read the difference."""
    result, costs = computed(mixed())
    shown = funnel_json(result, costs, currency="USD", steps=steps_of(mixed()))
    assert shown == (HERE / "mixed.json").read_text("utf-8")
