"""Plans added up: the quarters of a plan make the plan again, units are added as their metrics allow, and clashes are found."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from roadmapctl.analysis.rollup.calendar import calendar
from roadmapctl.analysis.rollup.goals import GoalSum
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.analysis.rollup.rollup import Rollup, rollup
from roadmapctl.model import Plan
from roadmapctl.model.write import to_values
from roadmapctl.project import check_text
from tests.analysis.parts.years import years
from tests.cutting.cuts import plans

METRICS = {
    "revenue": {"unit": "EUR", "kind": "flow"},
    "readers": {"unit": "people", "kind": "stock"},
    "closing": {"unit": "rate", "kind": "stock"},
    "costs": {"unit": "EUR", "kind": "flow", "better": "down"},
}


def plan(**values: Any) -> Plan:
    return Plan.model_validate(
        {"roadmap": 1, "name": "X", "currency": "EUR", "period": 2027, "metrics": METRICS, **values}
    )


def member(file: str, **values: Any) -> Member:
    return Member(file, plan(**{"name": file, **values}))


def goal(metric: str, target: object, **more: object) -> dict[str, Any]:
    return {"metric": metric, "target": target, "due": "2027-12-31", **more}


YEAR = Member(
    "year",
    plan(
        budget=100,
        goals={
            "sales": goal("revenue", 1000),
            "list": goal("readers", 500),
            "win": goal("closing", "30%"),
            "spend": goal("costs", 80),
            "press": goal("readers", 10),
        },
    ),
)


def sums(found: Rollup, way: int = 0) -> dict[str, GoalSum]:
    return {each.id: each for each in found.ways[way].goals}


def clashes(found: Rollup) -> list[tuple[str, list[str]]]:
    return [(clash.kind, [m.file for m in clash.members]) for clash in found.clashes]


@given(year=years())
@settings(max_examples=8, deadline=None)
def test_the_quarters_of_any_plan_make_it_again(year: Plan) -> None:
    text = json.dumps(to_values(year), default=str)
    if check_text(text.encode(), "year.yaml").usable is None:
        return
    members = [Member(f"q{n}", part) for n, part in enumerate(plans(text))]
    found = rollup(Member("year", year), members)
    (way,) = found.ways
    assert way.share.way == "time" and way.budget.total == year.budget and way.budget.left == 0
    assert not way.unplanned
    for each in way.goals:
        if each.shares:
            assert (each.total, each.state) == (each.target, "met"), each
        else:
            assert each.goal.baseline == each.goal.aim or not each.goal.aim
    held = {(entry.id, entry.start, entry.end) for entry in found.calendar if entry.kind == "tactic"}
    assert held == {(id, tactic.start, tactic.end) for id, tactic in year.tactics.items()}
    assert {clash.kind for clash in found.clashes} <= {"goal_by_nobody"}


def units(**south: Any) -> Rollup:
    north = member("north", unit="North", budget=60, goals=_parts(600, 300, "32%", 40))
    return rollup(
        YEAR, [north, member("south", unit="South", **{"budget": 50, "goals": _parts(500, 200, "28%", 50), **south})]
    )


def _parts(revenue: int, readers: int, closing: str, costs: int) -> dict[str, Any]:
    return {
        "sales": goal("revenue", revenue, supports="sales"),
        "list": goal("readers", readers, supports="list"),
        "win": goal("closing", closing, supports="win"),
        "spend": goal("costs", costs, supports="spend"),
    }


def test_units_add_up_flows_and_stocks_but_no_rates() -> None:
    found = units()
    (way,) = found.ways
    assert way.share.way == "units" and way.budget.total == 110 and way.budget.left == -10
    states = {id: (each.total, each.over, each.state) for id, each in sums(found).items()}
    assert states == {
        "sales": (1100, 100, "beyond"),
        "list": (500, 0, "met"),
        "win": (None, None, "not_added"),
        "spend": (90, -10, "short"),  # less is better: 90 of 80
        "press": (None, None, "nobody"),
    }
    assert clashes(found) == [("over_budget", ["north", "south"]), ("goal_by_nobody", [])]


def test_a_goal_may_be_served_by_another_metric_or_not_be_comparable() -> None:
    goals = {"leads": goal("revenue", 5, supports="press"), "list": goal("readers", 1, supports="list")}
    found = units(goals=goals, metrics={**METRICS, "readers": {"unit": "companies", "kind": "stock"}})
    assert sums(found)["press"].state == "served" and [m.file for m in sums(found)["press"].helpers] == ["south"]
    assert sums(found)["list"].state == "not_added"
    assert ("metric_differs", ["south"]) in clashes(found)


def test_quarters_so_far_and_what_nobody_plans() -> None:
    first = member(
        "q1", period="2027-Q1", budget=20, goals={"sales": goal("revenue", 200, supports="sales", due="2027-03-31")}
    )
    third = member("q3", period="2027-Q3", goals={"list": goal("readers", 400, supports="list", due="2027-09-30")})
    found = rollup(YEAR, [third, first])
    (way,) = found.ways
    assert [(gap.start, gap.end) for gap in way.unplanned[""]] == [
        (date(2027, 4, 1), date(2027, 6, 30)),
        (date(2027, 10, 1), date(2027, 12, 31)),
    ]
    assert sums(found)["sales"].state == "so_far" and sums(found)["list"].total == 400
    assert [(line.stated, line.part) for line in way.budget.lines] == [(False, 0), (True, Fraction(1, 5))]
    assert sums(found)["win"].state == "not_yet"
    assert clashes(found) == []  # what nobody serves yet may be served by the quarters to come


def test_quarters_and_units_are_two_views_of_one_budget() -> None:
    quarters = [member(f"q{n}", period=f"2027-Q{n}", budget=25) for n in (1, 2, 3, 4)]
    found = rollup(
        YEAR, [*quarters, member("north", unit="North", budget=60), member("south", unit="South", budget=40)]
    )
    assert [way.share.way for way in found.ways] == ["time", "units"]
    assert all(way.budget.total == 100 and way.budget.left == 0 for way in found.ways)
    assert "over_budget" not in dict(clashes(found))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"period": "2027-Q1"}, {"period": "2027-Q2"}, None),
        ({"period": "2027-Q1"}, {"period": "2027-Q1"}, "perhaps_same_time"),
        ({"period": "2027-Q1", "name": "A"}, {"period": "2027-Q1", "name": "A"}, "same_time"),
        ({"period": "2027-H1", "unit": "North"}, {"period": "2027-Q2", "unit": "North"}, "same_time"),
        ({"period": "2027-Q1", "unit": "North"}, {"period": "2027-Q1", "unit": "South"}, None),
        ({"unit": "North"}, {"unit": "North"}, "same_time"),
        ({}, {}, None),
    ],
)
def test_the_same_time_of_the_same_unit(one: dict[str, Any], other: dict[str, Any], kind: str | None) -> None:
    found = rollup(YEAR, [member("a", **one), member("b", **other)])
    both = [clash for clash in clashes(found) if clash[0] != "goal_by_nobody"]
    assert both == ([] if kind is None else [(kind, ["a", "b"])])


FAIR = {"name": "Fair", "start": "2027-05-01", "end": "2027-05-31", "budget": 30}


@pytest.mark.parametrize(
    ("twin", "claimed"),
    [
        (FAIR, True),
        ({**FAIR, "budget": 20}, False),
        ({**FAIR, "name": "Other"}, False),
        ({**FAIR, "start": "2027-05-02"}, False),
    ],
)
def test_one_tactic_that_two_plans_pay_for(twin: dict[str, Any], claimed: bool) -> None:
    found = rollup(YEAR, [member("a", tactics={"fair": FAIR}), member("b", tactics={"fair": twin})])
    assert (("same_tactic", ["a", "b"]) in clashes(found)) == claimed


def _working(capacity: str | None, *spans: tuple[str, str], name: str = "Lin") -> dict[str, Any]:
    tactics = {f"t{n}": {"owner": "lin", "start": start, "end": end} for n, (start, end) in enumerate(spans)}
    person = {"name": name, **({"capacity": capacity} if capacity else {})}
    return {"tactics": tactics, "organization": {"people": {"lin": person}}}


def test_a_person_over_all_of_their_time() -> None:
    one = member("a", **_working("80%", ("2027-02-01", "2027-03-31")))
    other = member("b", **_working("40%", ("2027-03-15", "2027-03-20"), ("2027-03-19", "2027-04-30")))
    (clash,) = [clash for clash in rollup(YEAR, [one, other]).clashes if clash.kind == "overworked"]
    assert clash.values == {
        "person": "lin",
        "share": Decimal("1.2"),
        "start": date(2027, 3, 15),
        "end": date(2027, 3, 31),
    }


@pytest.mark.parametrize(
    "other",
    [
        _working("20%", ("2027-03-15", "2027-03-20")),  # 100 % is not too much
        _working("40%", ("2027-04-01", "2027-04-30")),  # the quarter after
        _working("40%", ("2027-03-15", "2027-03-20"), name="Another Lin"),
        _working(None, ("2027-03-15", "2027-03-20")),  # nobody says how much, and two tactics are no burden
    ],
)
def test_a_person_who_has_time(other: dict[str, Any]) -> None:
    one = member("a", **_working("80%", ("2027-02-01", "2027-03-31")))
    assert "overworked" not in dict(clashes(rollup(YEAR, [one, member("b", **other)])))


def test_a_person_with_too_many_tactics_at_once() -> None:
    spans = [("2027-03-01", "2027-03-31")] * 4
    found = rollup(YEAR, [member("a", **_working(None, *spans)), member("b", **_working(None, *spans))])
    (clash,) = [clash for clash in found.clashes if clash.kind == "overworked"]
    assert clash.values["tactics"] == 8 and len(clash.members) == 2


def _event(day: str, **more: object) -> dict[str, Any]:
    return {"tactics": {"e": {"name": day, "start": "2027-05-01", "end": "2027-05-31", "event": {"date": day}, **more}}}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"channel": "webinar", "segment": "owners"}, {"channel": "email", "segment": "owners"}, "same_audience"),
        ({"channel": "webinar"}, {"channel": "webinar", "segment": "owners"}, "same_audience"),
        ({"channel": "webinar", "segment": "buyers"}, {"channel": "webinar", "segment": "owners"}, "same_day"),
        ({"channel": "webinar"}, {"channel": "fair"}, "same_day"),
    ],
)
def test_two_events_on_one_day(one: dict[str, Any], other: dict[str, Any], kind: str) -> None:
    first, second = _event("2027-05-20", **one), _event("2027-05-20", **{**other, "name": "Another"})
    assert (kind, ["a", "b"]) in clashes(rollup(YEAR, [member("a", **first), member("b", **second)]))
    apart = _event("2027-05-21", **other)
    assert kind not in dict(clashes(rollup(YEAR, [member("a", **first), member("b", **apart)])))


def _series(start: str, end: str, number: int = 6, name: str = "Series", **more: object) -> dict[str, Any]:
    return {"s": {"name": name, "start": start, "end": end, "channel": "webinar", "event": {"events": number}, **more}}


def test_a_series_meets_what_lies_in_its_days() -> None:
    """From 1 May to 30 June; of four events of the other plan one is before it, one on another channel, two are met."""
    events = {
        "early": {"name": "Early", "channel": "webinar", "event": {"date": "2027-04-30"}},
        "fair": {"name": "Fair", "channel": "fair", "event": {"date": "2027-05-20"}},
        "later": {"name": "Later", "channel": "webinar", "event": {"date": "2027-06-30"}},
        "demo": {"name": "Demo", "channel": "webinar", "event": {"date": "2027-06-02"}},
    }
    one, other = member("a", tactics=_series("2027-05-01", "2027-06-30")), member("b", tactics=events)
    for members in ([one, other], [other, one]):
        (clash,) = [clash for clash in rollup(YEAR, members).clashes if clash.kind == "same_weeks"]
        assert clash.severity == "info" and [m.file for m in clash.members] == ["a", "b"]
        assert clash.values == {
            "event": "Series", "other": "Demo", "more": 1, "channel": "webinar", "segment": None,
            "start": date(2027, 6, 2), "end": date(2027, 6, 2),
        }  # fmt: skip


def test_two_series_meet_once() -> None:
    one = member("a", tactics=_series("2027-05-01", "2027-06-30"))
    two = member("b", tactics=_series("2027-06-15", "2027-08-31", name="Other"))
    (clash,) = [clash for clash in rollup(YEAR, [one, two]).clashes if clash.kind == "same_weeks"]
    assert (clash.values["event"], clash.values["other"], clash.values["more"]) == ("Series", "Other", 0)
    assert (clash.values["start"], clash.values["end"]) == (date(2027, 6, 15), date(2027, 6, 30))


@pytest.mark.parametrize(
    "other",
    [
        _series("2027-07-01", "2027-08-31", name="Other"),  # the days after
        _series("2027-06-15", "2027-08-31", name="Other", channel="fair"),  # other people
        _series("2027-05-01", "2027-06-30"),  # the same series, which both plans hold
        _series("2027-06-01", "2027-06-30", number=1, name="Other"),  # one event, on a day that nobody says
    ],
)
def test_series_that_do_not_meet(other: dict[str, Any]) -> None:
    one = member("a", tactics=_series("2027-05-01", "2027-06-30"))
    assert "same_weeks" not in dict(clashes(rollup(YEAR, [one, member("b", tactics=other)])))


def test_a_series_stands_in_the_calendar_with_all_of_its_days() -> None:
    (entry,) = [
        one for one in calendar([member("a", tactics=_series("2027-05-01", "2027-06-30"))]) if one.kind == "event"
    ]
    assert (entry.start, entry.end) == (date(2027, 5, 1), date(2027, 6, 30))


def test_without_a_wider_plan_goals_add_up_by_metric() -> None:
    goals = {"all": goal("revenue", 600), "part": goal("revenue", 200, supports="all"), "list": goal("readers", 5)}
    found = rollup(None, [member("a", goals=goals, budget=1), member("b", goals={"x": goal("revenue", 40)}, budget=2)])
    assert {id: each.total for id, each in sums(found).items()} == {"revenue": 640, "readers": 5}
    assert found.ways[0].budget.total == 3 and found.ways[0].budget.whole is None and clashes(found) == []


def test_the_calendar_holds_once_what_plans_hold_alike() -> None:
    first = member("q1", period="2027-Q1", tactics={"t": {"name": "T", "start": "2027-02-01", "end": "2027-03-31"}})
    second = member(
        "q2",
        period="2027-Q2",
        tactics={
            "t": {"name": "T", "start": "2027-04-01", "end": "2027-05-01"},
            "u": {"start": "2027-04-01", "end": "2027-04-02"},
        },
        milestones={"m": {"date": "2027-04-01"}},
    )
    entries = [(e.kind, e.id, str(e.start), str(e.end), len(e.members)) for e in rollup(YEAR, [first, second]).calendar]
    assert entries == [
        ("tactic", "t", "2027-02-01", "2027-05-01", 2),
        ("tactic", "u", "2027-04-01", "2027-04-02", 1),
        ("milestone", "m", "2027-04-01", "2027-04-01", 1),
    ]
