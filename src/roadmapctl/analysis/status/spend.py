"""Money spent against the budget: by now, in all, and where it ends at this pace."""

from datetime import date
from fractions import Fraction

from roadmapctl.analysis.rounding import exact_sum, summed
from roadmapctl.analysis.status.course import elapsed
from roadmapctl.analysis.status.ledger import Ledger, Track
from roadmapctl.analysis.status.result import Money, SpendStatus
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model.actuals import SPEND
from roadmapctl.model.tactics import Tactic

NOTHING = Fraction(0)


def spend_status(frame: Frame, ledger: Ledger, as_of: date) -> SpendStatus:
    """What has been spent since the plan began.

    By now the plan wants of each tactic's budget the part of its days that is over (of one without dates, the part of the
    plan's days); where no tactic has a budget, that part of the plan's own. Projection = spent / to date · all of it.
    """
    since, until = frame.start or date.min, as_of
    planned, wanted = _planned(frame, as_of)
    budget = planned if frame.plan.budget is None else Fraction(frame.plan.budget)
    spent = _spent(ledger, since, until)
    if spent is None:
        return SpendStatus(Money(budget, wanted))
    projection = spent / wanted * planned if wanted and planned is not None else None
    money = Money(budget, wanted, spent, spent / wanted if wanted else None, projection)
    over = None if projection is None or budget is None else projection - budget
    by_tactic, by_source = (ledger.part(SPEND, part, since, until) for part in ("tactic", "source"))
    return SpendStatus(money, over, by_tactic, by_source)


def _planned(frame: Frame, as_of: date) -> tuple[Fraction | None, Fraction | None]:
    """All that is planned, and what of it by now; None where nothing is."""
    tactics = [tactic for tactic in frame.plan.tactics.values() if tactic.budget is not None]
    if tactics:
        parts = [_part(tactic, frame, as_of) for tactic in tactics]
        known = [Fraction(t.budget or 0) * part for t, part in zip(tactics, parts, strict=True) if part is not None]
        return exact_sum(t.budget for t in tactics if t.budget is not None), summed(known) if known else None
    if frame.plan.budget is None or frame.start is None or frame.end is None:
        return None if frame.plan.budget is None else Fraction(frame.plan.budget), None
    whole = Fraction(frame.plan.budget)
    return whole, whole * elapsed(frame.start, frame.end, as_of)


def _part(tactic: Tactic, frame: Frame, as_of: date) -> Fraction | None:
    start, end = (tactic.start, tactic.end) if tactic.start and tactic.end else (frame.start, frame.end)
    return None if start is None or end is None else elapsed(start, end, as_of)


def _spent(ledger: Ledger, since: date, until: date) -> Fraction | None:
    track = ledger.track(SPEND, since)
    point = track.until(until) if isinstance(track, Track) else None
    return None if point is None else Fraction(point.value)
