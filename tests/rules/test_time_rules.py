"""What the rules about a funnel in time do beyond their pages."""

from datetime import date
from typing import Any

import pytest

from roadmapctl.diagnostics import dotted
from roadmapctl.rules.rule import Finding
from tests.rules.test_funnel_rules import funnel
from tests.rules.test_tactic_rules import findings, plan

LEADS = {"id": "lead", "rate": "10%"}
SEASON = {"Q1": 1, "Q2": 1, "Q3": 1, "Q4": 1}


def of(code: str, *, period: Any = 2027, **parts: Any) -> list[Finding]:
    return findings(code, plan(**{**funnel(**parts), "period": period}))


def stages(lag: Any, in_hand: int = 0, **more: Any) -> list[dict[str, Any]]:
    return [LEADS, {"id": "deal", "rate": "20%", "lag": lag, "in_hand": in_hand, **more}, {"id": "customer"}]


# --- RM850


def test_the_lowest_stage_that_lacks_units_is_told() -> None:
    [finding] = of("RM850", stages=stages("3mo", 25), seasonality=SEASON)
    assert (dotted(finding.path), finding.key) == ("funnel.stages.deal", True)
    # 25 deals of the first quarter need 125 opportunities; 25 are in hand.
    assert finding.fields == {
        "stage": "deal",
        "short": 100,
        "deals": 20,
        "start": date(2027, 1, 1),
        "last": date(2027, 9, 30),
    }


def test_a_stage_above_is_told_where_those_below_have_enough() -> None:
    lagging = [{**LEADS, "lag": "2mo"}, *stages("1mo", 50)[1:]]
    [finding] = of("RM850", stages=lagging, seasonality=SEASON)
    # Fifty opportunities are the first ten of the quarter's 25 deals; leads for the others had to be there too.
    assert (finding.fields["stage"], finding.fields["deals"]) == ("lead", 15)


@pytest.mark.parametrize(
    "parts",
    [
        {"stages": stages("3mo"), "seasonality": {}},  # nobody says when deals are due
        {"stages": stages("3mo", 125), "seasonality": SEASON},  # all in hand
        {"stages": stages("3mo", 101), "seasonality": SEASON},  # five deals of a hundred
        {"stages": stages(None), "seasonality": SEASON},
        {"stages": stages("13mo"), "seasonality": SEASON},  # RM807
        {"stages": stages("3mo"), "seasonality": SEASON, "period": {"start": "2027-01-01", "end": "2227-01-01"}},
        {"stages": [LEADS, {"id": "deal", "rate": 0, "lag": "3mo"}, {"id": "customer"}], "seasonality": SEASON},
    ],
)
def test_no_word_about_deals_that_are_not_late(parts: dict[str, Any]) -> None:
    assert of("RM850", **parts) == []


def test_a_lag_that_varies_counts_by_its_median() -> None:
    [finding] = of("RM850", stages=stages({"p50": "31d", "p90": "200d"}), seasonality=SEASON)
    assert finding.fields["short"] == 42  # a month's


# --- RM851


def team(**parts: Any) -> dict[str, Any]:
    return {"teams": {"sdr": {"works": "lead", "people": 3, "handles": "100 per month", **parts}}}


def test_what_still_waits_at_the_end_and_who_would_be_enough() -> None:
    [finding] = of("RM851", **team(ramp=["50%"]))
    assert dotted(finding.path) == "funnel.teams.sdr"
    assert finding.fields == {
        "teams": ("sdr",), "stage": "lead", "capacity": 3600, "demand": 5000, "left": 1400, "period": "2027",
    }  # fmt: skip
    assert finding.help is not None
    assert finding.help.fields == {"people": 2, "team": "sdr", "by": date(2026, 12, 1)}


def test_a_peak_that_is_worked_off_is_no_finding_and_one_at_the_end_is() -> None:
    assert of("RM851", **team(people=5), seasonality={"01": 3}) == []
    [finding] = of("RM851", **team(people=5), seasonality={"12": 3})
    assert finding.fields["left"] == round(5000 * 3 / 14 - 500)


def test_nobody_can_be_hired_for_work_that_nobody_does() -> None:
    [finding] = of("RM851", **team(handles="0 per month"))
    assert (finding.fields["left"], finding.help) == (5000, None)


def test_quotas_too_small_for_the_target() -> None:
    reps = {
        "east": {"works": "deal", "people": 1, "quota": "40k per year"},
        "west": {"works": "deal", "people": 1, "quota": "20k per year"},
    }
    [finding] = of("RM851", teams=reps)
    assert (finding.fields["teams"], finding.fields["capacity"], finding.fields["left"]) == (
        ("east", "west"),
        60_000,
        40_000,
    )
    assert finding.help is not None
    assert finding.help.fields["people"] == 1


def test_no_teams_no_words() -> None:
    assert of("RM851") == of("RM851", teams={"sdr": {"works": "lead", "people": 0}}) == []


# --- RM852


def events(capacity: str, **parts: Any) -> dict[str, Any]:
    event = {"feeds": "deal", "event": {"audience": 50, "rate": "10%"}, "capacity": capacity}
    return {"stages": stages("6mo", 0), "sources": {"webinar": event}, **parts}


def test_what_finds_no_room_in_time() -> None:
    # 500 opportunities take 100 webinars, all of them by the end of June.
    [finding] = of("RM852", **events("9 per month"))
    assert dotted(finding.path) == "funnel.sources.webinar.capacity"
    assert finding.fields == {"source": "webinar", "unplaced": 46, "all": 100, "last": date(2027, 6, 30)}
    assert finding.help is not None
    assert finding.help.fields["enough"] == "17 per month"
    assert of("RM852", **events("17 per month")) == []


def test_what_the_whole_period_cannot_carry_is_another_finding() -> None:
    assert of("RM852", **events("8 per month")) == []
    assert len(of("RM808", **events("8 per month"))) == 1
    assert len(of("RM808", **events("0 per month"))) == 1
