"""What of the plan a request serves: a goal and what that supports, a segment, the strategy, a focus area."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.shared_words import shared_words
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal

MAX_LINKS = 20
"""A chain of goals that is longer supports itself somewhere."""


@dataclass(frozen=True)
class ServedGoal:
    """A goal in the chain; `of` says whose: this plan's own, or its parent's."""

    id: str
    of: Literal["plan", "parent"]
    goal: Goal


@dataclass(frozen=True)
class ServedSegment:
    """The segment it is for. `status` is the plan's word for it; `unknown` where the plan has no such segment.

    `in_goal` is the segment the goal is about, where that is another one.
    """

    id: str
    status: Literal["current", "target", "emerging", "unstated", "unknown"]
    in_goal: str | None


@dataclass(frozen=True)
class Carried:
    """What of the strategy carries it, by what is written in fields.

    `journey` are the steps its channel takes part in, as (from, to); `reaches` says whether its channel is one of the segment's,
    None where that cannot be said; `messages` are the core messages for its segment; `tactics` those planned on its channel.
    `words` are words that it has in common with the strategy: evidence, no proof.
    """

    journey: tuple[tuple[str, str], ...]
    reaches: bool | None
    messages: tuple[str, ...]
    tactics: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def by_fields(self) -> bool:
        """Does any field of the strategy carry it?"""
        return bool(self.journey or self.reaches or self.messages)


@dataclass(frozen=True)
class Serves:
    """`chain` is the goal it serves and what that supports, up to the parent's; `said_by` is how we know the goal."""

    chain: tuple[ServedGoal, ...]
    said_by: Literal["goal", "metric"] | None
    segment: ServedSegment | None
    strategy: Carried
    focus: tuple[str, ...]

    @property
    def goal(self) -> ServedGoal | None:
        """The goal it serves at once."""
        return self.chain[0] if self.chain else None


def serves(plan: Plan, request: Request) -> Serves:
    """What a request serves. Where it names no goal, the first goal on a metric that it moves stands in."""
    by_metric = None if request.goal is not None else goal_on(plan, request.contributes)
    chain = tuple(_chain(plan, request.goal or by_metric))
    said_by: Literal["goal", "metric"] | None = "goal" if request.goal else "metric" if by_metric else None
    goal = chain[0].goal if chain else None
    return Serves(chain, said_by, _segment(plan, request, goal), _carried(plan, request), _focus(plan, request, chain))


def goal_on(plan: Plan, metrics: Collection[str]) -> str | None:
    """The first goal of the plan, else of its parent, that is measured by one of these metrics."""
    for goals in (plan.goals, plan.above.goals if plan.above is not None else {}):
        found = next((id_ for id_, goal in goals.items() if goal.metric in metrics), None)
        if found is not None:
            return found
    return None


def _chain(plan: Plan, id_: str | None) -> Iterator[ServedGoal]:
    above = plan.above.goals if plan.above is not None else {}
    seen: set[tuple[str, str]] = set()
    inside = True
    while id_ is not None and len(seen) < MAX_LINKS:
        inside = inside and id_ in plan.goals and ("plan", id_) not in seen
        of: Literal["plan", "parent"] = "plan" if inside else "parent"
        goal = plan.goals[id_] if inside else above.get(id_)
        if goal is None or (of, id_) in seen:
            return
        seen.add((of, id_))
        yield ServedGoal(id_, of, goal)
        id_ = goal.supports


def _segment(plan: Plan, request: Request, goal: Goal | None) -> ServedSegment | None:
    if request.segment is None:
        return None
    segments = plan.market.segments if plan.market is not None else {}
    known = segments.get(request.segment)
    other = goal.segment if goal is not None and goal.segment not in (None, request.segment) else None
    if known is None:
        return ServedSegment(request.segment, "unknown", other)
    return ServedSegment(request.segment, known.status or "unstated", other)


def _carried(plan: Plan, request: Request) -> Carried:
    strategy, channel = plan.strategy, request.channel
    steps = strategy.journey if strategy is not None and channel is not None else ()
    messages = strategy.messages if strategy is not None and request.segment is not None else {}
    return Carried(
        journey=tuple((step.from_ or "", step.to or "") for step in steps if channel in (step.from_, step.to)),
        reaches=_reaches(plan, request),
        messages=tuple(id_ for id_, message in messages.items() if message.segment == request.segment),
        tactics=tuple(id_ for id_, t in plan.tactics.items() if channel is not None and t.channel == channel),
        words=_words(plan, request),
    )


def _reaches(plan: Plan, request: Request) -> bool | None:
    segments = plan.market.segments if plan.market is not None else {}
    segment = segments.get(request.segment or "")
    if segment is None or request.channel is None or not segment.channels:
        return None
    return request.channel in segment.channels


def _words(plan: Plan, request: Request) -> tuple[str, ...]:
    strategy = plan.strategy
    if strategy is None:
        return ()
    messages = [text for message in strategy.messages.values() for text in (message.name, message.text) if text]
    ours = " ".join(filter(None, (strategy.statement, strategy.why, *messages)))
    theirs = " ".join(filter(None, (request.name, request.what, (request.id or "").replace("-", " "))))
    return shared_words(theirs, ours)


def _focus(plan: Plan, request: Request, chain: tuple[ServedGoal, ...]) -> tuple[str, ...]:
    """The focus areas that serve one of the goals, or improve a metric that the request moves."""
    goals = {link.id for link in chain if link.of == "plan"}
    return tuple(
        id_
        for id_, area in plan.focus.items()
        if goals & set(area.goals) or set(request.contributes) & set(area.improves)
    )
