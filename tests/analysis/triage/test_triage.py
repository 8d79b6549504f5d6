"""Requests held against a small plan, with numbers worked out by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from roadmapctl.analysis.triage.request import Request, of_idea
from roadmapctl.analysis.triage.shared_words import shared_words
from roadmapctl.analysis.triage.triage import Triage, triage
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Score
from roadmapctl.project import check
from tests.analysis.review.example import written
from tests.plans import checked

PLAN = """\
roadmap: 1
name: Spring
currency: USD
period: 2027-Q1
budget: 20_000
market:
  segments:
    makers: {status: target, channels: [webinar, email]}
metrics:
  readers: {name: Readers, unit: people, kind: stock}
  leads: {name: Leads, unit: leads, kind: flow}
  complaints: {name: Complaints, unit: letters, kind: stock, better: down}
goals:
  list: {metric: readers, baseline: 1_000, target: 2_000, due: 2027-03-31, segment: makers, supports: sales}
  sales: {metric: leads, baseline: 50, target: 400, due: 2027-03-31}
  calm: {metric: complaints, baseline: 90, target: 40, due: 2027-03-31}
focus:
  growth: {goals: [list]}
strategy:
  statement: Let workshops teach workshops to quote in minutes.
  journey: [{from: email, to: webinar, how: a seat in every letter}]
  messages:
    faster: {name: Quote faster, text: Two minutes a quote, segment: makers}
milestones:
  spring: {date: 2027-03-31, goal: list, metric: readers, target: 2_000}
  sold: {date: 2027-03-31, goal: sales, metric: leads, target: 400}
ideas:
  podcast: {name: Workshop podcast, goal: list, segment: makers, budget: 4_000, score: {reach: 800, impact: 2, confidence: 50%, effort: 4}}
  quiz: {name: Quote quiz, score: {reach: 500, impact: 1, confidence: 100%, effort: 1}}
  unscored: {name: Something}
tactics:
  letters: {milestone: spring, owner: mira, channel: email, start: 2027-01-01, end: 2027-03-31, budget: 5_000, contributes: {readers: 600}}
  fair: {milestone: spring, owner: mira, channel: fair, start: 2027-02-01, end: 2027-02-28, budget: 8_000, contributes: {readers: 200}}
  ads: {milestone: sold, owner: jo, channel: search, start: 2027-01-11, end: 2027-03-21, budget: 6_000, contributes: {leads: 300}}
  calls: {milestone: sold, owner: jo, start: 2027-03-22, end: 2027-03-31, after: [ads], budget: 500, contributes: {leads: 120}}
organization:
  people:
    mira: {name: Mira, role: Editor, capacity: 30%}
    jo: {name: Jo, role: Demand}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = checked(PLAN).usable
    assert found is not None
    return found


def request(**fields: object) -> Request:
    """A request for more readers in February."""
    begun = {
        "name": "Clips", "goal": "list", "segment": "makers", "channel": "webinar", "owner": "jo", "budget": Decimal(500),
        "start": date(2027, 2, 1), "end": date(2027, 2, 28), "contributes": {"readers": Decimal(100)},
    }  # fmt: skip
    return Request(**{**begun, **fields})  # type: ignore[arg-type]


def keys(found: Triage) -> list[str]:
    return [reason.key for reason in found.verdict.reasons]


def test_what_it_serves(plan: Plan) -> None:
    serves = triage(plan, request(what="workshops teach by podcast")).grounds.serves
    assert [(link.id, link.of) for link in serves.chain] == [("list", "plan"), ("sales", "plan")]
    assert serves.segment is not None and (serves.segment.status, serves.segment.in_goal) == ("target", None)
    assert serves.strategy.journey == (("email", "webinar"),) and serves.strategy.reaches is True
    assert (serves.strategy.messages, serves.strategy.words) == (("faster",), ("workshops", "teach"))
    assert serves.focus == ("growth",)


