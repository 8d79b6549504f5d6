"""What the tactic rules do beyond their pages: rings, long chains, budgets, dates, channels."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.people.at_once import most_at_once
from roadmapctl.diagnostics import dotted
from roadmapctl.model import Plan
from roadmapctl.rules.engine import catalogue
from roadmapctl.rules.rule import Finding
from roadmapctl.rules.tactics.waiting import knots, rings, waits_of
from tests.plans import SMALL, checked, edited, found, mend, sentence

RULES = catalogue()


def plan(**parts: Any) -> Plan:
    return Plan.model_validate({"roadmap": 1, "name": "Spring", "period": 2027, **parts})


def findings(code: str, subject: Plan) -> list[Finding]:
    check = RULES[code].check
    assert check is not None
    return list(check(subject))


def places(code: str, subject: Plan) -> list[str]:
    return [dotted(finding.path) for finding in findings(code, subject)]


def waiting(**after: list[str]) -> Plan:
    return plan(tactics={id: {"after": others} for id, others in after.items()})


# --- rings and chains


def test_a_ring_is_told_once_with_the_way_round() -> None:
    [finding] = findings("RM612", waiting(a=["x", "c"], b=["a"], c=["b"], x=[]))
    assert (dotted(finding.path), finding.fields["ring"]) == ("tactics.a.after.1", "a → c → b → a")
    assert [dotted(path) for path, _ in finding.related] == ["tactics.c.after.0", "tactics.b.after.0"]


def test_two_rings_joined_by_a_chain_are_two() -> None:
    subject = waiting(a=["b", "c"], b=["a"], c=["d"], d=["e"], e=["d"], f=["a"])
    assert [finding.fields["ring"] for finding in findings("RM612", subject)] == ["a → b → a", "d → e → d"]


def test_waiting_for_oneself_is_told_beside_the_ring_one_is_in() -> None:
    subject = waiting(a=["a", "b"], b=["a"])
    assert places("RM612", subject) == ["tactics.a.after.0", "tactics.a.after.1"]


def test_what_does_not_exist_is_no_part_of_a_ring() -> None:
    assert findings("RM612", waiting(a=["nobody"], b=["a"])) == []


def test_a_long_ring_is_printed_without_its_middle() -> None:
    subject = waiting(**{f"t{i}": [f"t{(i + 1) % 9}"] for i in range(9)})
    [finding] = findings("RM612", subject)
    assert finding.fields["ring"] == "t0 → t1 → t2 → … → t7 → t8 → t0"


def test_dates_of_a_ring_are_not_blamed_too() -> None:
    text = edited("    start: 2027-01-04\n", "    start: 2027-01-04\n    after: [webinars]\n")
    assert [code for code, _, _ in found(text)] == ["RM612"]


class Counting(dict[str, tuple[str, ...]]):
    """Counts how often it is asked."""

    asked = 0

    def __getitem__(self, key: str) -> tuple[str, ...]:
        self.asked += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_of_ten_thousand_takes_a_few_looks_at_each(closed: bool) -> None:
    number = 10_000
    waits = Counting({f"t{i}": (f"t{i - 1}",) if i or closed else () for i in range(number)})
    if closed:
        waits["t0"] = (f"t{number - 1}",)
    found_rings = list(rings(waits, knots(waits)))
    assert waits.asked <= 4 * number
    assert [len(ring) for ring in found_rings] == ([number] if closed else [])


def test_ten_thousand_tactics_that_wait_for_each_other_in_pairs() -> None:
    subject = waiting(**{f"t{i}": [f"t{i ^ 1}"] for i in range(10_000)})
    assert len(findings("RM612", subject)) == 5_000


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.frozensets(st.sampled_from("abcdefgh")), min_size=1))
def test_knots_are_those_of_mutual_reach(after: dict[str, frozenset[str]]) -> None:
    waits = waits_of(waiting(**{id: sorted(others) for id, others in after.items()}))
    reach = {id: set(_reach(id, waits)) for id in waits}
    knot = knots(waits)
    for a in waits:
        for b in waits:
            assert (knot[a] == knot[b]) == (a == b or (a in reach[b] and b in reach[a]))
    for ring in rings(waits, knot):
        for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
            assert there in waits[here]


def _reach(id: str, waits: Any) -> Iterator[str]:
    seen: set[str] = set()
    todo = list(waits[id])
    while todo:
        other = todo.pop()
        if other not in seen:
            seen.add(other)
            yield other
            todo += waits[other]


# --- dates


def test_of_several_late_predecessors_the_last_to_end_is_named() -> None:
    ends = {"a": "2027-02-01", "b": "2027-03-01", "c": "2027-01-05"}
    tactics: dict[str, Any] = {id: {"end": end} for id, end in ends.items()}
    [finding] = findings("RM611", plan(tactics={**tactics, "d": {"start": "2027-01-10", "after": list("abc")}}))
    assert (finding.fields["other"], finding.fields["end"]) == ("b", date(2027, 3, 1))
    assert [dotted(path) for path, _ in finding.related] == ["tactics.b.end", "tactics.a.end"]


def test_a_handover_on_the_same_day_is_fine() -> None:
    tactics = {"a": {"end": "2027-02-01"}, "b": {"start": "2027-02-01", "after": ["a"]}}
    assert findings("RM611", plan(tactics=tactics)) == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-12-31", "2028-01-01", ["tactics.a.start", "tactics.a.end"]),
        ("2026-02-01", "2026-03-01", ["tactics.a.start"]),
        ("2028-02-01", "2028-03-01", ["tactics.a.start"]),
        ("2027-01-01", "2027-12-31", []),
    ],
)
def test_days_on_one_side_of_the_period_are_one_slip(start: str, end: str, expected: list[str]) -> None:
    assert places("RM607", plan(tactics={"a": {"start": start, "end": end}})) == expected


@pytest.mark.parametrize(("start", "expected"), [("2027-03-24", ["tactics.a.end"]), ("2027-03-25", [])])
def test_a_week_up_to_the_milestone_needs_no_slack(start: str, expected: list[str]) -> None:
    tactic = {"milestone": "m", "start": start, "end": "2027-03-31"}
    assert places("RM617", plan(milestones={"m": {"date": "2027-03-31"}}, tactics={"a": tactic})) == expected


DAYS = st.dates(date(2027, 1, 1), date(2027, 2, 15))


@given(st.lists(st.tuples(DAYS, DAYS), max_size=12))
def test_most_at_once_is_the_fullest_day(spans: list[tuple[date, date]]) -> None:
    days = {day for span in spans for day in span}
    counts = {day: sum(start <= day <= end for start, end in spans) for day in days}
    count, day = most_at_once(spans)
    assert count == max(counts.values(), default=0)
    assert count == 0 or counts[day] == count


# --- money and contributions


def test_budgets_are_added_up_exactly() -> None:
    tactics = {f"t{i}": {"budget": "0.1"} for i in range(10)}
    assert findings("RM601", plan(budget=1, tactics=tactics)) == []
    [finding] = findings("RM601", plan(budget="0.99", tactics=tactics))
    assert str(finding.fields["excess"]) == "1/100"


def test_one_tactic_that_takes_more_than_all_is_pointed_at() -> None:
    text = edited("budget: 5_000", "budget: 50_000")
    [diagnostic] = checked(text).diagnostics
    assert (diagnostic.code, dotted(diagnostic.path)) == ("RM601", "tactics.webinars.budget")
    assert sentence(diagnostic) == "the tactics' budgets add up to 53,000, 43,000 more than the plan's budget of 10,000"
    assert mend(diagnostic, "zh") == "仅 webinars 一项就需要 50,000，而计划预算为 10,000：请缩减它，或提高计划预算"


def test_an_unreadable_budget_does_not_make_the_sum_wrong() -> None:
    text = edited("budget: 3_000", "budget: lots").replace("budget: 5_000", "budget: 50_000")
    assert [code for code, _, _ in found(text)] == ["RM021"]


def test_contributions_to_a_stock_start_from_the_baseline() -> None:
    [diagnostic] = checked(edited("contributes: {readers: 300}", "contributes: {readers: 250}")).diagnostics
    assert sentence(diagnostic) == "launch needs 400 of readers; its tactics bring 350, 50 too little"
    assert found(SMALL) == []


def test_shares_are_said_in_per_cent_and_less_may_be_better() -> None:
    subject = plan(
        metrics={"churn": {"unit": "rate", "kind": "stock", "better": "down"}},
        goals={"keep": {"metric": "churn", "baseline": "5%", "target": "4%"}},
        milestones={"m": {"metric": "churn", "target": "4%", "goal": "keep"}},
        tactics={"a": {"milestone": "m", "contributes": {"churn": "-0.25%"}}},
    )
    [finding] = findings("RM610", subject)
    assert [finding.fields[key] for key in ("need", "given", "short")] == ["1%", "0.25%", "0.75%"]


def test_a_direction_that_cannot_be_read_raises_no_false_alarm() -> None:
    text = edited("kind: stock}", "kind: stock, better: downn}").replace("target: 4_400", "target: 9_000")
    assert [code for code, _, _ in found(text)] == ["RM014"]


# --- channels


def test_channels_are_only_asked_about_where_segments_state_them() -> None:
    tactics = {"a": {"channel": "webinars", "segment": "x"}}
    bare = {"segments": {"x": {"who": "Heads of IT"}}}
    stated = {"segments": {"x": {"who": "Heads of IT"}, "y": {"channels": ["webinar"]}}}
    assert findings("RM619", plan(market=bare, tactics=tactics)) == []
    [finding] = findings("RM619", plan(market=stated, tactics=tactics))
    assert finding.help is not None and finding.help.fields["likely"] == "webinar"
    assert findings("RM620", plan(market=stated, tactics={"a": {"channel": "webinar", "segment": "x"}})) == []


def test_a_contribution_that_cannot_be_read_is_not_called_missing() -> None:
    text = """\
roadmap: 1
name: Spring
framework: [seven-step]
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
tactics:
  beta: {start: 2027-01-15, end: 2027-03-20, contributes: {sign-ups: many}}
"""
    told = {diagnostic.code for diagnostic in checked(text).diagnostics}
    assert "RM021" in told
    assert "RM616" not in told


def test_who_has_no_time_for_the_plan_owns_too_much_with_one_tactic() -> None:
    people = {"lin": {"name": "Lin Mei", "capacity": "0%"}}
    one = {"ads": {"owner": "lin", "start": "2027-01-04", "end": "2027-02-04"}}
    [finding] = findings("RM618", plan(tactics=one, organization={"people": people}))
    assert finding.help is not None
    assert "0%" in finding.help.en
    people["lin"]["capacity"] = "10%"
    assert findings("RM618", plan(tactics=one, organization={"people": people})) == []
