"""Which source of the funnel, and which of its sizes, an event is of."""

from datetime import date

import pytest

from roadmapctl.analysis.programme.held import after, events_of
from roadmapctl.analysis.programme.matching import event_sources, source_of, tier_of
from tests.analysis.programme.plans import EVENTS, with_tactics

TWO = EVENTS.replace("  sources:\n    webinar:\n", "  sources:\n    fair: {feeds: sql, share: 30%, event: {audience: 400, rate: 5%, format: trade-show}}\n    search: {feeds: sql, share: 20%}\n    webinar:\n      share: 50%\n")  # fmt: skip


@pytest.mark.parametrize(
    ("event", "source"),
    [
        ("format: webinar", "webinar"),
        ("format: trade-show", "fair"),
        ("format: fair", "fair"),
        ("format: roundtable", "webinar"),  # the id of a tier
        ("source: fair, format: webinar", "fair"),
        ("source: search, format: webinar", None),
        ("format: dinner", None),  # two sources hold events
    ],
)
def test_the_source_by_name_or_format(event: str, source: str | None) -> None:
    plan = with_tactics(f"  t: {{event: {{{event}}}}}\n", TWO)
    (held,) = events_of(plan)
    assert source_of(plan, held) == source


def test_the_channel_says_it_too_and_the_only_source_takes_all() -> None:
    by_channel = with_tactics("  t: {channel: fair, event: {format: dinner}}\n", TWO)
    assert source_of(by_channel, events_of(by_channel)[0]) == "fair"
    only = with_tactics("  t: {event: {format: dinner}}\n")
    assert source_of(only, events_of(only)[0]) == "webinar"


@pytest.mark.parametrize(
    ("contributes", "source"),
    [
        ("", "webinar"),
        ("sqls: 5", "webinar"),
        ("revenue: 9, sqls: 5", "webinar"),
        ("revenue: 9", None),
        ("registrations: 9", None),
    ],
)
def test_the_only_source_takes_no_event_that_brings_something_else(contributes: str, source: str | None) -> None:
    plan = with_tactics(f"  t: {{contributes: {{{contributes}}}, event: {{format: dinner}}}}\n")
    assert source_of(plan, events_of(plan)[0]) == source


@pytest.mark.parametrize(
    ("event", "tier"),
    [
        ("tier: group", "group"),
        ("tier: group, format: online-summit", "group"),
        ("tier: partner, format: webinar", ""),  # the tier's id is its format where it says who holds it
        ("tier: partner, format: roundtable", ""),
        ("tier: unit", ""),
        ("format: webinar", ""),
    ],
)
def test_the_tier_by_who_holds_it_and_its_format(event: str, tier: str) -> None:
    text = EVENTS.replace("tier: partner, events: 3", "tier: partner, format: dinner, events: 3")
    plan = with_tactics(f"  t: {{event: {{{event}}}}}\n", text)
    (held,) = events_of(plan)
    assert tier_of(held.event, event_sources(plan)["webinar"]) == tier


def test_a_tier_that_says_more_comes_first() -> None:
    text = EVENTS.replace(
        "          roundtable:",
        "          flagship: {tier: group, format: trade-show, events: 1, audience: 900, rate: 5%}\n          roundtable:",
    )
    plan = with_tactics("  t: {event: {tier: group, format: trade-show}}\n", text)
    assert tier_of(events_of(plan)[0].event, event_sources(plan)["webinar"]) == "flagship"


def test_events_after_the_last_useful_day() -> None:
    plan = with_tactics(
        "  a: {end: 2027-12-31, event: {date: 2027-11-01, events: 6, format: webinar}}\n"
        "  b: {event: {date: 2027-12-02, format: webinar}}\n  c: {event: {format: webinar}}\n"
    )
    a, b, c = events_of(plan)
    # 61 days, 30 of them up to 30 November: three of six lie behind it
    assert [after(held, date(2027, 11, 30)) for held in (a, b, c)] == [3, 1, 0]
    assert [after(held, None) for held in (a, b, c)] == [0, 0, 0]
    assert [after(held, date(2027, 10, 31)) for held in (a, b, c)] == [6, 1, 0]
