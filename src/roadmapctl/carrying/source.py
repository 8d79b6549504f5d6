"""What the next period's plan is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.carry.carry import Carry
from roadmapctl.analysis.parts.shared import rounded
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.cutting.words import Words
from roadmapctl.cutting.yaml_text import Written
from roadmapctl.i18n import dates
from roadmapctl.i18n.carry_words import COMMENTS

RECORDED_DIGITS = 4
Why = Callable[[TacticVerdict], str]
"""What is said for a verdict."""


@dataclass(frozen=True)
class Source:
    """What is carried, the plan's values as they were written, how it speaks, and how a verdict is said."""

    carry: Carry
    values: Mapping[str, Any]
    words: Words
    why: Why
    learned: tuple[tuple[str, str], ...] = ()
    """What hypotheses showed, as (tactic, sentence)."""

    def section(self, *path: str) -> Any:
        """The values at a path of the plan; an empty mapping where there is nothing."""
        found: Any = self.values
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return {} if found is None else found

    def comment(self, key: str, **fields: object) -> str:
        """A line of comment."""
        return self.words.said(COMMENTS, key, **fields)

    def listed(self, ids: tuple[str, ...]) -> str:
        """Ids in a line."""
        return self.comment("between").join(ids)

    def day(self) -> str:
        """The day up to which the review had figures."""
        return self.words.day(self.carry.reviewed.moment.figures)

    def spoken(self, value: Fraction | Decimal, metric: str | None, *, unit: bool = True) -> str:
        """A metric's value in a sentence."""
        return self.words.spoken(value if isinstance(value, Decimal) else self.exact(value), metric, unit=unit)

    def exact(self, value: Fraction) -> Decimal:
        """The value to two decimals, a rate to four: what is recorded has no more."""
        return rounded(value, RECORDED_DIGITS)

    def quantity(self, value: Decimal, metric: str | None) -> Written:
        """A metric's value as it is written."""
        return self.words.quantity(value, metric)

    @property
    def keeps_parent(self) -> bool:
        """Is the next period one of the wider plan's?"""
        above, period = self.carry.plan.above, self.carry.period
        if above is None or above.period is None:
            return above is not None
        return above.period.covers(period.start) and above.period.covers(period.end)

    @property
    def wider_goals(self) -> frozenset[str]:
        """The wider plan's goals that can still be supported: those that are not due before the period begins."""
        above, start = self.carry.plan.above, self.carry.period.start
        if above is None or not self.keeps_parent:
            return frozenset()
        return frozenset(id_ for id_, goal in above.goals.items() if goal.due is None or goal.due >= start)

    @property
    def before(self) -> str:
        """The name of the period that ends."""
        return self._called(after=False)

    @property
    def next(self) -> str:
        """The name of the period that begins."""
        return self._called(after=True)

    def _called(self, *, after: bool) -> str:
        one = self.carry.step.after if after else self.carry.step.before
        return dates.period(one.start, one.end, one.text, self.words.language)
