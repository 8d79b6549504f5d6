"""The quarters of a plan: they validate without a warning, sum to it, and ask what only a human can say."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from roadmapctl.analysis.parts.cut import cut
from roadmapctl.cutting.plan import Links, draft
from roadmapctl.cutting.sheet import Source
from roadmapctl.cutting.words import Words
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.write import to_values
from roadmapctl.project import check_text
from tests.analysis.parts.years import years
from tests.cutting.cuts import beside, cuts, plans

EXAMPLES = Path(__file__).parents[2] / "examples"
WHOLE_YEARS = ["aurora-crm", "event-a", "fjordline", "muchi-dental"]


def text_of(example: str) -> str:
    return (EXAMPLES / example / "roadmap.yaml").read_text("utf-8")


@pytest.mark.parametrize("example", WHOLE_YEARS)
def test_the_quarters_of_an_example_have_no_findings_worse_than_an_info(example: str) -> None:
    year = text_of(example)
    for settled in cuts(year):
        assert not settled.findings
        checked = beside(year, settled.text)
        assert [d for d in checked.diagnostics if d.severity is not Severity.INFO] == []
        assert settled.questions == sum(
            line.lstrip().startswith(("# ? ", "# ？")) for line in settled.text.splitlines()
        )


@pytest.mark.parametrize(
    ("example", "kind"), [*((example, "quarter") for example in WHOLE_YEARS), ("event-a", "month")]
)
def test_what_is_written_sums_to_the_year(example: str, kind: str) -> None:
    year = check_text(text_of(example).encode(), "year.yaml").usable
    parts = plans(text_of(example), kind)  # type: ignore[arg-type]
    assert year is not None and len(parts) == {"quarter": 4, "month": 12}[kind]
    assert sum(part.budget or 0 for part in parts) == year.budget
    for id, goal in year.goals.items():
        own = [part.goals[id] for part in parts if id in part.goals]
        metric = year.metrics[goal.metric or ""]
        if metric.kind == "flow":
            assert sum(part.target or 0 for part in own) == goal.target
        else:
            assert (own[0].baseline, own[-1].target) == (goal.baseline, goal.target)
    for id, tactic in year.tactics.items():
        assert sum(part.tactics[id].budget or 0 for part in parts if id in part.tactics) == tactic.budget


@given(year=years())
@settings(max_examples=6, deadline=None)
def test_any_plan_without_errors_has_parts_without_errors(year: Plan) -> None:
    text = json.dumps(to_values(year), default=str)
    if check_text(text.encode(), "year.yaml").usable is None:
        return
    parts = plans(text)
    assert len(parts) == len(cuts(text))
    assert sum((part.budget or Decimal(0) for part in parts), Decimal(0)) == year.budget


METHODICAL = """\
roadmap: 1
name: Year 2027
language: en
currency: EUR
period: 2027
unit: North
budget: 120_000
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  rate: {name: Contact rate, unit: rate, kind: stock}
  unused: {name: Followers, unit: people, kind: stock}
goals:
  calls: {statement: "Bring 1,200 leads by 31 December 2027", metric: leads, baseline: 0, target: 1_200, due: 2027-12-31, split: month}
  contact: {statement: "Raise the contact rate from 1% to 2% by 31 December 2027", metric: rate, baseline: 1%, target: 2%, due: 2027-12-31}
  early: {statement: "Bring 50 leads by 31 January 2027", metric: leads, baseline: 0, target: 50, due: 2027-01-31}
focus:
  site: {name: Website, goals: [contact, early], improves: [rate]}
  desk: {name: Call desk, goals: [calls], improves: [leads]}
  idle: {name: Nothing yet, goals: [calls], improves: [leads]}
