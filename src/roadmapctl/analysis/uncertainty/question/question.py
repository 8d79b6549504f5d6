"""What is asked of a plan: its commitments, what bounds them, money, which rates go together; and whether that needs drawing."""

from collections.abc import Mapping, Sequence
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.uncertainty.question.commitments import Arrival, Commitments, commitments
from roadmapctl.analysis.uncertainty.question.correlation import Matrix, correlations
from roadmapctl.analysis.uncertainty.question.money import Money, money
from roadmapctl.analysis.uncertainty.result import Reason
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.time import Period, SpreadLag

if TYPE_CHECKING:
    from roadmapctl.analysis.uncertainty.question.in_time import InTime


class Question(NamedTuple):
    """`together` are rates drawn with the correlations of `matrix`. `capacity` is by stage (its number) the most units that can be
    worked, where that may be too few. `in_time` is empty where time does not vary."""

    committed: Commitments
    money: Money
    together: Sequence[str]
    matrix: Matrix
    capacity: Mapping[int, int]
    in_time: "Sequence[InTime]"

    @property
    def reason(self) -> Reason | None:
        """Why it has to be drawn; None where inflows decide, which are seen later."""
        if self.together:
            return "correlated"
        if self.capacity:
            return "capacity"
        if self.in_time:
            return "lags"
        if self.money.sizes:
            return "segments"
        return None if self.money.spread.is_even(self.money.deals) else "amounts"

    @property
    def is_linear(self) -> bool:
        """Do mean deals grow with the volumes by one factor, and is each worth the same on average?"""
        steps = (step for course in self.committed.courses for step in course)
        return not self.capacity and not self.money.sizes and all(step.chance <= 1 for step in steps)

    def share_in_time(self, arrival: Arrival) -> float:
        """Of an arrival's units, the share that can still become customers within the period."""
        if not self.in_time:
            return 1.0
        share = self.in_time[arrival.stage]
        return share.in_hand if arrival.in_hand else share.new


def question(funnel: Funnel, result: FunnelResult) -> Question:
    """Of a plan's funnel, solved as `result`."""
    committed = commitments(funnel, result)
    together, matrix = correlations(funnel.correlated, committed.rates)
    return Question(
        committed,
        money(funnel, result),
        together,
        matrix,
        _capacity(funnel, committed, result.period),
        _in_time(funnel, result),
    )


def _in_time(funnel: Funnel, result: FunnelResult) -> "Sequence[InTime]":
    lags = [stage.lag for stage in funnel.stages[:-1]]
    if result.period is None or not any(isinstance(lag, SpreadLag) for lag in lags):
        return ()
    from roadmapctl.analysis.uncertainty.question.in_time import shares_in_time

    return shares_in_time(result, result.period, lags, funnel.seasonality)


def _capacity(funnel: Funnel, committed: Commitments, period: Period | None) -> Mapping[int, int]:
    """What teams can work of each stage's units over the period, where more may come."""
    if period is None or not any(team.handles is not None for team in funnel.teams.values()):
        return {}
    from roadmapctl.analysis.calendar.spans import Span
    from roadmapctl.analysis.people.teams import team_capacity

    whole = (Span("month", period.start, period.end),)
    found: dict[int, int] = {}
    for number, stage in enumerate(funnel.stages):
        teams = {id_: team for id_, team in funnel.teams.items() if team.works == stage.id and team.handles is not None}
        if teams:
            most = floor(sum(team_capacity(id_, team, whole).capacity[0] for id_, team in teams.items()))
            if most < committed.most_at(number):
                found[number] = most
    return found
