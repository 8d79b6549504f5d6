"""Step 4: the sentence, why, and how the pieces work together."""

from typing import NamedTuple

from roadmapctl.report.wording import Wording


class JourneyRow(NamedTuple):
    """One step of the way people take."""

    start: str
    to: str
    how: str


class MessageRow(NamedTuple):
    """A core message."""

    name: str
    text: str
    segment: str


class StrategyView(NamedTuple):
    """The section."""

    statement: str
    why: str
    journey: tuple[JourneyRow, ...]
    messages: tuple[MessageRow, ...]


def strategy_view(words: Wording) -> StrategyView | None:
    """The section, or None where the plan has none."""
    strategy = words.plan.strategy
    if strategy is None:
        return None
    view = StrategyView(
        statement=strategy.statement or "",
        why=strategy.why or "",
        journey=tuple(JourneyRow(words.id(j.from_), words.id(j.to), j.how or "") for j in strategy.journey),
        messages=tuple(
            MessageRow(m.name or words.id(id_), m.text or "", words.segment(m.segment))
            for id_, m in strategy.messages.items()
        ),
    )
    return view if view != StrategyView("", "", (), ()) else None
