"""Reviews of a small quarter, with verdicts worked out by hand."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from roadmapctl.analysis.review.changes import changes
from roadmapctl.analysis.review.moment import Kind, by_period, moment
from roadmapctl.analysis.review.review import Reviewed, reviewed
from roadmapctl.model import Plan
from roadmapctl.model.time import period
from roadmapctl.project import check
from tests.analysis.review.example import PLAN, RECORDS, written
from tests.plans import checked


def plan_of(folder: Path, plan: str = PLAN, records: str = RECORDS) -> Plan:
    found = check(written(folder, plan, records))
    assert found.usable is not None, found.diagnostics
    return found.usable


def review(plan: Plan, kind: Kind, as_of: date | None = None, before: Plan | None = None) -> Reviewed:
    found = reviewed(plan, kind, as_of, before)
    assert found is not None
    return found


def verdicts(found: Reviewed) -> dict[str, str | None]:
    return {one.id: one.verdict for one in found.verdicts}


def test_the_day_of_a_review(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    written_day = moment(plan, "midpoint")
    assert written_day is not None
    assert (written_day.day, written_day.day_from, written_day.figures) == (
        date(2027, 5, 20),
        "plan",
        date(2027, 5, 15),
    )
    final = moment(plan, "final")
    assert final is not None and (final.day, final.day_from) == (date(2027, 6, 16), "period")
    asked = moment(plan, "final", date(2027, 6, 1))
    assert asked is not None and (asked.day, asked.figures, asked.day_from) == (
        date(2027, 6, 1),
        date(2027, 6, 1),
        "asked",
    )
    assert by_period(period("2027-Q2"), "midpoint") == date(2027, 5, 16)
    assert moment(plan.model_copy(update={"period": None, "measurement": None}), "final") is None


def test_reviews_of_other_names(tmp_path: Path) -> None:
    named = PLAN.replace("    midpoint:\n", "    early: {date: 2027-04-10}\n    late: {date: 2027-06-10}\n    half:\n")
    plan = plan_of(tmp_path, named)
    middle, last = moment(plan, "midpoint"), moment(plan, "final")
    assert middle is not None and last is not None and (middle.id, last.id) == ("half", "late")
    only = plan_of(tmp_path, PLAN)
    assert [found.id for kind in ("midpoint", "final") if (found := moment(only, kind))] == ["midpoint", "final"]  # type: ignore[arg-type]


def test_half_time(tmp_path: Path) -> None:
    """Of 450 readers due 540 came, of 90 leads by ads 36, by calls 54; the van has no record, the fair begins in June."""
    found = review(plan_of(tmp_path), "midpoint")
    paces = {one.id: one.evidence.pace for one in found.verdicts}
    assert (paces["letters"], paces["ads"], paces["calls"]) == (Fraction(6, 5), Fraction(2, 5), Fraction(3, 5))
    assert verdicts(found) == {
        "letters": "continue", "ads": "stop", "calls": "adjust", "form": "finished", "fair": "continue", "van": "adjust",
        "gifts": "stop",
    }  # fmt: skip
    gifts = found.verdicts[-1]
    assert (gifts.is_decided, gifts.written and gifts.written.because) == (True, "nobody wants them")
    assert [one.is_decided for one in found.verdicts] == [False] * 6 + [True]
    ads = found.verdicts[1]
    assert [said.key for said in ads.reasons] == ["brought", "overspent"]
    assert ads.evidence.overspent == Fraction(4_000, 6_000) / Fraction(45, 91)


def test_what_is_over_by_half_time_has_nothing_to_continue(tmp_path: Path) -> None:
    """Letters, ads, calls and the van end on 14 May, gifts on the day of the review; the records go to 15 May."""
    over = PLAN.replace("end: 2027-06-30, budget: 1_000", "end: 2027-05-20, budget: 1_000").replace(
        "start: 2027-04-01, end: 2027-06-30", "start: 2027-04-01, end: 2027-05-14"
    )
    over = over.replace("end: 2027-06-20, budget: 2_000", "end: 2027-05-14, budget: 2_000")
    found = review(
        plan_of(tmp_path, over.replace("decisions: {gifts: {verdict: stop, because: nobody wants them}}", "")),
        "midpoint",
    )
    assert verdicts(found) == {
        "letters": "finished", "ads": "finished", "calls": "finished", "form": "finished", "fair": "continue", "van": None,
        "gifts": "adjust",
    }  # fmt: skip
    assert [said.key for said in found.verdicts[1].reasons] == ["ended", "brought"]
    weak = [said.fields.get("tactic") for said in found.points.proposed_weaknesses]
    assert {"ads", "calls", "van"} <= set(weak) and "letters" not in weak
    assert [one.id for one in found.verdicts if one.is_to_decide] == ["fair", "van", "gifts"]
    again = review(plan_of(tmp_path, over), "final", date(2027, 5, 21))
    assert "finished" not in verdicts(again).values()


def test_what_ended_after_the_last_record(tmp_path: Path) -> None:
    text = PLAN.replace("start: 2027-06-01, end: 2027-06-20", "start: 2027-05-16, end: 2027-05-18")
    fair = review(plan_of(tmp_path, text), "midpoint").verdicts[4]
    assert (fair.id, fair.verdict, fair.is_to_decide) == ("fair", None, True)
    assert [said.key for said in fair.reasons] == ["ended", "figures_before"]


def test_the_end(tmp_path: Path) -> None:
    """With the same figures by 15 May, what worked is carried over and what nobody knows of is open."""
    found = review(plan_of(tmp_path), "final", date(2027, 5, 15))
    assert verdicts(found) == {
        "letters": "carry-over", "ads": "stop", "calls": "adjust", "form": "stop", "fair": "carry-over", "van": None,
        "gifts": None,
    }  # fmt: skip
    later = review(plan_of(tmp_path), "final", date(2027, 5, 25))
    assert verdicts(later)["gifts"] == "stop"  # as the midpoint review decided


def test_what_others_wait_for_is_adjusted(tmp_path: Path) -> None:
    text = PLAN.replace("start: 2027-06-01, end: 2027-06-20,", "start: 2027-07-01, end: 2027-07-20, after: [ads],")
    plan = plan_of(tmp_path, text.replace("period: 2027-Q2", "period: 2027"))
    assert verdicts(review(plan, "midpoint", date(2027, 5, 15)))["ads"] == "adjust"


def test_hypotheses(tmp_path: Path) -> None:
    """From 1% to 1.4% on the way to 2%: two fifths, after all of the tactic's days."""
    (held,) = review(plan_of(tmp_path), "midpoint").hypotheses
    assert (held.outcome, held.moved, held.actual) == ("partly", Fraction(2, 5), Fraction(14, 1000))
    outcomes = {
        "form-rate,2.1%": "met",
        "form-rate,0.9%": "refuted",
        "leads,3": "unmeasured",
    }
    for row, outcome in outcomes.items():
        records = f"date,metric,value\n2027-05-15,{row}\n"
        assert review(plan_of(tmp_path, records=records), "midpoint").hypotheses[0].outcome == outcome
    before = "date,metric,value\n2027-03-31,form-rate,3%\n2027-05-15,leads,3\n"
    assert review(plan_of(tmp_path, records=before), "midpoint").hypotheses[0].outcome == "unmeasured"
    summed = plan_of(tmp_path, PLAN.replace("unit: rate, kind: stock", "unit: forms, kind: flow"))
    assert review(summed, "midpoint").hypotheses[0].outcome == "sum"


