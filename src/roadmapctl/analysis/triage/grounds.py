"""What is found about a request before anybody judges it."""

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
from roadmapctl.analysis.triage.worth import Compared, compared
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


@dataclass(frozen=True)
class Grounds:
    """All that a verdict rests on. `as_of` is the day from which tactics could make way; None where the plan has no days."""

    request: Request
    period: Period | None
    as_of: date | None
    serves: Serves
    standing: Standing | None
    ranked: tuple[Ranked, ...]
    compared: tuple[Compared, ...]
    money: Money
    hands: Hands
    candidates: Candidates
    displacement: Displacement | None

    @property
    def is_behind(self) -> bool:
        """Is the goal behind, whatever is planned for it?"""
        return self.standing is not None and self.standing.is_behind

    @property
    def is_tight(self) -> bool:
        """Is there too little money, or nobody with a free hand?"""
        return bool(self.money.short) or self.hands.short

    @property
    def main(self) -> Compared | None:
        """The first metric of a goal that the request moves."""
        return next((one for one in self.compared if one.aim is not None), None)


def grounds(plan: Plan, request: Request, as_of: date | None = None) -> Grounds:
    """What a plan says to a request. `as_of` is the day it is decided; unless said its own first day, else the last one that
    anything is recorded of, else the plan's first."""
    day = as_of or request.start or latest(plan) or (plan.period.start if plan.period is not None else None)
    served = serves(plan, request)
    left, people = money(plan, request), hands(plan, request)
    able = candidates(plan, day or date.min)
    gained = tuple(moved(plan, request.contributes, served.goal.id if served.goal is not None else None))
    return Grounds(
        request,
        plan.period,
        day,
        served,
        standing(plan, served.goal, day),
        ranked(plan, request),
        compared(plan, request),
        left,
        people,
        able,
        displacement(plan, request, left, people, able, gained),
    )
