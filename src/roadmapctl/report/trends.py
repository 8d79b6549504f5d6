"""How a trend is said: better or worse, and how fast beside the period before."""

from fractions import Fraction

from roadmapctl.analysis.trend import Trend
from roadmapctl.i18n.numbers import share, signed
from roadmapctl.report.wording import Wording


def trend_text(trend: Trend | None, words: Wording) -> str:
    """A trend in a few words; of a level alone, that it has none."""
    if trend is None:
        return words.label("no_trend")
    way = words.label(f"trend_{trend.direction}")
    if trend.pace is None:
        return way
    return words.label(f"pace_{trend.pace}", trend=way, before=growth_text(trend.before))


def growth_text(value: Fraction | None) -> str:
    """A relative change with its sign; empty for one from nothing."""
    return "" if value is None else signed(share(value))
