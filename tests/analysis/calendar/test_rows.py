"""The rows of the calendar: what must always add up, and fixed lags held against a walk from deal to deal."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.model.time import Duration
from tests.analysis.calendar.funnels import DURATIONS, SPREADS, WEIGHTS, Funnel, days, funnels

BY = st.sampled_from(["month", "quarter", "week"])


# --- what adds up


@settings(max_examples=60, deadline=None)
@given(funnels(DURATIONS | SPREADS), WEIGHTS, BY)
def test_everything_adds_up(subject: Funnel, weights: dict[str, Fraction], by: str) -> None:
    calendar = subject.calendar(by, weights=weights)
    for stage, row in zip(subject.result.stages, calendar.stages, strict=True):
        late = row.late
        assert late.needed + sum(row.need) + row.anyway_after == stage.need
        assert late.short + sum(row.new) + row.anyway_after == stage.new
        if not row.anyway_after:
            assert late.needed_whole + sum(row.need_whole) == stage.need_whole
            assert late.short_whole + sum(row.new_whole) == stage.new_whole
        assert row.from_hand + sum(row.reached) + row.spill == stage.need
        assert min(*row.need, *row.new, *row.need_whole, *row.new_whole, *row.reached, row.spill) >= 0
        assert late.short == max(0, late.needed - stage.in_hand)
        assert late.deals <= subject.result.stages[-1].need
    for source, brought in zip(subject.result.sources, calendar.sources, strict=True):
        assert brought.late + sum(brought.units) == source.units
        assert sum(brought.whole) == source.units_whole
        assert sum(brought.entering) == source.units


@settings(max_examples=30, deadline=None)
@given(funnels(DURATIONS | SPREADS), WEIGHTS, st.integers(1, 1000))
def test_only_the_proportions_of_weights_count(subject: Funnel, weights: dict[str, Fraction], factor: int) -> None:
    full = {f"Q{quarter}": 1 for quarter in range(1, 5)} | dict(weights)
    scaled = {key: weight * factor for key, weight in full.items()}
    assert subject.calendar(weights=full) == subject.calendar(weights=scaled)


@settings(max_examples=30, deadline=None)
@given(funnels(DURATIONS), WEIGHTS)
def test_quarters_are_the_sums_of_their_months(subject: Funnel, weights: dict[str, Fraction]) -> None:
    months, quarters = (subject.calendar(by, weights=weights) for by in ("month", "quarter"))
    for by_month, by_quarter in zip(months.stages, quarters.stages, strict=True):
        for name in ("need", "new", "reached"):
            total: dict[str, Fraction] = defaultdict(Fraction)
            for span, units in zip(months.spans, getattr(by_month, name), strict=True):
                total[f"{span.end.year}-Q{(span.end.month + 2) // 3}"] += units
            assert total == dict(zip([s.key for s in quarters.spans], getattr(by_quarter, name), strict=True))


# --- fixed lags: every day's deals walked up the funnel one by one


def deals_by_day(subject: Funnel, weights: dict[str, Fraction]) -> dict[date, Fraction]:
    """The deals that fall due on each day: so many parts of a month as it has days, a month as many as its weight says."""
    over = subject.result.period
    assert over is not None
    parts: dict[date, Fraction] = {}
    for day in days(over):
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        length = (following - day.replace(day=1)).days
        key, quarter = f"{day.month:02d}", f"Q{(day.month - 1) // 3 + 1}"
        parts[day] = Fraction(weights.get(key, weights.get(quarter, 1))) / length
    total = sum(parts.values())
    whole = subject.result.stages[-1].need
    return {day: whole * part / total for day, part in parts.items()}


def before(day: date, lag: Duration | None) -> date:
    return day if lag is None else lag.before(day)


def served(parcels: list[tuple[date, dict[str, Fraction]]], given: Fraction, who: set[str]) -> None:
    """Units given away to the parcels in order of date, the sources in each sharing in proportion."""
    for _, parcel in parcels:
        asking = {source: units for source, units in parcel.items() if source in who}
        total = sum(asking.values())
        used = min(given, total)
        given -= used
        for source, units in asking.items():
            parcel[source] = units - used * units / total if total else Fraction(0)


@settings(max_examples=60, deadline=None)
@given(funnels(DURATIONS, anyway=False, rounding=st.just("final")), WEIGHTS, BY)
def test_fixed_lags_against_a_walk_from_deal_to_deal(subject: Funnel, weights: dict[str, Fraction], by: str) -> None:
    calendar = subject.calendar(by, weights=weights)
    result, ids = subject.result, [stage.id for stage in subject.stages]
    feeds = {id_: ids.index(source.feeds or ids[0]) for id_, source in subject.sources.items()} or {"": 0}
    last = result.stages[-1]
    shares = {id_: part / last.need if last.need else Fraction(0) for id_, part in last.parts.items()} or {
        "": Fraction(1)
    }
    parcels = [
        (day, {id_: units * share for id_, share in shares.items()})
        for day, units in deals_by_day(subject, weights).items()
    ]
    for number in reversed(range(len(ids))):
        stage, row = subject.stages[number], calendar.stages[number]
        if number < len(ids) - 1:
            who = {id_ for id_, position in feeds.items() if position <= number}
            parcels = [(day, {id_: units for id_, units in parcel.items() if id_ in who}) for day, parcel in parcels]
            if stage.recycled is not None:
                served(parcels, stage.recycled.rate.point * stage.recycled.units, who)
            rates = {id_: subject.sources[id_].rates.get(stage.id, stage.rate) if id_ else stage.rate for id_ in who}
            parcels = [
                (before(day, stage.lag), {id_: units / rates[id_].point for id_, units in parcel.items()})  # type: ignore[arg-type]
                for day, parcel in parcels
            ]
        assert (row.late.needed, row.need) == by_span(parcels, calendar)
        served(parcels, Fraction(stage.in_hand), set(feeds))
        assert (row.late.short, row.new) == by_span(parcels, calendar)


def by_span(
    parcels: list[tuple[date, dict[str, Fraction]]], calendar: Calendar
) -> tuple[Fraction, tuple[Fraction, ...]]:
    starts = [span.start for span in calendar.spans]
    found = [Fraction(0)] * (len(starts) + 1)
    for day, parcel in parcels:
        found[bisect_right(starts, day)] += sum(parcel.values())
    return found[0], tuple(found[1:])
