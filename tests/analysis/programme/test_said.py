"""What the events say: content and its gaps, calls to action, the checklist, reuse, and what they are judged by."""

from datetime import date

import pytest

from roadmapctl.analysis.programme.actions import actions, grades_missing
from roadmapctl.analysis.programme.content import Gap, content
from roadmapctl.analysis.programme.experience import checklist, peaks_nowhere
from roadmapctl.analysis.programme.held import events_of
from roadmapctl.analysis.programme.judged import kind_of, misjudged
from roadmapctl.analysis.programme.reuse import Made, forms_used, reuse_plan
from tests.analysis.programme.plans import EVENTS, programme_of, with_tactics

MESSAGES = "strategy: {messages: {fast: {name: Fast}, safe: {name: Safe}}}\n"


def test_gaps_are_the_empty_cells_worst_first() -> None:
    plan = with_tactics(
        "  a: {event: {stage: aware, message: fast, content: hero}}\n"
        "  b: {event: {stage: buy, message: fast, content: hub, events: 3}}\n"
        "  c: {event: {stage: buy, message: safe, content: hub}}\n"
        "  d: {event: {stage: compare, content: hub}}\n",
        EVENTS + MESSAGES,
    )
    found = content(plan)
    assert {key: [one.id for one in cell] for key, cell in found.cells.items()} == {
        ("aware", "fast"): ["a"],
        ("buy", "fast"): ["b"],
        ("buy", "safe"): ["c"],
    }
    # No event speaks to consider and buy-again; one message is carried by one event, the other by four.
    assert found.gaps == (
        Gap("consider", "safe"),
        Gap("buy-again", "safe"),
        Gap("consider", "fast"),
        Gap("buy-again", "fast"),
        Gap("aware", "safe"),
        Gap("compare", "safe"),
        Gap("compare", "fast"),
    )
    assert [one.id for one in found.unplaced] == ["d"]
    assert (found.at("buy"), found.of_tier("hub"), found.of_tier("hygiene")) == (4, 5, 0)


@pytest.mark.parametrize(
    ("leads_to", "step"), [("lead", "back"), ("sql", "enters"), ("opportunity", "next"), ("customer", "ahead")]
)
def test_where_a_call_to_action_leads(leads_to: str, step: str) -> None:
    plan = with_tactics(f"  t: {{event: {{cta: {{action: come, leads_to: {leads_to}}}}}}}\n")
    (action,) = actions(plan)
    assert (action.feeds, action.leads_to, action.step) == ("sql", leads_to, step)


def test_calls_that_are_not_said() -> None:
    plan = with_tactics("  a: {event: {format: webinar}}\n  b: {event: {cta: {action: come}}}\n")
    assert [(one.call, one.leads_to, one.step) for one in actions(plan)] == [(None, None, None), ("come", None, None)]


def test_grades_that_others_follow_up() -> None:
    plan = with_tactics(
        "  a: {event: {follow_up: {a: a call, b: a mail}}}\n  b: {event: {follow_up: {a: a call}}}\n  c: {event: {}}\n"
    )
    assert [(held.id, grades) for held, grades in grades_missing(plan)] == [("b", ("b",)), ("c", ("a", "b"))]


def test_the_checklist() -> None:
    plan = with_tactics(
        "  a: {event: {peaks: [glory], interaction: [poll], form_fields: 4, known_guests: walk-in}}\n"
        "  b: {event: {form_fields: 5, known_guests: sign-up-again}}\n"
        "  c: {event: {}}\n"
    )
    a, b, c = checklist(plan)
    assert (a.fulfilled, a.open) == (4, ())
    assert b[1:] == (None, None, False, False) and b.fulfilled == 0
    assert c.open == ("immersive", "interactive", "few_fields", "walk_in")
    assert peaks_nowhere(plan) == ("belonging", "connection", "delight")


def test_pieces_are_dated_from_a_single_event() -> None:
    plan = with_tactics(
        "  a: {event: {date: 2027-03-18, reuse: {replay: +1d, clips: +2w, hub-page: +1mo, 行业白皮书: +3h}}}\n"
        "  b: {event: {date: 2027-04-01, events: 3, reuse: {replay: +1d}}}\n"
        "  c: {event: {date: 2027-05-01, reuse: [article, 回放]}}\n"
        "  d: {event: {}}\n"
    )
    rows = {one.held.id: one for one in reuse_plan(plan, programme_of(plan))}
    assert rows["a"].pieces == {
        "replay": Made("+1d", date(2027, 3, 19)),
        "clips": Made("+2w", date(2027, 4, 1)),
        "hub-page": Made("+1mo", date(2027, 4, 18)),
        "行业白皮书": Made("+3h", date(2027, 3, 18)),
    }
    assert rows["a"].missing == ("article",)
    assert rows["b"].pieces == {"replay": Made("+1d", None)}  # a day after each of them
    assert rows["c"].pieces["article"] == Made(None, None)
    assert rows["c"].has_replay and "replay" not in rows["c"].missing
    assert not rows["d"].has_replay and rows["d"].missing == ("replay", "clips", "article", "hub-page")
    # 100 attend one of 100 / 40% registrants: 150 do not, three times as many of three events.
    assert (rows["a"].no_shows, rows["b"].no_shows) == (150, 450)
    assert forms_used(tuple(rows.values())) == ("replay", "clips", "article", "hub-page", "行业白皮书", "回放")


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        ("tier: group, judged_by: [registrations]", False),
        ("tier: group, judged_by: [registrations, sqls]", False),
        ("tier: group, judged_by: [sqls]", True),
        ("tier: unit, judged_by: [sqls]", False),
        ("tier: partner, judged_by: [registrations]", True),
        ("tier: group, judged_by: [revenue]", False),  # neither the one nor the other
        ("tier: group", False),
        ("judged_by: [sqls]", False),
    ],
)
def test_judged_by_what_its_tier_is(event: str, wrong: bool) -> None:
    plan = with_tactics(f"  t: {{event: {{{event}}}}}\n")
    assert misjudged(plan, events_of(plan)[0]) == wrong
    assert [kind_of(plan, id_) for id_ in ("sqls", "registrations", "revenue", "none")] == [
        "leads",
        "exposure",
        None,
        None,
    ]
