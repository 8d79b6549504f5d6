"""What a goal's difference comes from: by hand, and that each way of dividing it is complete."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.status.result import Cause
from tests.analysis.status.plans import goal, held

F = Fraction
TACTICS = """\
metrics: {leads: {kind: flow}}
goals: {calls: {metric: leads, target: 1_200, due: 2027-12-31}}
tactics:
  webinars: {start: 2027-01-01, end: 2027-01-31, contributes: {leads: 70}}
  letters: {start: 2027-01-01, end: 2027-01-31, contributes: {leads: 40}}
  posts: {start: 2027-01-01, end: 2027-01-31, contributes: {leads: 10}}
"""


def causes(yaml: str, csv: str, day: str, id: str) -> tuple[Cause, ...]:
    return goal(held(yaml, csv, day), id).causes


def test_the_tactic_that_is_shortest_comes_first() -> None:
    csv = "2027-01-31,leads,40,,,webinars\n2027-01-31,leads,20,,,posts\n"
    letters, webinars = causes(TACTICS, csv, "2027-01-31", "calls")  # 60 of 100: 40 are missing
    assert (letters.kind, letters.id, letters.planned, letters.actual) == ("tactic", "letters", 40, 0)
    assert (letters.effect, letters.part, letters.silent) == (-40, 1, True)
    assert (webinars.id, webinars.effect, webinars.part, webinars.silent) == ("webinars", -30, F(3, 4), False)


def test_of_a_goal_that_is_ahead_the_one_that_brought_most() -> None:
    csv = "2027-01-31,leads,40,,,webinars\n2027-01-31,leads,20,,,posts\n2027-01-31,leads,60,,,letters\n"
    found = causes(TACTICS, csv, "2027-01-31", "calls")
    assert [(cause.id, cause.effect) for cause in found] == [("letters", 20), ("posts", 10)]


def test_what_is_on_track_needs_none() -> None:
    assert causes(TACTICS, "2027-01-31,leads,99,,,webinars\n", "2027-01-31", "calls") == ()


def test_a_stock_that_goes_down() -> None:
    yaml = """\
metrics: {tickets: {kind: stock, better: down}}
goals: {fewer: {metric: tickets, baseline: 120, target: 60, due: 2027-12-31}}
tactics: {answers: {start: 2027-01-01, end: 2027-01-31, contributes: {tickets: -5}}}
"""
    csv = "2027-01-31,tickets,118,,,\n2027-01-31,tickets,-2,,,answers\n"  # 115 was due: 3 too many
    (cause,) = causes(yaml, csv, "2027-01-31", "fewer")
    assert (cause.id, cause.planned, cause.actual, cause.effect, cause.part) == ("answers", -5, -2, -3, 1)


FUNNEL = """\
metrics:
  revenue: {unit: EUR, kind: flow}
  leads: {name: Leads, unit: leads, kind: flow}
  customers: {name: Customers, unit: customers, kind: flow}
