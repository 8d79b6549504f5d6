"""Tactics: what each was to add and to cost by now, and what is recorded of it."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.status.course import elapsed
from roadmapctl.analysis.status.ledger import Ledger
from roadmapctl.analysis.status.result import ON_TRACK_FROM, Contribution, Money, TacticState, TacticStatus, Verdict
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.analysis.status.verdict import by_pacing
from roadmapctl.model import Plan
from roadmapctl.model.actuals import SPEND
from roadmapctl.model.tactics import Tactic

NOTHING = Fraction(0)
SHOWS_FROM = Fraction(1, 10)
"""The part of a tactic from which silence says something."""


class Recorded(NamedTuple):
    """What is recorded of tactics, by metric and tactic, from the plan's beginning to the as-of day; and of which at all."""

    by_metric: Mapping[str, Mapping[str, Fraction]]
    named: frozenset[str]


def recorded(frame: Frame, ledger: Ledger, as_of: date) -> Recorded:
    """Of every metric that a tactic is to add to, and of money."""
    metrics = {metric for tactic in frame.plan.tactics.values() for metric in tactic.contributes} | {SPEND}
    since = frame.start or date.min
    adding = (metric for metric in sorted(metrics) if ledger.kind(metric) in ("flow", "stock"))
    return Recorded({m: ledger.part(m, "tactic", since, as_of) for m in adding}, ledger.names("tactic"))


def tactic_statuses(frame: Frame, ledger: Ledger, as_of: date) -> tuple[TacticStatus, ...]:
    """The tactics in the plan's order."""
    found = recorded(frame, ledger, as_of)
    return tuple(_status(id, tactic, frame.plan, found, as_of) for id, tactic in frame.plan.tactics.items())


def _status(id: str, tactic: Tactic, plan: Plan, found: Recorded, as_of: date) -> TacticStatus:
    part, wanted = part_over(tactic, as_of), part_due(tactic, as_of)
    contributions = tuple(_contributions(id, tactic, wanted, found))
    silent = id not in found.named and bool(found.named) and _should_show(wanted, contributions)
    state = _state(tactic, as_of)
    return TacticStatus(
        id=id,
        state=state,
        start=tactic.start,
        end=tactic.end,
        elapsed=part,
        contributions=contributions,
        money=_money(id, tactic, part, found),
        verdict=_verdict(state, _judged(contributions, tactic, plan), silent=silent),
        silent=silent,
    )


def _should_show(wanted: Fraction | None, contributions: tuple[Contribution, ...]) -> bool:
    """Is enough of a tactic due for something to be recorded of it: a tenth, and a whole unit of something?"""
    if wanted is None or wanted < SHOWS_FROM:
        return False
    return not contributions or any(row.to_date is not None and abs(row.to_date) >= 1 for row in contributions)


def part_over(tactic: Tactic, as_of: date) -> Fraction | None:
    """The part of a tactic's days that is over; None where it has no dates."""
    return None if tactic.start is None or tactic.end is None else elapsed(tactic.start, tactic.end, as_of)


def part_due(tactic: Tactic, as_of: date) -> Fraction | None:
    """The part of what a tactic adds that is due: evenly by its days, those of an event from the day on which it takes place."""
    first = tactic.event.date if tactic.event is not None else None
    if first is None:
        return part_over(tactic, as_of)
    return elapsed(first, max(tactic.end or first, first), as_of)


def _judged(rows: tuple[Contribution, ...], tactic: Tactic, plan: Plan) -> tuple[Contribution, ...]:
    """What a tactic is judged by: what it adds to its milestone's own metric, if it does, else all it adds."""
    milestone = plan.milestones.get(tactic.milestone or "")
    own = tuple(row for row in rows if milestone is not None and row.metric == milestone.metric)
    return own or rows


def _state(tactic: Tactic, as_of: date) -> TacticState:
    if tactic.start is None or tactic.end is None:
        return "no_dates"
    return "not_started" if as_of < tactic.start else "finished" if as_of >= tactic.end else "running"


def _contributions(id: str, tactic: Tactic, part: Fraction | None, found: Recorded) -> list[Contribution]:
    rows = []
    for metric, planned in tactic.contributes.items():
        whole = Fraction(planned)
        wanted = None if part is None else whole * part
        brought = found.by_metric.get(metric)
        actual = brought.get(id, NOTHING) if brought else None
        pacing = actual / wanted if actual is not None and wanted else None
        rows.append(Contribution(metric, whole, wanted, actual, pacing))
    return rows


def _money(id: str, tactic: Tactic, part: Fraction | None, found: Recorded) -> Money:
    budget = None if tactic.budget is None else Fraction(tactic.budget)
    wanted = None if budget is None or part is None else budget * part
    by_tactic = found.by_metric.get(SPEND)
    spent = by_tactic.get(id, NOTHING) if by_tactic else None
    pacing = spent / wanted if spent is not None and wanted else None
    return Money(budget, wanted, spent, pacing, None if spent is None or not part else spent / part)


def _verdict(state: TacticState, contributions: tuple[Contribution, ...], *, silent: bool) -> Verdict:
    """By the contribution that is shortest of what it should be by now; a tactic that is over has reached it or not."""
    if state == "not_started" or (contributions and all(row.to_date == 0 for row in contributions)):
        return "not_due"
    if silent and any(row.actual is not None for row in contributions):
        return "missed" if state == "finished" else "behind"
    paces = [row.pacing for row in contributions if row.pacing is not None]
    if not paces:
        return "no_plan" if not contributions or state == "no_dates" else "no_data"
    if state == "finished":
        return "reached" if min(paces) >= ON_TRACK_FROM else "missed"
    return by_pacing(min(paces))
