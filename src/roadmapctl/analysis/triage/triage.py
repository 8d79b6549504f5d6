"""A request held against a plan, from what it serves to what to do with it."""

from dataclasses import dataclass
from datetime import date

from roadmapctl.analysis.status.status import latest
from roadmapctl.analysis.triage.aims import moved
from roadmapctl.analysis.triage.displacement import Candidates, Displacement, candidates, displacement
from roadmapctl.analysis.triage.ranking import Ranked, ranked
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.room import Hands, Money, hands, money
from roadmapctl.analysis.triage.serves import Serves, serves
from roadmapctl.analysis.triage.standing import Standing, standing
from roadmapctl.analysis.triage.verdict import Grounds, Verdict, verdict
from roadmapctl.analysis.triage.worth import Compared, compared
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Triage:
    """All that is found about a request. `as_of` is the day from which tactics could make way; None where the plan has no days."""

    request: Request
    as_of: date | None
    serves: Serves
    standing: Standing | None
    ranked: tuple[Ranked, ...]
    compared: tuple[Compared, ...]
    money: Money
    hands: Hands
    candidates: Candidates
    displacement: Displacement | None
    verdict: Verdict


def triage(plan: Plan, request: Request, as_of: date | None = None) -> Triage:
    """A request held against a plan. `as_of` is the day it is decided; unless said its own first day, else the last one that
    anything is recorded of, else the plan's first."""
    day = as_of or request.start or latest(plan) or (plan.period.start if plan.period is not None else None)
    served = serves(plan, request)
    scores, offers = ranked(plan, request), compared(plan, request)
    left, people = money(plan, request), hands(plan, request)
    able = candidates(plan, day or date.min)
    gained = tuple(moved(plan, request.contributes, served.goal.id if served.goal is not None else None))
    makes_way = displacement(plan, request, left, people, able, gained)
    stands = standing(plan, served.goal, day)
    grounds = Grounds(request, plan.period, served, stands, scores, offers, left, people, makes_way)
    return Triage(request, day, served, stands, scores, offers, left, people, able, makes_way, verdict(grounds))
