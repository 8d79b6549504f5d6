"""What a reader has to know to read the figures right."""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapctl.analysis.status.result import AHEAD_FROM, ON_TRACK_FROM, GoalStatus, Progress, Status
from roadmapctl.i18n import numbers
from roadmapctl.report.status.words import Words

EARLY = 0.1
"""Below this part of the way a projection multiplies chance by ten and more."""
STALE = {"week": 7, "month": 31, "quarter": 92}
"""Days after which a figure is old, by the plan's rhythm of measurement; a month's, unless said."""


def notes_of(found: Status, words: Words) -> Iterator[str]:
    """How it is counted, then what is special about this plan's goals and records."""
    yield from _when(found, words)
    yield words.note("thresholds", ahead=words.share(AHEAD_FROM), on_track=words.share(ON_TRACK_FROM))
    yield words.note("way", day=words.day(found.start)) if found.start else words.note("way_no_start")
    funnel = words.plan.plan.funnel
    seasonal = (funnel is not None and funnel.seasonality) or any(g.split for g in words.plan.plan.goals.values())
    yield words.note("due" if seasonal else "due_plain")
    if found.tactics:
        yield words.note("tactics")
    for goal in found.goals:
        yield from _of_goal(goal, found.as_of, words)
    unsegmented = [words.goal(goal.id) for goal in found.goals if _lacks_its_segment(goal, words)]
    if unsegmented:
        yield words.note("no_segment", goals=words.plan.join(unsegmented))
    if found.counted.after:
        yield words.note(
            "after" if found.counted.after > 1 else "after_one", number=numbers.number(found.counted.after)
        )


def _when(found: Status, words: Words) -> Iterator[str]:
    if found.start is not None and found.as_of < found.start:
        yield words.note("before_start", day=words.day(found.start))
    if found.end is not None and found.as_of >= found.end:
        yield words.note("over_since", day=words.day(found.end))
    if found.counted.last is not None:
        over = found.as_of if found.end is None else min(found.as_of, found.end)
        days = (over - found.counted.last).days
        if days > 0:
            yield words.note("until_one" if days == 1 else "until", day=words.day(found.counted.last), days=str(days))


def _of_goal(goal: GoalStatus, as_of: date, words: Words) -> Iterator[str]:
    found, name = goal.progress, words.goal(goal.id)
    if found.gap is not None and found.verdict != "not_due":
        metric = words.metric(found.metric)
        fields = {
            "goal": name,
            "metric": metric,
            "id": found.metric or "",
            "target": words.value(found.target, found.metric),
        }
        yield words.note(f"gap_{found.gap}", **fields)
    if found.actual is None:
        return
    yield from _basis(goal, name, words)
    yield from _way(found, name, words)
    if found.share and found.share < EARLY:
        yield words.note("early", goal=name, share=words.share(found.share))
    if found.growth is not None:
        growth = numbers.signed(numbers.share(found.growth, 0))
        yield words.note("growth", goal=name, growth=growth, baseline=words.value(found.baseline, found.metric))
    if found.measured is not None and _is_old(found, found.measured, as_of, words):
        yield words.note("stale", goal=name, day=words.day(found.measured))


def _basis(goal: GoalStatus, name: str, words: Words) -> Iterator[str]:
    if goal.progress.basis == "tactics":
        yield words.note("by_tactics", goal=name)
    elif goal.progress.basis == "segment":
        yield words.note("segment", goal=name, segment=words.segment(words.plan.plan.goals[goal.id].segment))


def _way(found: Progress, name: str, words: Words) -> Iterator[str]:
    """What is due of it otherwise than in a straight line."""
    if found.through_milestones is not None:
        due, straight = (words.value(value, found.metric) for value in (found.through_milestones, found.to_date))
        if due != straight:
            yield words.note("through", goal=name, due=due, to_date=straight)
    if found.by_milestones:
        yield words.note("by_milestones", goal=name)
    if found.ceiling:
        yield words.note("ceiling", goal=name)


def _lacks_its_segment(goal: GoalStatus, words: Words) -> bool:
    found = goal.progress
    return words.plan.plan.goals[goal.id].segment is not None and found.actual is not None and found.basis != "segment"


def _is_old(found: Progress, measured: date, as_of: date, words: Words) -> bool:
    measurement = words.plan.plan.measurement
    rhythm = (measurement.rhythm if measurement is not None else None) or "month"
    last = as_of if found.end is None else min(as_of, found.end)
    return last - measured > timedelta(days=STALE[rhythm])
