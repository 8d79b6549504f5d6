"""Where a plan stands on a day. Numbers are exact, in their metric's unit or the plan's currency; shares are parts of 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

AHEAD_FROM = Fraction(105, 100)
ON_TRACK_FROM = Fraction(95, 100)
"""Pacing from which something is ahead, or on track; below it, it is behind. One twentieth either way is no news."""

Kind = Literal["flow", "stock", "rate"]
"""How a metric's records make its actual value: their sum, or the latest of them."""

Verdict = Literal["reached", "ahead", "on_track", "behind", "missed", "not_due", "no_data", "no_plan"]
"""`reached`: the target is met; `missed`: its day is over and it is not; `not_due`: nothing is due yet; `no_data`: nothing is
recorded; `no_plan`: no target, date or starting point says how much is due by now."""

Basis = Literal["whole", "segment", "parts", "tactics"]
"""Which records the actual value is of: those of the whole metric; of the goal's segment; parts, added up; or, of a stock, what
tactics added to the baseline."""

Gap = Literal["no_records", "only_parts", "no_kind", "no_target", "no_date", "no_baseline", "no_metric", "same"]
"""Why something cannot be said. `only_parts`: a rate is recorded by parts, which cannot be added up; `same`: baseline and target
are one."""


@dataclass(frozen=True)
class Progress:
    """A metric on its way from a baseline to a target.

    `start` to `end` is the time the plan takes for it, `share` the part of the way that is due by the end of the as-of day,
    `to_date` the value due by then, `actual` the value there is and `measured` the day of its last record. After `end`
    both are those of `end`. `attainment` is what has been reached of the way, `pacing` the same of what was due, 1 being on
    plan and more always better; `projection` the value at `end` at this pace. `growth` is the projection over the baseline of a
    flow, less 1. `reached_on` is the first recorded day on which the target was reached. `down`: the target is reached from
    above. `ceiling`: a flow of which less is better, which is held by its projection. `by_milestones`: its milestones say how much
    of it is due when. `through_milestones`: what is due of a stock or a rate on the way through its milestones, where that is
    another value than `to_date`.
    """

    metric: str | None
    kind: Kind | None = None
    start: date | None = None
    end: date | None = None
    baseline: Fraction | None = None
    target: Fraction | None = None
    actual: Fraction | None = None
    measured: date | None = None
    basis: Basis | None = None
    share: Fraction | None = None
    to_date: Fraction | None = None
    attainment: Fraction | None = None
    pacing: Fraction | None = None
    projection: Fraction | None = None
    growth: Fraction | None = None
    reached_on: date | None = None
    down: bool = False
    ceiling: bool = False
    by_milestones: bool = False
    through_milestones: Fraction | None = None
    verdict: Verdict = "no_data"
    gap: Gap | None = None

    def is_met_by(self, value: Fraction) -> bool:
        """Would the target be reached with this value?"""
        return self.target is not None and (value <= self.target if self.down else value >= self.target)

    @property
    def lead(self) -> Fraction | None:
        """How far it is beyond the plan to date in the good direction, in the metric's unit; below 0 where it is short."""
        if self.actual is None or self.to_date is None:
            return None
        return self.to_date - self.actual if self.down else self.actual - self.to_date


CauseKind = Literal["tactic", "source", "segment", "goal", "volume", "rate", "value", "milestone", "supporting"]
"""`goal`: one that supports this one on the same metric; `volume`: the units of the first stage that is recorded; `rate`: the part
of a stage's units that reaches the next one recorded; `value`: what one unit of the last stage is worth; `milestone` and
`supporting` (a goal on another metric) say what is late, not how much of the gap it makes."""


@dataclass(frozen=True)
class Cause:
    """What makes a goal ahead or behind: of `planned` by now, `actual` has come, in the unit of `metric` (of a rate: as shares).

    `effect` is the difference it makes to the goal, in the goal's metric (below 0 where it makes it short); `part` is that as a
    part of the goal's whole difference, 1 being all of it. Both are None where that cannot be said. `to` is the stage a rate leads
    to. `silent`: it should have begun, and nothing is recorded of it.
    """

    kind: CauseKind
    id: str
    metric: str | None
    planned: Fraction
    actual: Fraction
    effect: Fraction | None = None
    part: Fraction | None = None
    to: str | None = None
    silent: bool = False