def test_a_goal_that_is_not_named_is_known_by_the_metric(plan: Plan) -> None:
    serves = triage(plan, request(goal=None, contributes={"complaints": Decimal(-10)})).grounds.serves
    assert serves.said_by == "metric" and [link.id for link in serves.chain] == ["calm"]
    assert triage(plan, request(goal=None, contributes={})).verdict.kind == "decline"


def test_prices_beside_the_planned(plan: Plan) -> None:
    (one,) = triage(plan, request()).grounds.compared
    assert [(offer.id, offer.per_unit) for offer in one.offers] == [
        (None, Fraction(5)),
        ("letters", Fraction(25, 3)),
        ("fair", Fraction(40)),
    ]
    assert (one.planned, one.gap) == (800, 200) and one.aim is not None and one.aim.way == 1_000


def test_a_flow_asks_for_its_target_and_less_may_be_better(plan: Plan) -> None:
    leads, complaints = triage(
        plan, request(contributes={"leads": Decimal(9), "complaints": Decimal(-10)})
    ).grounds.compared
    assert leads.aim is not None and (leads.aim.way, leads.planned, leads.gap) == (400, 420, 0)
    assert complaints.aim is not None and (complaints.aim.way, complaints.own.amount) == (50, 10)


def test_there_is_money_and_time(plan: Plan) -> None:
    found = triage(plan, request())
    assert found.grounds.money.left == 500 and found.grounds.money.short == 0
    assert found.grounds.hands.owner is not None and (
        found.grounds.hands.owner.running,
        found.grounds.hands.owner.limit,
    ) == (1, 6)
    assert found.verdict.kind == "take" and keys(found) == ["fills", "cheapest", "money_there", "hands_there"]
    assert found.grounds.displacement is None
    assert found.verdict.question.key == "sure_above"
    assert found.verdict.question.fields["least"] == Fraction(500, 40)  # 500 at the fair's 40 a reader


def test_a_covered_goal_does_not_pay_the_highest_price(plan: Plan) -> None:
    found = triage(plan, request(goal="sales", contributes={"leads": Decimal(5)}))
    assert found.verdict.kind == "park" and "covered" in keys(found)
    assert found.verdict.question.key == "cheaper" and found.verdict.question.fields["cost"] == 100  # 5 leads at 20


def test_it_takes_the_place_of_the_cheapest_loss(plan: Plan) -> None:
    """1,500 are missing. The fair (a fifth of the way of `list`) gives 8,000; the letters three fifths; the calls only 500."""
    found = triage(plan, request(budget=Decimal(2_000), contributes={"readers": Decimal(300)}))
    given = found.grounds.displacement
    assert given is not None and [one.id for one in given.tactics] == ["fair"] and given.proved
    assert (given.loss, given.gain, given.before, given.after) == (
        Fraction(1, 5), Fraction(3, 10), Fraction(1, 5), Fraction(1, 10),
    )  # fmt: skip
    assert found.verdict.kind == "swap" and keys(found)[-1] == "closer"
    assert (
        found.verdict.question.fields["least"] == 200
    )  # then as much is missing as now, and as much is gained as lost


def test_a_tactic_falls_with_what_it_waits_for(plan: Plan) -> None:
    wanted = request(goal="list", budget=Decimal(6_000), contributes={"readers": Decimal(900)}, owner=None)
    without = plan.model_copy(
        update={"tactics": {k: v for k, v in plan.tactics.items() if k not in ("fair", "letters")}}
    )
    poor = without.model_copy(update={"budget": Decimal(6_500)})
    given = triage(poor, wanted, date(2027, 1, 1)).grounds.displacement
    assert given is not None and [one.id for one in given.tactics] == ["ads", "calls"]


def test_only_days_to_come_can_be_given_up(plan: Plan) -> None:
    """On 22 February 28 of the ads' 70 days are left; of the fair one week of four; what is over is over."""
    found = triage(plan, request(), date(2027, 2, 22))
    parts = {one.id: (one.part, one.money) for one in found.grounds.candidates.known}
    assert parts == {
        "letters": (Fraction(38, 90), Fraction(5_000 * 38, 90)),
        "fair": (Fraction(1, 4), 2_000),
        "ads": (Fraction(2, 5), 2_400),
        "calls": (1, 500),
    }
    assert {one.id for one in triage(plan, request(), date(2027, 3, 25)).grounds.candidates.known} == {
        "letters",
        "calls",
    }


