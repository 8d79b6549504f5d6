"""Ahead, on track or behind, and what is final."""

from datetime import date
from fractions import Fraction

from roadmapctl.analysis.status.result import AHEAD_FROM, ON_TRACK_FROM, Progress, Verdict


def by_pacing(pacing: Fraction) -> Verdict:
    """What a pacing means while there is time left."""
    return "ahead" if pacing >= AHEAD_FROM else "on_track" if pacing >= ON_TRACK_FROM else "behind"


def verdict_of(found: Progress, as_of: date) -> Verdict:
    """What has been measured, in a word. Once the way is over, and as soon as the target is met, nothing else counts."""
    if found.actual is None or found.target is None:
        return "no_plan"
    met = found.is_met_by(found.actual)
    if found.end is not None and as_of >= found.end:
        return "reached" if met else "missed"
    if found.gap == "same":
        return "on_track" if met else "behind"
    if met and not found.ceiling:
        return "reached"
    if found.share == 0:
        return "not_due"
    if found.ceiling and found.actual <= 0:
        return "ahead"
    return "no_plan" if found.pacing is None else by_pacing(found.pacing)
