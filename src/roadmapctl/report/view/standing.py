"""Where the plan stands by its actual figures, for the first screen: the main goal, what falls short, what comes next."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.i18n import numbers
from roadmapctl.model.currency import DECIMALS
from roadmapctl.report.wording import Wording, kind_of

if TYPE_CHECKING:
    from roadmapctl.analysis.status.result import GoalStatus, MilestoneStatus, Status

OVER = ("reached", "reached_late")
SHORT = ("missed", "behind")


def where_it_stands(words: Wording, as_of: date | None) -> "Status | None":
    """The plan held against what is recorded until the end of `as_of`, else of the last day recorded; None without records."""
    if words.plan.recorded is None or not words.plan.recorded.records:
        return None
    from roadmapctl.analysis.status.status import latest, status  # most plans wait for their figures

    day = as_of or latest(words.plan)
    return None if day is None else status(words.plan, day)


def standing(words: Wording, stands: "Status | None", main: str | None) -> str:
    """The main goal in figures, then the other goals that fall short: `By 14 Jun 2026: ● on track, 84% attained…`."""
    if stands is None or not stands.goals:
        return ""
    first = next((goal for goal in stands.goals if goal.id == main), stands.goals[0])
    said = words.label("stands", day=words.day(stands.as_of), figures=words.label("comma").join(_figures(words, first)))
    short = [_short(words, goal) for goal in stands.goals if goal is not first and goal.verdict in SHORT]
    return words.sentences((said, words.label("falls_short", goals=words.join(short)) if short else ""))


def _figures(words: Wording, goal: "GoalStatus") -> Iterator[str]:
    from roadmapctl.report.status.words import Words

    found, say = goal.progress, Words(words)
    yield say.verdict(goal.verdict)
    if found.attainment is not None:
        yield words.label("attained", share=say.share(found.attainment))
    if found.pacing is not None:
        yield words.label("paced", share=say.share(found.pacing))
    if found.projection is not None and found.share != 1:
        yield words.label("projected", value=_about(words, found.projection, found.metric))


def _about(words: Wording, value: Fraction, metric: str | None) -> str:
    """A projection: of money as much of it as one can trust, `£2.8M`."""
    from roadmapctl.report.status.words import Words

    found = words.plan.metrics.get(metric or "")
    if found is None or kind_of(found, words.plan.currency) != "money":
        return Words(words).value(value, metric)
    currency = found.unit if found.unit in DECIMALS else words.plan.currency
    return numbers.money(value, currency, words.language, short=True)


def _short(words: Wording, goal: "GoalStatus") -> str:
    """A goal with its pacing; once its day is over, or nothing was due, with what is attained."""
    from roadmapctl.report.status.words import Words

    found, say = goal.progress, Words(words)
    key, share = ("paced", found.pacing) if goal.verdict == "behind" else ("attained", found.attainment)
    if share is None:
        return words.goal(goal.id)
    return words.label("of_metric", value=words.goal(goal.id), metric=words.label(key, share=say.share(share)))


def is_over(id_: str, stands: "Status | None") -> bool:
    """Is nothing to be expected of a milestone any more? Reached, or its day is over and nothing tells of it."""
    found: MilestoneStatus | None = next((one for one in stands.milestones if one.id == id_), None) if stands else None
    if found is None:
        return False
    return found.state in OVER or (found.state != "late" and found.days_left is not None and found.days_left < 0)
