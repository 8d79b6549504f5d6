"""Step 6: tactics under their milestones, and their timeline."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from roadmapctl.analysis.schedule import tactics_of
from roadmapctl.model.tactics import Hypothesis, Tactic
from roadmapctl.report.view.milestones import in_time
from roadmapctl.report.wording import Wording

Named = tuple[str, Tactic]
DAYS_BY_WEEK = 130
DAYS_BY_MONTH = 800


class TacticRow(NamedTuple):
    """A tactic; `details` says in sentences what it is, what it waits for, and its hypothesis."""

    name: str
    owner: str
    channel: str
    segment: str
    when: str
    budget: str
    brings: str
    details: str


class TacticGroup(NamedTuple):
    """A milestone with the tactics that serve it; without a name, those that serve none."""

    milestone: str
    date: str
    rows: tuple[TacticRow, ...]


class Bar(NamedTuple):
    """A stretch of the timeline, ISO dates; `start` is `end` for a milestone."""

    name: str
    start: str
    end: str
    is_milestone: bool


class Lane(NamedTuple):
    """A milestone's part of the timeline: its tactics, then itself."""

    name: str
    bars: tuple[Bar, ...]


class Timeline(NamedTuple):
    """The tactics in time; `ticks` is week, month or quarter, whatever suits its length, and `axis` how they are written, in
    the signs of strftime."""

    lanes: tuple[Lane, ...]
    ticks: str
    axis: str


class TacticsView(NamedTuple):
    """The section; `timeline` is None where nothing has dates."""

    groups: tuple[TacticGroup, ...]
    timeline: Timeline | None


def tactics_view(words: Wording) -> TacticsView | None:
    """The section, or None where the plan has no tactics."""
    if not words.plan.tactics:
        return None
    groups = [
        TacticGroup(words.milestone(id_), words.day(milestone.date), _rows(tactics_of(words.plan, id_), words))
        for id_, milestone in in_time(words)
    ]
    groups.append(TacticGroup("", "", _rows(_others(words), words)))
    return TacticsView(tuple(group for group in groups if group.rows), _timeline(words))


def _others(words: Wording) -> list[Named]:
    known = words.plan.milestones
    return [(id_, tactic) for id_, tactic in words.plan.tactics.items() if tactic.milestone not in known]


def _rows(tactics: Iterable[Named], words: Wording) -> tuple[TacticRow, ...]:
    in_order = sorted(tactics, key=lambda item: item[1].start or date.max)
    return tuple(_row(id_, tactic, words) for id_, tactic in in_order)


def _row(id_: str, tactic: Tactic, words: Wording) -> TacticRow:
    return TacticRow(
        name=words.tactic(id_),
        owner=words.person(tactic.owner),
        channel=words.id(tactic.channel),
        segment=words.segment(tactic.segment),
        when=words.span(tactic.start, tactic.end),
        budget=words.budget(tactic.budget),
        brings=_brings(tactic, words),
        details=words.sentences((tactic.what or "", _after(tactic, words), _hypothesis(tactic.hypothesis, words))),
    )


def _after(tactic: Tactic, words: Wording) -> str:
    return words.label("after", tactics=words.join(map(words.tactic, tactic.after))) if tactic.after else ""


def _brings(tactic: Tactic, words: Wording) -> str:
    """What it contributes, in units; a metric other than its milestone's, or without a unit, is named."""
    milestone = words.plan.milestones.get(tactic.milestone or "")
    said = []
    for metric_id, value in tactic.contributes.items():
        metric = words.plan.metrics.get(metric_id)
        text = words.way(value, metric_id, unit=True)
        own = milestone is not None and milestone.metric == metric_id and metric is not None and metric.unit is not None
        said.append(text if own else words.label("of_metric", value=text, metric=words.metric(metric_id)))
    return words.join(said)


def _hypothesis(hypothesis: Hypothesis | None, words: Wording) -> str:
    if hypothesis is None:
        return ""
    moved = words.label(
        "moves",
        metric=words.metric(hypothesis.metric),
        before=words.quantity(hypothesis.from_, hypothesis.metric) or "?",
        after=words.quantity(hypothesis.to, hypothesis.metric) or "?",
    )
    parts = (
        words.label("because_of", reason=hypothesis.because) if hypothesis.because else "",
        hypothesis.change or "",
        moved if hypothesis.metric is not None else "",
    )
    said = words.label("between_parts").join(part for part in parts if part)
    return words.label("hypothesis", parts=said) if said else ""


def _timeline(words: Wording) -> Timeline | None:
    lanes = [
        Lane(words.milestone(id_), (*_bars(tactics_of(words.plan, id_), words), *_mark(m.date, words)))
        for id_, m in in_time(words)
    ]
    lanes.append(Lane(words.label("other_tactics"), _bars(_others(words), words)))
    drawn = tuple(lane for lane in lanes if lane.bars)
    bars = [bar for lane in drawn for bar in lane.bars]
    if all(bar.is_milestone for bar in bars):
        return None
    first, last = min(bar.start for bar in bars), max(bar.end for bar in bars)
    ticks = _ticks(date.fromisoformat(first), date.fromisoformat(last))
    one_year = first[:4] == last[:4]
    return Timeline(
        drawn, ticks, words.label(f"axis_{'days' if ticks == 'week' else 'months' if one_year else 'years'}")
    )


def _bars(tactics: Iterable[Named], words: Wording) -> tuple[Bar, ...]:
    dated = sorted(
        (tactic.start, tactic.end, words.tactic(id_))
        for id_, tactic in tactics
        if tactic.start is not None and tactic.end is not None and tactic.start <= tactic.end
    )
    return tuple(Bar(name, start.isoformat(), end.isoformat(), False) for start, end, name in dated)


def _mark(day: date | None, words: Wording) -> tuple[Bar, ...]:
    """The milestone itself, labelled with its date: the lane has its name already."""
    return () if day is None else (Bar(words.day(day), day.isoformat(), day.isoformat(), True),)


def _ticks(first: date, last: date) -> str:
    days = (last - first).days
    return "week" if days <= DAYS_BY_WEEK else "month" if days <= DAYS_BY_MONTH else "quarter"
