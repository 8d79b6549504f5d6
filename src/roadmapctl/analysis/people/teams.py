"""What teams can carry, span by span, against what the plan asks of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from typing import Literal, NamedTuple

from roadmapctl.analysis.calendar.rows import Calendar, Row, StageCalendar
from roadmapctl.analysis.calendar.spans import Span
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.people.rep_capacity import rep_capacity
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Team
from roadmapctl.model.time import Duration, Period

Measure = Literal["units", "money"]
NONE, FULL = Fraction(0), Fraction(1)


class TeamCapacity(NamedTuple):
    """A team by spans: units it can work, or revenue it can win. `each` is what one fully productive person carries."""

    id: str
    name: str | None
    people: int
    capacity: Row
    each: Row


class Hires(NamedTuple):
    """The fewest further people with whom no span is short, if all start by the day `by`: ramped up when the first one is."""

    people: int
    by: date
    team: str


class StageLoad(NamedTuple):
    """All teams that work the units of one stage (or are to win its revenue), against what the plan asks of them.

    `measure` units: what reaches the stage in each span. Money: the revenue of the deals due in each span that
    pass the stage. `short` is what is missing in each span alone, `waiting` what has not been worked by its end if
    later spans work off what earlier ones leave; `short_in_total` is missing over the whole period. `worst` is the
    first span with the largest shortfall, None without one. `hires` is None where nothing is short, or where
    nobody's work is enough.
    """

    stage: str
    measure: Measure
    teams: tuple[TeamCapacity, ...]
    capacity: Row
    demand: Row
    short: Row
    waiting: Row
    short_in_total: Fraction
    worst: Span | None
    hires: Hires | None


def team_loads(plan: Plan, result: FunnelResult, calendar: Calendar) -> tuple[StageLoad, ...]:
    """The teams of a plan, together where they work the same stage in the same measure, in the plan's order."""
    if plan.funnel is None:
        return ()
    groups: dict[tuple[str, Measure], dict[str, Team]] = {}
    for id_, team in plan.funnel.teams.items():
        measure: Measure | None = _measure(team)
        if measure is not None:
            groups.setdefault((team.works, measure), {})[id_] = team
    stages = {stage.id: stage for stage in calendar.stages}
    return tuple(
        _load(stages[stage], measure, teams, _demand(stages[stage], measure, result, calendar), calendar.spans)
        for (stage, measure), teams in groups.items()
        if stage in stages
    )


def _measure(team: Team) -> Measure | None:
    """A team that says what it handles is asked for units, one with a quota for money, any other for nothing."""
    return "units" if team.handles is not None else "money" if team.quota is not None else None


def _demand(stage: StageCalendar, measure: Measure, result: FunnelResult, calendar: Calendar) -> Row:
    if measure == "units":
        return stage.reached
    demand = result.demand
    passing = _passing(stage.id, result)
    value = NONE if demand.revenue is None or not demand.deals else demand.revenue / demand.deals * passing
    return tuple(deals * value for deals in calendar.stages[-1].new)


def _passing(stage: str, result: FunnelResult) -> Fraction:
    """The part of all deals that passes a stage: without those of sources that feed a later one."""
    position = {each.id: number for number, each in enumerate(result.stages)}
    parts = result.stages[-1].parts
    later = [parts[s.id] for s in result.sources if position[s.feeds] > position[stage]]
    need = result.stages[-1].need
    return 1 - sum(later, NONE) / need if need else FULL


def _load(
    stage: StageCalendar, measure: Measure, teams: Mapping[str, Team], demand: Row, spans: Sequence[Span]
) -> StageLoad:
    carried = tuple(team_capacity(id_, team, spans) for id_, team in teams.items())
    capacity = tuple(sum(parts, NONE) for parts in zip(*(team.capacity for team in carried), strict=True))
    short = tuple(max(NONE, asked - able) for asked, able in zip(demand, capacity, strict=True))
    worst = max(range(len(short)), key=short.__getitem__)
    return StageLoad(
        stage=stage.id,
        measure=measure,
        teams=carried,
        capacity=capacity,
        demand=demand,
        short=short,
        waiting=_waiting(demand, capacity),
        short_in_total=max(NONE, sum(demand, NONE) - sum(capacity, NONE)),
        worst=spans[worst] if short[worst] else None,
        hires=_hires(teams, carried, short, spans) if short[worst] else None,
    )


def _waiting(demand: Row, capacity: Row) -> Row:
    """What is left from before and newly asked, less what can be done; never below 0."""
    steps = (asked - able for asked, able in zip(demand, capacity, strict=True))
    return tuple(accumulate(steps, lambda left, step: max(NONE, left + step), initial=NONE))[1:]


def team_capacity(id_: str, team: Team, spans: Sequence[Span]) -> TeamCapacity:
    """What a team carries: Σ over people of what one handles (or quota · attainment) · ramp, for the days each is there."""
    each = tuple(_carried(team, span.start, span.end) for span in spans)
    capacity = [team.people * full for full in each]
    for joined in team.joins:
        for number, span in enumerate(spans):
            capacity[number] += _of_new(team, joined, span)
    return TeamCapacity(id_, team.name, team.people + len(team.joins), tuple(capacity), each)


def _of_new(team: Team, joined: date, span: Span) -> Fraction:
    """What a person who joins carries in a span: in each month of tenure the part that the ramp says, then all."""
    total = NONE
    for start, end, productive in _tenure(team, joined):
        first, last = max(start, span.start), min(end, span.end)
        if first <= last:
            total += _carried(team, first, last, productive)
    return total


def _tenure(team: Team, joined: date) -> Iterator[tuple[date, date, Fraction]]:
    """The months of a person's ramp and the time after it, with how productive the person is."""
    start = joined
    for month, productive in enumerate(team.ramp, 1):
        following = Duration(month, "mo").after(joined)
        yield start, following - timedelta(days=1), Fraction(productive)
        start = following
    yield start, date.max, FULL


def _carried(team: Team, start: date, end: date, productive: Fraction = FULL) -> Fraction:
    """What one person carries from a first to a last day."""
    per = team.quota if team.handles is None else team.handles
    if per is None:
        return NONE
    attained = FULL if team.handles is not None or team.attainment is None else Fraction(team.attainment)
    return rep_capacity(FULL, per.number * periods_in(Period(start, end), per.per), attained, productive)


def _hires(
    teams: Mapping[str, Team], carried: Sequence[TeamCapacity], short: Row, spans: Sequence[Span]
) -> Hires | None:
    """People for the team of whom one carries most."""
    chosen = max(carried, key=lambda team: sum(team.each, NONE))
    missing = [(part, each, span) for part, each, span in zip(short, chosen.each, spans, strict=True) if part]
    if any(not each for _, each, _ in missing):
        return None
    ramp = Duration(len(teams[chosen.id].ramp), "mo")
    return Hires(max(whole_up(part / each) for part, each, _ in missing), ramp.before(missing[0][2].start), chosen.id)