def test_hands_that_are_full(plan: Plan) -> None:
    """Three tenths of Mira's time are for two tactics; in February she has two, in January and March one."""
    found = triage(plan, request(owner="mira"))
    owner = found.grounds.hands.owner
    assert owner is not None and (owner.running, owner.limit, owner.day) == (2, 2, date(2027, 2, 1))
    assert [load.person for load in found.grounds.hands.others] == ["jo"] and found.grounds.hands.free_from == date(
        2027, 3, 1
    )
    assert found.grounds.displacement is not None and [one.id for one in found.grounds.displacement.tactics] == ["fair"]
    assert (found.verdict.kind, keys(found)[-1], found.verdict.question.key) == ("park", "farther", "another_owner")
    alone = request(owner="mira", contributes={"readers": Decimal(1)}, budget=Decimal(0))
    assert triage(plan, alone).verdict.kind == "park"


def test_what_nobody_said_is_not_made_up(plan: Plan) -> None:
    found = triage(plan, Request(name="Podcast", goal="list"))
    assert found.verdict.kind == "park" and keys(found)[-1] == "cost_unsaid"
    assert found.grounds.request.unsaid == (
        "contributes",
        "budget",
        "owner",
        "start",
        "end",
        "segment",
        "channel",
        "score",
    )
    assert (found.grounds.compared, found.grounds.ranked, found.grounds.hands.owner, found.grounds.money.short) == (
        (),
        (),
        None,
        0,
    )


def test_ideas_are_ranked(plan: Plan) -> None:
    """RICE: the quiz 500 · 1 · 1 / 1, the podcast 800 · 2 · 0.5 / 4."""
    found = triage(plan, of_idea("podcast", plan.ideas["podcast"]))
    (rank,) = found.grounds.ranked
    assert (rank.method, rank.score, rank.rank, rank.of, rank.above) == ("rice", 200, 2, 2, ("quiz",))
    cheap = request(
        budget=Decimal(100),
        contributes={},
        score=Score(reach=Decimal(900), impact=Decimal(1), confidence=Decimal(1), effort=Decimal(1)),
    )
    assert triage(plan, cheap).verdict.kind == "take" and keys(triage(plan, cheap))[0] == "first_idea"


def test_too_late_or_for_nobody_we_know(plan: Plan) -> None:
    late = request(start=date(2027, 4, 1), end=date(2027, 4, 30))
    assert (triage(plan, late).verdict.kind, keys(triage(plan, late))) == ("park", ["after_plan"])
    stranger = triage(plan, request(segment="gardeners", channel="radio"))
    assert (stranger.verdict.kind, keys(stranger)) == ("decline", ["stranger"])
    assert triage(plan, request(segment="gardeners", channel="email")).verdict.kind == "take"


def test_shared_words() -> None:
    assert shared_words("A podcast by workshops, for workshops", "every Workshop a podcast") == ("podcast", "workshops")
    assert shared_words("which customers would have more", "customers would have more which") == ()
    assert shared_words("同行案例播客", "让同行教同行，用案例说话") == ("同行", "案例")


def test_a_goal_that_is_behind_is_not_covered(tmp_path: Path) -> None:
    """By 15 May half of the leads that were due had come, though the tactics planned for them add up."""
    found = check(written(tmp_path)).usable
    assert found is not None
    asked = Request(name="X", goal="sales", budget=Decimal(2_400), contributes={"leads": Decimal(10)})
    result = triage(found, asked)
    assert result.grounds.as_of == date(2027, 5, 15) and result.grounds.standing is not None
    assert result.grounds.standing.is_behind and (
        result.grounds.compared[0].gap,
        result.grounds.compared[0].is_dearest,
    ) == (0, True)
    assert result.verdict.kind == "take" and keys(result)[0] == "beyond_behind"
    assert triage(found, asked, date(2027, 3, 1)).grounds.standing is None
