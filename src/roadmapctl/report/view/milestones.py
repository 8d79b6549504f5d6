"""Step 5: milestones with what they need and what their tactics bring."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from roadmapctl.analysis.contributions import contributed, milestone_needs
from roadmapctl.model.milestones import Milestone
from roadmapctl.report.wording import Wording


class MilestoneRow(NamedTuple):
    """A milestone; `needed` of its metric and `contributed` to it by its tactics. `goal` is empty where it is called after
    the metric."""

    name: str
    what: str
    date: str
    goal: str
    metric: str
    target: str
    needed: str
    contributed: str


def milestone_rows(words: Wording) -> tuple[MilestoneRow, ...]:
    """The milestones by date, the undated ones last."""
    needs = milestone_needs(words.plan)
    return tuple(_row(id_, milestone, needs.get(id_), words) for id_, milestone in in_time(words))


def in_time(words: Wording) -> list[tuple[str, Milestone]]:
    """The milestones with their ids by date, else as they stand in the plan."""
    return sorted(words.plan.milestones.items(), key=lambda item: item[1].date or date.max)


def _row(id_: str, milestone: Milestone, needed: Decimal | None, words: Wording) -> MilestoneRow:
    brought = contributed(words.plan, id_) if needed is not None else None
    goal, metric = words.goal(milestone.goal), words.metric(milestone.metric)
    return MilestoneRow(
        name=words.milestone(id_),
        what=milestone.what or "",
        date=words.day(milestone.date),
        goal=goal if goal != metric else "",
        metric=metric,
        target=words.quantity(milestone.target, milestone.metric, unit=True),
        needed=words.way(needed, milestone.metric),
        contributed=words.way(brought, milestone.metric),
    )
