"""What is already late: what had to be at a stage before the plan begins."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, Dues, by_season
from roadmapctl.analysis.calendar.netting import covers_of
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.seasonality import Weights
from roadmapctl.model.time import Lag, Period

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.timing import Timing  # a plan in which nothing may be late does without


class Late(NamedTuple):
    """What had to be at a stage before the period begins, for the first deals to be won in time.

    `needed` units had to have entered it, of which some may be among the `in_hand`; `short` are missing, and with
    them `deals` that come late. `…_whole` are rounded up.
    """

    needed: Fraction
    needed_whole: int
    in_hand: int
    short: Fraction
    short_whole: int
    deals: Fraction


def may_be_late(
    result: FunnelResult, period: Period, lags: Sequence[Lag | None], weights: Weights, part: Fraction
) -> bool:
    """A quick look: may more than this part of the deals come late at some stage?

    Without the streams that tell which deals they are, which takes most of the time; what comes anyway is left to them.
    """
    if any(source.brings is not None for source in result.sources):
        return True
    dues = Dues(period, by_season(period, weights), lags)
    most = dues.shares(max(map(dues.first_in_time, range(len(result.stages)))))
    news = enumerate(cover.new for cover in covers_of(result))
    return any(most > new.low and new.size and new.below(dues.late(number)) > part for number, new in news)


def late_at(number: int, timing: "Timing") -> Late:
    """What is late at the stage with an index."""
    stage, cover = timing.result.stages[number], timing.covers[number]
    share = timing.dues.late(number)
    needed = (stage.need - stage.anyway) * (cover.need.below(share) if cover.need.size else NONE)
    part = cover.new.below(share) if cover.new.size else NONE
    short = (stage.new - stage.anyway) * part
    return Late(
        needed=needed,
        needed_whole=whole_up(needed),
        in_hand=stage.in_hand,
        short=short,
        short_whole=whole_up(short),
        deals=part * _deals_of_new(number, timing),
    )


def _deals_of_new(number: int, timing: "Timing") -> Fraction:
    """The deals that a stage's new units become."""
    low = timing.covers[number].new.low
    deals = timing.streams[-1].items()
    of_new = (n for stream, n in deals if stream.enters <= number and stream.deals.low >= low and not stream.anyway)
    return sum(of_new, NONE)