@dataclass(frozen=True)
class GoalStatus:
    """A goal on its way. `causes` are those of the difference from the plan to date, the largest first."""

    id: str
    progress: Progress
    causes: tuple[Cause, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Where it stands."""
        return self.progress.verdict

    @property
    def judged(self) -> Fraction | None:
        """What a threshold is held against: pacing, once its day is over attainment. A goal that has reached its target is at 1
        at least. None where nothing can be said, or nothing is due yet."""
        found = self.progress
        share = found.attainment if found.share == 1 else found.pacing
        if found.verdict == "reached":
            return max(share or Fraction(1), Fraction(1))
        return Fraction(0) if share is None and found.verdict in ("behind", "missed") else share


MilestoneState = Literal["reached", "reached_late", "late", "due", "no_measure", "no_data"]


@dataclass(frozen=True)
class MilestoneStatus:
    """A milestone: reached in time, reached late, late (its day is over), or due (its day is to come)."""

    id: str
    date: date | None
    state: MilestoneState
    progress: Progress
    days_left: int | None = None
    """Days from the as-of day to its own; below 0 once it is over."""


@dataclass(frozen=True)
class Contribution:
    """What a tactic was to add to a metric, how much of it by now, and what is recorded of it; `actual` is None where nothing is
    recorded for any tactic."""

    metric: str
    planned: Fraction
    to_date: Fraction | None
    actual: Fraction | None
    pacing: Fraction | None


@dataclass(frozen=True)
class Money:
    """Money: `budget` for the whole time, `to_date` of it by now, what is `spent`, `pacing` = spent / to date (more is dearer,
    not better), and where it ends at this pace. `spent` is None where no spend is recorded."""

    budget: Fraction | None = None
    to_date: Fraction | None = None
    spent: Fraction | None = None
    pacing: Fraction | None = None
    projection: Fraction | None = None


TacticState = Literal["not_started", "running", "finished", "no_dates"]


@dataclass(frozen=True)
class TacticStatus:
    """A tactic: `elapsed` is the part of its days that is over by the end of the as-of day. `silent`: it should have begun, and
    neither a contribution nor spend is recorded of it, while other tactics have records."""

    id: str
    state: TacticState
    start: date | None
    end: date | None
    elapsed: Fraction | None
    contributions: tuple[Contribution, ...]
    money: Money
    verdict: Verdict
    silent: bool = False


@dataclass(frozen=True)
class KpiStatus:
    """A metric: its value now (`actual`: of a flow, the sum since the plan began), the value it started from, and how the goal on
    it is doing, if there is one."""

    metric: str
    level: Literal["educate", "engage", "advocate"] | None
    kind: Kind | None
    actual: Fraction | None
    measured: date | None
    before: Fraction | None = None
    goal: str | None = None
    target: Fraction | None = None
    pacing: Fraction | None = None
    verdict: Verdict = "no_data"


@dataclass(frozen=True)
class SpendStatus:
    """What has been spent against the plan's budget; `money.budget` is what the tactics have, where the plan states no budget.
    `projection` is at the pace of the tactics' own days. `over` is how much the projection lies above the budget (below 0:
    under it)."""

    money: Money
    over: Fraction | None = None
    by_tactic: Mapping[str, Fraction] = field(default_factory=dict)
    by_source: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """Records: how many the plan has, how many of them lie after the as-of day (they are left aside) or before the plan begins (of
    flows they are), and the last day until the as-of day that any is of."""

    records: int
    after: int
    before_start: int
    last: date | None = None


@dataclass(frozen=True)
class Status:
    """Where the plan stands at the end of a day."""

    as_of: date
    start: date | None
    end: date | None
    goals: tuple[GoalStatus, ...]
    milestones: tuple[MilestoneStatus, ...]
    tactics: tuple[TacticStatus, ...]
    kpis: tuple[KpiStatus, ...]
    spend: SpendStatus
    counted: Counted
