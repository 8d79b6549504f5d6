"""The content in three dimensions: buying stage × core message × format, with hero, hub and hygiene, and its gaps."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.model import Plan
from roadmapctl.model.tactics import BuyingStage, ContentTier

STAGES: tuple[str, ...] = get_args(BuyingStage)
TIERS: tuple[str, ...] = get_args(ContentTier)


class Gap(NamedTuple):
    """A buying stage at which no event carries a message."""

    stage: str
    message: str


class Content(NamedTuple):
    """Events in the grid of buying stages and core messages. `messages` are those of the plan, in its order; `cells` hold the
    events of a stage and a message, `unplaced` are those that do not say both. `gaps` are the empty cells, worst first."""

    messages: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Held, ...]]
    unplaced: tuple[Held, ...]
    gaps: tuple[Gap, ...]
    by_tier: Mapping[tuple[str, str | None], int]

    def at(self, stage: str) -> int:
        """Events that speak to a buying stage."""
        return sum(number for (other, _), number in self.by_tier.items() if other == stage)

    def of_tier(self, tier: str) -> int:
        """Events of a content tier, over all buying stages."""
        return sum(number for (_, other), number in self.by_tier.items() if other == tier)


def content(plan: Plan) -> Content:
    """The content matrix of a plan's events.

    A gap is the worse, the fewer events speak to its stage and the fewer carry its message: a stage that nothing speaks to
    comes first.
    """
    messages = tuple(plan.strategy.messages) if plan.strategy is not None else ()
    held = events_of(plan)
    cells: dict[tuple[str, str], tuple[Held, ...]] = {}
    by_tier: dict[tuple[str, str | None], int] = {}
    for one in held:
        stage, message = one.event.stage, one.event.message
        if stage is not None:
            by_tier[stage, one.event.content] = by_tier.get((stage, one.event.content), 0) + one.number
        if stage is not None and message is not None:
            cells[stage, message] = (*cells.get((stage, message), ()), one)
    placed = {one.id for many in cells.values() for one in many}
    unplaced = tuple(one for one in held if one.id not in placed)
    found = Content(messages, cells, unplaced, (), by_tier)
    return found._replace(gaps=_gaps(found, held))


def _gaps(found: Content, held: tuple[Held, ...]) -> tuple[Gap, ...]:
    carried = {message: sum(one.number for one in held if one.event.message == message) for message in found.messages}
    empty = [
        Gap(stage, message) for stage in STAGES for message in found.messages if (stage, message) not in found.cells
    ]
    return tuple(sorted(empty, key=lambda gap: (found.at(gap.stage), carried[gap.message])))