tactics:
  form:
    what: The form asks for three fields.
    focus: site
    owner: ana
    start: 2027-06-01
    end: 2027-08-31
    budget: 9_200
    contributes: {rate: 0.5pp}
    hypothesis: {because: nine fields are too many, change: three fields, metric: rate, from: 1.5%, to: 1.75%}
  calls: {what: Calls within a day., focus: desk, owner: ben, start: 2027-09-01, end: 2027-12-31, after: [form], budget: 40_000, contributes: {leads: 600}}
  fair: {what: A stand., focus: desk, owner: ben, start: 2027-09-01, end: 2027-10-31, budget: 30_000, event: {date: 2027-10-12, events: 1}}
organization:
  people:
    ana: {name: Ana, functions: [web], reports_to: CEO, goals: [contact, early]}
    ben: {name: Ben, functions: [calls], reports_to: Ana, goals: [calls]}
    cat: {name: Cat, functions: [press], reports_to: Ana, goals: [early]}
measurement: {rhythm: week, actuals: figures.csv}
"""


def test_a_year_that_says_all_the_method_asks_has_quarters_that_name_it() -> None:
    year = METHODICAL.replace(", actuals: figures.csv", "")
    third = cuts(year)[2]
    plan = beside(year, third.text).usable
    assert plan is not None and plan.framework == ("quarterly",) and third.questions == 0
    assert (plan.name, plan.unit, plan.parent, plan.period and plan.period.text) == (
        "Year 2027, Q3",
        "North",
        "year.yaml",
        "2027-Q3",
    )
    assert (list(plan.goals), plan.goals["calls"].supports, plan.goals["calls"].split) == (
        ["calls", "contact"],
        "calls",
        "month",
    )
    assert plan.goals["contact"].statement == "Bring Contact rate from 1.5% to 1.75% by 30 Sep 2027"
    assert (list(plan.focus), plan.focus["site"].goals) == (["site", "desk"], ("contact",))
    assert list(plan.metrics) == ["leads", "rate"]
    assert plan.tactics["form"].budget == 6_200 and plan.tactics["calls"].after == ("form",)
    assert (plan.tactics["fair"].event, plan.tactics["fair"].budget) == (None, Decimal(14_800))
    assert plan.organization is not None and list(plan.organization.people) == ["ana", "ben"]
    assert plan.measurement is not None and plan.measurement.rhythm == "week"
    reviews = plan.measurement.reviews
    assert [str(review.date) for review in reviews.values()] == ["2027-08-13", "2027-09-16"]


FUNNEL = """\
roadmap: 1
name: Year
currency: EUR
period: 2027
metrics: {revenue: {name: Revenue, unit: EUR, kind: flow}}
goals: {sales: {metric: revenue, baseline: 0, target: 1M, due: 2027-12-31}}
funnel:
  goal: sales
  deal_size: 1_000
  already_won: 100_000
  other_teams: 200_000
  stages: [{id: lead, rate: 10%, in_hand: 40}, {id: customer}]
  sources:
    fairs: {feeds: lead, share: 50%, event: {audience: 100, rate: 20%, tiers: {big: {events: 3, audience: 500, rate: 10%}}}}
    search: {feeds: lead, share: 50%, spend: 40_000, response: {gives: [{spend: 20_000, leads: 800}, {spend: 60_000, leads: 1_800}]}}
    word-of-mouth: {feeds: lead, brings: 10}
  seasonality: {Q1: 1, Q2: 2, Q3: 3, Q4: 4}
  growth: 10%
  teams: {bdr: {works: lead, people: 9, handles: 900 per month, joins: [2027-02-01, 2027-05-03, 2027-08-02]}}
  costs: {salaries: 120_000}
