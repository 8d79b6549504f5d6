"""Step 1: where we stand, what happened, who else is there."""

from typing import NamedTuple

from roadmapctl.analysis.trend import trend_of
from roadmapctl.model.discovery import Discovery, ReviewLine
from roadmapctl.report.trends import growth_text, trend_text
from roadmapctl.report.wording import Wording


class ReviewRow(NamedTuple):
    """A figure of the last period beside those before: `change` in its unit, `growth` relative, `trend` in words."""

    metric: str
    earlier: str
    previous: str
    current: str
    change: str
    growth: str
    trend: str
    because: str
    insight: str


class CompetitorRow(NamedTuple):
    """Somebody the segments could buy from instead."""

    name: str
    moves: str
    our_position: str


class DiscoveryView(NamedTuple):
    """The section; `statements` are pairs of a label and a text."""

    statements: tuple[tuple[str, str], ...]
    review: tuple[ReviewRow, ...]
    competitors: tuple[CompetitorRow, ...]
    strengths: tuple[str, ...]
    gaps: tuple[str, ...]


def discovery_view(words: Wording) -> DiscoveryView | None:
    """The section, or None where the plan has none."""
    discovery = words.plan.discovery
    if discovery is None:
        return None
    capabilities = discovery.capabilities
    view = DiscoveryView(
        statements=_statements(discovery, words),
        review=_review(discovery, words),
        competitors=tuple(
            CompetitorRow(c.name or words.id(id_), c.moves or "", c.our_position or "")
            for id_, c in discovery.competitors.items()
        ),
        strengths=capabilities.strengths if capabilities is not None else (),
        gaps=capabilities.gaps if capabilities is not None else (),
    )
    return view if view != DiscoveryView((), (), (), (), ()) else None


def _statements(discovery: Discovery, words: Wording) -> tuple[tuple[str, str], ...]:
    said = (
        ("today", discovery.today),
        ("ambition", discovery.ambition),
        ("why_now", discovery.why_now),
        ("expected", discovery.expected),
    )
    return tuple((words.label(key), text) for key, text in said if text is not None)


def _review(discovery: Discovery, words: Wording) -> tuple[ReviewRow, ...]:
    return tuple(_review_row(id_, line, words) for id_, line in discovery.review.items())


def _review_row(id_: str, line: ReviewLine, words: Wording) -> ReviewRow:
    trend = trend_of(line, words.plan.metrics.get(line.metric or ""))
    return ReviewRow(
        metric=words.metric(line.metric) if line.metric is not None else words.id(id_),
        earlier=" → ".join(words.quantity(value, line.metric) for value in line.history),
        previous=words.quantity(line.previous, line.metric),
        current=words.quantity(line.current, line.metric),
        change=words.difference(trend.absolute, line.metric) if trend is not None else "",
        growth=growth_text(trend.relative) if trend is not None else "",
        trend=trend_text(trend, words) if line.current is not None else "",
        because=line.because or "",
        insight=line.insight or "",
    )
