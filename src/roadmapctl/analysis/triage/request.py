"""An unplanned request, as an idea of the plan or as somebody describes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from roadmapctl.analysis.ideas.scored import PARTS, score_of
from roadmapctl.model.tactics import Idea, Score, Tactic


@dataclass(frozen=True)
class Request:
    """What is asked for. None, or an empty mapping, is what nobody said; money is in the plan's currency.

    `id` is that of the plan's idea, None for one that is described.
    """

    id: str | None = None
    name: str | None = None
    what: str | None = None
    goal: str | None = None
    segment: str | None = None
    channel: str | None = None
    lever: str | None = None
    owner: str | None = None
    budget: Decimal | None = None
    start: date | None = None
    end: date | None = None
    contributes: Mapping[str, Decimal] = field(default_factory=dict)
    score: Score = field(default_factory=Score)

    @property
    def span(self) -> tuple[date, date] | None:
        """Its first and its last day, where both are said."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The keys that a triage needs and nobody said, the weightiest first."""
        score = () if any(score_of(self.score, method) is not None for method in PARTS) else ("score",)
        keys = ("goal", "contributes", "budget", "owner", "start", "end", "segment", "channel")
        return (*(key for key in keys if not said(getattr(self, key))), *score)


def said(value: object) -> bool:
    """Did somebody say it? A budget of 0 is said."""
    return value is not None and value != {}


def of_idea(id_: str, idea: Idea) -> Request:
    """An idea of the plan as a request."""
    keys = ("name", "what", "goal", "segment", "channel", "lever", "owner", "budget", "start", "end", "contributes")
    return Request(id=id_, score=idea.score or Score(), **{key: getattr(idea, key) for key in keys})


def contributors(tactics: Mapping[str, Tactic], metric: str) -> Iterator[tuple[str, Tactic]]:
    """The planned tactics that contribute to a metric, in the plan's order."""
    return ((id_, tactic) for id_, tactic in tactics.items() if tactic.contributes.get(metric))
