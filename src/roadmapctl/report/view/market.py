"""Step 2: the segments."""

from typing import NamedTuple

from roadmapctl.analysis.segments.traits import Trait
from roadmapctl.model.market import Segment
from roadmapctl.report.view.audience import trait_name, value_text
from roadmapctl.report.wording import Wording


class SegmentRow(NamedTuple):
    """A segment; `details` are pairs of a label and a text."""

    name: str
    status: str
    size: str
    channels: str
    details: tuple[tuple[str, str], ...]


class MarketView(NamedTuple):
    """The section."""

    segments: tuple[SegmentRow, ...]
    opportunity: str


def market_view(words: Wording) -> MarketView | None:
    """The section, or None where the plan has no segments."""
    market = words.plan.market
    if market is None or not market.segments:
        return None
    rows = tuple(_row(id_, segment, words) for id_, segment in market.segments.items())
    return MarketView(rows, market.opportunity or "")


def _row(id_: str, segment: Segment, words: Wording) -> SegmentRow:
    return SegmentRow(
        name=words.segment(id_),
        status=words.choice("status", segment.status),
        size=words.count(segment.size),
        channels=words.join(words.id(channel) for channel in segment.channels),
        details=_details(segment, words),
    )


def _details(segment: Segment, words: Wording) -> tuple[tuple[str, str], ...]:
    said = (
        ("who", segment.who),
        ("where", segment.where),
        ("motivation", segment.motivation),
        ("bought_because", segment.bought_because),
        ("not_bought_because", segment.not_bought_because),
        ("expectation", segment.expected),
        ("combines", words.join(words.segment(part) for part in segment.combines)),
        ("traits", words.join(_trait(key, value, words) for key, value in segment.traits.items())),
    )
    return tuple((words.label(key), text) for key, text in said if text)


def _trait(key: str, value: Trait, words: Wording) -> str:
    return words.label("trait", name=trait_name(words, key), value=value_text(value, words))
