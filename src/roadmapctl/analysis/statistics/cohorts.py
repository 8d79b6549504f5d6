"""Rates of units by the period in which they entered: only cohorts that have had their time count."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from roadmapctl.analysis.statistics.ab_test import Counted
from roadmapctl.model.time import Duration, Period


class Cohort(NamedTuple):
    """Those who entered in a period, and how many of them have gone on so far."""

    entered: Period
    counted: Counted

    def is_mature(self, lag: Duration, as_of: date) -> bool:
        """Has the last of them had the lag (of nine in ten, P90) by the end of `as_of`? A younger cohort's rate still rises."""
        return lag.after(self.entered.end) <= as_of


def together(cohorts: Iterable[Cohort]) -> Counted | None:
    """All of some cohorts as one: Σ won / Σ of, and not the mean of their rates. None of no cohort."""
    counts = [cohort.counted for cohort in cohorts]
    return Counted(sum(one.won for one in counts), sum(one.of for one in counts)) if counts else None
