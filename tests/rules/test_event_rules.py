"""Rules about events, beyond their pages: what they count, where they stop, and to what they give way."""

import pytest

from tests.analysis.programme.plans import EVENTS
from tests.plans import checked, mend, sentence


def findings(tactics: str, *codes: str, text: str = EVENTS, methods: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(code, path) of the findings of these codes."""
    found = checked(f"{text}tactics:\n{tactics}", methods=methods).diagnostics
    return [(d.code, ".".join(map(str, d.path))) for d in found if d.code in codes]


@pytest.mark.parametrize(("leads_to", "found"), [("lead", True), ("sql", False), ("opportunity", False)])
def test_a_call_that_leads_back(leads_to: str, found: bool) -> None:
    tactics = f"  t: {{event: {{format: webinar, cta: {{action: come, leads_to: {leads_to}}}}}}}\n"
    assert findings(tactics, "RM640") == ([("RM640", "tactics.t.event.cta.leads_to")] if found else [])


def test_the_mend_of_a_call_names_the_stages_it_may_lead_to() -> None:
    text = f"{EVENTS}tactics: {{t: {{event: {{cta: {{action: come, leads_to: lead}}}}}}}}\n"
    (one,) = (d for d in checked(text).diagnostics if d.code == "RM640")
    assert mend(one) == "lead them to sql / opportunity"
    assert sentence(one, "zh") == "t 的观众已进入 sql，行动号召却把他们带回 Contact"


@pytest.mark.parametrize(
    ("event", "claimed", "found"),
    [
        ("format: webinar", 22, False),  # 100 × 20% = 20, and a tenth more
        ("format: webinar", 23, True),
        ("format: webinar, events: 4", 88, False),
        ("format: webinar, events: 4", 89, True),
        ("tier: group, format: webinar", 66, False),  # 600 × 10% = 60
        ("tier: group, format: webinar", 67, True),
    ],
)
def test_a_claim_beyond_audience_and_rate(event: str, claimed: int, found: bool) -> None:
    tactics = f"  t: {{contributes: {{sqls: {claimed}}}, event: {{{event}}}}}\n"
    assert findings(tactics, "RM643") == ([("RM643", "tactics.t.contributes.sqls")] if found else [])


def test_a_claim_says_how_many_events_would_do() -> None:
    text = f"{EVENTS}tactics: {{t: {{contributes: {{sqls: 90}}, event: {{format: webinar}}}}}}\n"
    (one,) = (d for d in checked(text).diagnostics if d.code == "RM643")
    assert sentence(one) == "t contributes 90 sql; 1 × 100 people at 20% bring 20"
    assert "events: 5 would do" in mend(one) and "events: 5 即可" in mend(one, "zh")


def test_a_rate_that_makes_the_funnel_dearer_than_the_budget_is_told_there() -> None:
    slip = EVENTS.replace("period: 2027\n", "period: 2027\nbudget: 100_000\n").replace("rate: 20%", "rate: 2%")
    tactics = "  t: {contributes: {sqls: 20}, event: {format: webinar}}\n"
    assert findings(tactics, "RM643", "RM815", text=slip) == [("RM815", "funnel.sources.webinar.event.cost")]


WANTED = "  a: {event: {tier: group, format: webinar, events: 2, date: 2027-03-18}}\n"


@pytest.mark.parametrize(
    ("webinars", "found"),
    [
        (14, False),
        (13, True),
    ],  # 400 SQLs: 2 × 60 by the summits, 14 × 20 by webinars that stand in for the round tables
)
def test_fewer_events_than_the_funnel_takes(webinars: int, found: bool) -> None:
    tactics = f"{WANTED}  b: {{event: {{format: webinar, events: {webinars}, date: 2027-05-03}}}}\n"
    expected = [("RM644", "funnel.sources.webinar.event")] if found else []
    assert findings(tactics, "RM644", methods=("events",)) == expected
    assert findings(tactics, "RM644") == []  # nobody asks


def test_events_after_the_last_useful_day_do_not_count() -> None:
    text = EVENTS.replace("{id: sql, rate: 50%}", "{id: sql, rate: 50%, lag: 60d}")
    early, late = (
        "  b: {event: {format: webinar, events: 14, date: 2027-" + day + "}}\n" for day in ("05-03", "11-20")
    )
    assert findings(WANTED + early, "RM644", text=text, methods=("events",)) == []
    (one,) = (
        d for d in checked(f"{text}tactics:\n{WANTED}{late}", methods=("events",)).diagnostics if d.code == "RM644"
    )
    assert sentence(one) == "2 events of webinar are planned in time, bringing 120 of 400 sql; 14 more are missing"


def test_a_source_that_holds_no_events_is_told_with_those_that_do() -> None:
    text = EVENTS.replace("    webinar:\n", "    search: {feeds: sql, share: 20%}\n    webinar:\n      share: 80%\n")
    text += "tactics: {t: {event: {source: search}}}\n"
    (one,) = (d for d in checked(text).diagnostics if d.code == "RM645")
    assert mend(one) == "name one that does: webinar"
    assert findings("  t: {event: {source: nobody}}\n", "RM645", "RM030") == [("RM030", "tactics.t.event.source")]


@pytest.mark.parametrize("fields", [4, 5])
def test_few_fields_are_four(fields: int) -> None:
    found = findings(f"  t: {{event: {{form_fields: {fields}}}}}\n", "RM641", methods=("events",))
    assert found == ([("RM641", "tactics.t.event.form_fields")] if fields > 4 else [])


def test_a_rate_that_all_events_contradict_is_told_once() -> None:
    text = EVENTS.replace("rate: 20%", "rate: 2%")
    tactics = "  a: {contributes: {sqls: 20}, event: {format: webinar}}\n  b: {contributes: {sqls: 40}, event: {format: webinar, events: 2}}\n"
    assert findings(tactics, "RM643", text=text) == [("RM643", "funnel.sources.webinar.event.rate")]
    one_fits = tactics + "  c: {contributes: {sqls: 2}, event: {format: webinar}}\n"
    assert [path for _, path in findings(one_fits, "RM643", text=text)] == ["tactics.a.contributes.sqls", "tactics.b.contributes.sqls"]  # fmt: skip
    small = "".join(
        f"  {id}: {{contributes: {{sqls: 9}}, event: {{tier: partner, format: roundtable}}}}\n" for id in "abcd"
    )
    (tier,) = (
        d
        for d in checked(f"{EVENTS.replace('audience: 20,', 'audience: 2,')}tactics:\n{small}").diagnostics
        if d.code == "RM643"
    )
    assert tier.path == ("funnel", "sources", "webinar", "event", "tiers", "roundtable", "rate")
    assert sentence(tier) == "a, b, c, … contributes 36 sql; 4 × 2 people at 50% bring 4"


def test_too_few_events_are_told_only_where_nothing_nearer_is_wrong() -> None:
    tactics = WANTED.replace("2027-03-18", "2028-03-18")
    assert findings(tactics, "RM621", "RM644", methods=("events",)) == [("RM621", "tactics.a.event.date")]
    claiming = "  a: {contributes: {sqls: 300}, event: {tier: group, format: webinar, events: 2}}\n"
    assert findings(claiming, "RM643", "RM644", methods=("events",)) == [("RM643", "tactics.a.contributes.sqls")]