"""


def test_what_a_funnel_counts_over_the_period_is_shared_out() -> None:
    second = plans(FUNNEL)[1].funnel
    assert second is not None and (second.goal, second.already_won, second.other_teams) == (
        "sales",
        Decimal(20_000),
        Decimal(40_000),
    )
    assert second.stages[0].in_hand == 0 and not second.seasonality and second.growth is None
    assert second.sources["search"].spend == 8_000 and str(second.sources["search"].response.covers) == "12mo"  # type: ignore[union-attr]
    assert second.costs == {"salaries": 30_000}
    team = second.teams["bdr"]
    assert (team.people, [str(day) for day in team.joins]) == (10, ["2027-05-03"])
    funnels = [plan.funnel for plan in plans(FUNNEL) if plan.funnel is not None]
    assert funnels[0].stages[0].in_hand == 40
    tiers = [funnel.sources["fairs"].event.tiers for funnel in funnels]  # type: ignore[union-attr]
    assert sum(tier["big"].events for tier in tiers if tier) == 3
    assert sum(funnel.sources["word-of-mouth"].brings or 0 for funnel in funnels) == 10
    assert sum(funnel.already_won or 0 for funnel in funnels) == 100_000


def test_a_funnel_whose_lags_are_longer_than_the_quarter_stays_where_it_is() -> None:
    slow = FUNNEL.replace("{id: lead, rate: 10%,", "{id: lead, rate: 10%, lag: 120d,")
    second = cuts(slow)[1]
    assert "\nfunnel:" not in second.text and "# The funnel stays in the wider plan: " in second.text


EVENTS = """\
roadmap: 1
name: Year
period: 2027
metrics: {customers: {name: Customers, unit: customers, kind: flow}}
goals: {calls: {metric: customers, baseline: 0, target: 400, due: 2027-12-31}}
funnel:
  stages: [{id: lead, rate: 10%, lag: 300d}, {id: customer}]
  goal: calls
playbooks: {show: {sequence: [{at: -21d, message: invitation}, {at: +7d, message: survey}]}}
tactics:
  fair:
    start: 2027-03-01
    end: 2027-05-31
    playbook: show
    event: {date: 2027-04-08, cta: {action: book a demo, leads_to: lead}}
    contributes: {customers: 400}
  talks: {start: 2027-01-01, end: 2027-12-31, event: {events: 12, date: 2027-01-20}}
"""


def test_the_records_of_the_year_are_a_comment_to_be_taken_up() -> None:
    checked = check_text(METHODICAL.encode(), "year.yaml")
    plan = checked.plan
    assert plan is not None
    source = Source(cut(plan, "quarter", 2), checked.document.value or {}, Words(plan, "en"))
    text = draft(source, Links("../year.yaml", lambda file: f"../{file}")).text
    assert "measurement:\n  # actuals: ../figures.csv   # take the # off" in text


def test_an_event_is_held_in_one_quarter_and_a_series_in_all() -> None:
    tactics = [plan.tactics for plan in plans(EVENTS)]
    assert [t["fair"].event is not None and t["fair"].playbook for t in tactics[:2]] == [False, "show"]
    held = [t["talks"].event for t in tactics]
    assert [event.events for event in held if event is not None] == [3, 3, 3, 3]
    assert [event.date is None for event in held if event is not None] == [False, True, True, True]


def test_without_its_funnel_an_event_leads_to_no_stage_of_it() -> None:
    second = cuts(EVENTS)[1]
    assert not second.findings and "\nfunnel:" not in second.text and "leads_to" not in second.text


def test_a_hypothesis_stays_on_the_way_of_the_quarters_goal() -> None:
    year = METHODICAL.replace(", actuals: figures.csv", "").replace("from: 1.5%, to: 1.75%", "from: 1%, to: 2%")
    third = beside(year, cuts(year)[2].text).usable
    assert third is not None and third.tactics["form"].hypothesis is not None
    assert (third.tactics["form"].hypothesis.from_, third.tactics["form"].hypothesis.to) == (
        Decimal("0.015"),
        Decimal("0.0175"),
    )


def test_a_rate_that_is_brought_too_little_is_said_in_points() -> None:
    year = METHODICAL.replace(", actuals: figures.csv", "").replace(
        "focus:\n  site",
        "milestones: {m: {date: 2027-09-15, goal: contact, metric: rate, target: 1.75%}}\nfocus:\n  site",
    )
    third = cuts(year.replace("    focus: site\n", "    focus: site\n    milestone: m\n").replace("0.5pp", "0.25pp"))[2]
    asked = "? target: 1.75% by then, but the tactics of these days bring 0.17 points, 0.05 points too little."
    assert asked in third.text
