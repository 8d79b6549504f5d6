"""How goals as growth are said in one language."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.schedule import days_in
from roadmapctl.i18n import numbers
from roadmapctl.i18n.goals_words import LABELS, NOTES, PERIOD, YEAR
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.wording import Wording

Value = Fraction | Decimal
LEAST_DAYS_OF_A_YEAR = 350


class Words(NamedTuple):
    """The words for one plan."""

    wording: Wording

    @property
    def forms(self) -> Forms:
        """How the parts of the funnel write numbers and spans."""
        return Forms(self.wording.plan.currency, self.wording.language)

    def label(self, key: str, **fields: Any) -> str:
        """A label."""
        return say(*LABELS[key], {**self._periods(), **fields}, self.wording.language)

    def note(self, key: str, **fields: Any) -> str:
        """A sentence."""
        return say(*NOTES[key], {**self._periods(), **fields}, self.wording.language)

    def _periods(self) -> dict[str, str]:
        """What the period before is called: last year, where the plan is that of a year or states no period."""
        period = self.wording.plan.period
        names = YEAR if period is None or days_in(period) >= LEAST_DAYS_OF_A_YEAR else PERIOD
        return {key: names[key][self.wording.language == "zh"] for key in names}

    def columns(self, heads: str) -> tuple[Column, ...]:
        """Columns by the keys of their heads; `>` sets one to the right."""
        return tuple(Column(self.label(head.removeprefix(">")), words=head[0] != ">") for head in heads.split())

    def value(self, value: Value | None, metric: str | None) -> str:
        """A metric's value."""
        return self.wording.quantity(value, metric)

    def cell(self, value: Value | None, metric: str | None) -> str:
        """The same with all its digits, so that those of a column can be compared and added up."""
        return self.wording.exactly(value, metric)

    def step(self, value: Value | None, metric: str | None) -> str:
        """How far a metric moves, with its sign and all its digits: points for a rate, else its own unit."""
        return self.wording.difference(value, metric, exactly=True)

    def percent(self, value: Fraction | None) -> str:
        """A relative change with its sign."""
        return "" if value is None else numbers.signed(numbers.share(value))

    def rate(self, value: Fraction | None) -> str:
        """A rate in per cent, or a multiplier."""
        if value is None:
            return ""
        return numbers.share(value, 2) if value <= 1 else numbers.number(value, 4)

    def join(self, texts: Iterable[str]) -> str:
        """A list in one line."""
        return self.wording.join(texts)
