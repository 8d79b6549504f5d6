"""Why a goal is ahead or behind, in a sentence."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.status.result import Cause, GoalStatus
from roadmapctl.report.status.words import Words

TOLD = ("ahead", "behind", "missed", "reached")


def cause_notes(goals: tuple[GoalStatus, ...], words: Words) -> Iterator[str]:
    """A sentence for each goal that is not where the plan wants it by now: how far off, and the largest cause."""
    for goal in goals:
        if goal.verdict in TOLD and goal.progress.lead and (goal.causes or goal.verdict != "reached"):
            yield _sentence(goal, goal.progress.lead, words)


def _sentence(goal: GoalStatus, lead: Fraction, words: Words) -> str:
    head = _head(goal, lead, words)
    if not goal.causes:
        return words.why("sentence_plain", head=head, why=_capital(words.why("unknown")))
    cause = goal.causes[0]
    why = _capital(_why(cause, goal, words))
    part = _part(cause, goal, words)
    return (
        words.why("sentence", head=head, why=why, part=part)
        if part
        else words.why("sentence_plain", head=head, why=why)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _head(goal: GoalStatus, lead: Fraction, words: Words) -> str:
    """How far off it is, and in which direction."""
    found = goal.progress
    key = ("above" if lead < 0 else "below") if found.down else ("short" if lead < 0 else "ahead")
    final = "_final" if found.share == 1 else ""
    gap = words.difference(abs(lead), found.metric)
    return words.why(f"{key}{final}", goal=words.goal(goal.id), gap=gap)


def _why(cause: Cause, goal: GoalStatus, words: Words) -> str:
    what = words.quoted(_named(cause, words))
    metric = cause.metric or goal.progress.metric
    if cause.kind == "rate":
        rates = {"actual": words.plan.share(cause.actual, 1), "planned": words.plan.share(cause.planned, 1)}
        return words.why("rate", what=what, to=words.quoted(words.stage(cause.to)), **rates)
    values = {"actual": words.value(cause.actual, metric), "planned": words.value(cause.planned, metric)}
    if cause.silent:
        start = words.plan.plan.tactics[cause.id].start if cause.kind == "tactic" else None
        if start is not None:
            return words.why("silent_tactic", what=what, day=words.day(start), planned=values["planned"])
        return words.why("silent", what=what, planned=values["planned"])
    key = cause.kind if cause.kind in ("volume", "value", "supporting", "milestone") else "brought"
    more = "_more" if key in ("brought", "volume") and cause.actual >= cause.planned else ""
    return words.why(f"{key}{more}", what=what, **values)


def _named(cause: Cause, words: Words) -> str:
    """What the plan calls it."""
    names = {
        "tactic": words.tactic, "source": words.source, "segment": words.segment, "goal": words.goal,
        "supporting": words.goal, "milestone": words.milestone,
    }  # fmt: skip
    return words.metric(cause.metric) if cause.kind == "volume" else names.get(cause.kind, words.stage)(cause.id)


def _part(cause: Cause, goal: GoalStatus, words: Words) -> str:
    """How much of the difference it makes; empty where that cannot be said."""
    if cause.effect is None or cause.part is None:
        return ""
    side = "short" if cause.effect < 0 else "ahead"
    if cause.part == 1:
        return words.why(f"whole_{side}")
    metric = goal.progress.metric
    effect, gap = (words.difference(abs(value), metric) for value in (cause.effect, cause.effect / cause.part))
    return words.why(f"{'all' if cause.part > 1 else 'part'}_{side}", effect=effect, gap=gap)