goals:
  sales: {metric: revenue, target: 120_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_000
  stages:
    - {id: lead, rate: 10%}
    - {id: customer}
  sources:
    web: {feeds: lead, share: 75%}
    fair: {feeds: lead, share: 25%}
"""


def test_a_source_is_held_against_its_share_of_the_plan_to_date() -> None:
    csv = "2027-01-31,revenue,6000,web,,\n"
    web, fair = sorted(causes(FUNNEL, csv, "2027-01-31", "sales"), key=lambda cause: cause.id, reverse=True)
    assert (web.kind, web.planned, web.actual, web.effect, web.part) == ("source", 7500, 6000, -1500, F(3, 8))
    assert (fair.planned, fair.effect, fair.silent) == (2500, -2500, True)


def test_the_stages_of_the_funnel_share_the_difference_out() -> None:
    """By the end of January 100 leads, 10 customers and 10,000 are due. 120 leads became 6 customers worth 9,000."""
    csv = "2027-01-31,leads,120,,,\n2027-01-31,customers,6,,,\n2027-01-31,revenue,9000,,,\n"
    (rate,) = causes(FUNNEL, csv, "2027-01-31", "sales")
    assert (rate.kind, rate.id, rate.to) == ("rate", "lead", "customer")
    assert (rate.planned, rate.actual) == (F(10, 100), F(6, 120))
    assert (rate.effect, rate.part) == (-6000, 6)  # 120 · 5 % fewer · 1,000; more leads and larger deals made up 5,000


@given(st.integers(1, 300), st.integers(1, 30), st.integers(0, 20_000))
def test_the_parts_of_the_stages_are_the_whole_difference(leads: int, customers: int, revenue: int) -> None:
    from datetime import date

    from roadmapctl.analysis.status.causes.scene import Scene
    from roadmapctl.analysis.status.causes.stages import by_stage
    from roadmapctl.analysis.status.ledger import Ledger
    from roadmapctl.analysis.status.progress import progress
    from roadmapctl.analysis.status.schedule import frame
    from tests.analysis.status.plans import measured

    day = date(2027, 1, 31)
    csv = f"{day},leads,{leads},,,\n{day},customers,{customers},,,\n{day},revenue,{revenue},,,\n"
    plan = measured(FUNNEL, csv)
    within, ledger = frame(plan), Ledger(plan, day)
    found = progress(plan, ledger, within.of_goal("sales"), day)
    scene = Scene(within, ledger, {"sales": found}, (), day)
    effects = [cause.effect for cause in by_stage("sales", found, scene)]
    assert len(effects) == 3 and sum(effect or 0 for effect in effects) == found.lead


def test_a_lag_asks_for_records_from_before_the_plan() -> None:
    slow = FUNNEL.replace("{id: lead, rate: 10%}", "{id: lead, rate: 10%, lag: 31d}").replace("  sources:\n    web: {feeds: lead, share: 75%}\n    fair: {feeds: lead, share: 25%}\n", "")  # fmt: skip
    since_january = "2027-01-31,leads,120,,,\n2027-01-31,revenue,5000,,,\n"
    assert causes(slow, since_january, "2027-01-31", "sales") == ()
    (volume,) = causes(slow, "2026-12-31,leads,40,,,\n" + since_january, "2027-01-31", "sales")
    assert (volume.kind, volume.planned, volume.actual, volume.effect) == ("volume", 100, 40, -6000)


def test_goals_below_and_goals_beside() -> None:
    yaml = """\
metrics: {leads: {kind: flow}, readers: {kind: stock}}
goals:
  all: {metric: leads, target: 1_200, due: 2027-12-31}
  north: {metric: leads, target: 600, due: 2027-12-31, supports: all, segment: n}
  list: {metric: readers, baseline: 0, target: 1_200, due: 2027-12-31, supports: north}
market: {segments: {n: {}}}
"""
    csv = "2027-01-31,leads,70,,,\n2027-01-31,leads,30,,n,\n2027-01-31,readers,50,,,\n"
    (north,) = causes(yaml, csv, "2027-01-31", "all")
    assert (north.kind, north.id, north.effect, north.part) == ("goal", "north", -20, F(2, 3))
    (beside,) = causes(yaml, csv, "2027-01-31", "north")
    assert (beside.kind, beside.id, beside.planned, beside.actual, beside.part) == ("supporting", "list", 100, 50, None)


def test_goals_in_a_ring_come_to_an_end() -> None:
    yaml = """\
metrics: {a: {kind: flow}, b: {kind: stock}}
goals:
  one: {metric: a, target: 120, due: 2027-12-31, supports: two}
  two: {metric: b, baseline: 0, target: 120, due: 2027-12-31, supports: one}
"""
    (cause,) = causes(yaml, "2027-01-31,a,5,,,\n2027-01-31,b,5,,,\n", "2027-01-31", "one")
    assert (cause.kind, cause.id) == ("supporting", "two")


def test_a_late_milestone_where_nothing_else_is_known() -> None:
    yaml = """\
metrics: {a: {kind: stock}, b: {kind: stock}}
goals: {one: {metric: a, baseline: 0, target: 120, due: 2027-12-31}}
milestones: {ready: {date: 2027-01-15, goal: one, metric: b, target: 4}}
"""
    (cause,) = causes(yaml, "2027-01-31,a,5,,,\n2027-01-10,b,1,,,\n", "2027-01-31", "one")
    assert (cause.kind, cause.id, cause.planned, cause.actual) == ("milestone", "ready", 4, 1)