def test_what_is_proposed_beside_what_is_written(tmp_path: Path) -> None:
    points = review(plan_of(tmp_path), "midpoint").points
    assert points.strengths == ("Letters are read",)
    assert [(said.key, said.fields.get("goal") or said.fields.get("tactic")) for said in points.proposed_strengths] == [
        ("goal_ahead", "list"),
        ("tactic_ahead", "letters"),
    ]
    weak = [(said.key, said.fields.get("goal") or said.fields.get("tactic")) for said in points.proposed_weaknesses]
    assert (
        weak[0] == ("goal_behind_by", "sales") and ("tactic_behind", "ads") in weak and ("tactic_silent", "van") in weak
    )
    stops = {said.fields["tactic"]: said.fields["money"] for said in points.proposed_changes if said.key == "stop"}
    assert stops == {"ads": 2_000, "gifts": 1_000}
    assert [said.key for said in points.proposed_insights] == ["learned_partly"]


def test_a_plan_without_records_is_reviewed_by_what_is_written(tmp_path: Path) -> None:
    plan = checked(PLAN.replace("  actuals: actuals.csv\n", "")).usable
    assert plan is not None
    found = review(plan, "midpoint")
    assert found.status is None and verdicts(found)["gifts"] == "stop" and verdicts(found)["ads"] is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("budget: 20_000", "budget: 21_000", [("changed", ("budget",), 20_000, 21_000)]),
        ("end: 2027-06-20, budget: 3_000", "end: 2027-06-25, budget: 3_000", [("changed", ("tactics", "fair", "end"), "2027-06-20", "2027-06-25")]),
        ("contributes: {leads: 182}}\n  calls", "contributes: {leads: 190}}\n  calls", [("changed", ("tactics", "ads", "contributes", "leads"), 182, 190)]),
        ("  jo: {name: Jo, role: Demand}", "  jo: {name: Jo}", [("removed", ("organization", "people", "jo", "role"), "Demand", None)]),
        ("{name: Leads, unit: leads, kind: flow}", "{name: Leads, unit: leads, kind: flow, source: CRM}", [("added", ("metrics", "leads", "source"), None, "CRM")]),
        ("20_000", "20000", []),
        ("# nothing", "# nothing", []),
    ],
)  # fmt: skip
def test_changes(old: str, new: str, told: list[object]) -> None:
    text = PLAN + "# nothing\n"
    assert old in text
    was, now = checked(text).plan, checked(text.replace(old, new, 1)).plan
    assert was is not None and now is not None
    assert [(one.kind, one.path, one.before, one.after) for one in changes(was, now)] == told


def test_members_come_and_go() -> None:
    was, now = checked(PLAN).plan, checked(PLAN.replace("  gifts: {", "  presents: {")).plan
    assert was is not None and now is not None
    assert [(one.kind, one.path) for one in changes(was, now)] == [
        ("added", ("tactics", "presents")),
        ("removed", ("tactics", "gifts")),
    ]
