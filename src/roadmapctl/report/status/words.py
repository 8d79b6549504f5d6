"""How a status is said: labels, values of metrics, names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from roadmapctl.i18n import numbers
from roadmapctl.i18n.status_words import CAUSES, LABELS, NOTES
from roadmapctl.i18n.text import filled, shown
from roadmapctl.model.currency import DECIMALS
from roadmapctl.report.wording import Wording, kind_of

ABSENT = "–"
WHOLE_FROM = 100
"""Numbers from here on are shown without decimals: what is due by now is no exact count."""


@dataclass(frozen=True)
class Words:
    """A plan's own wording, and the words of a status."""

    plan: Wording

    def label(self, key: str, **fields: str) -> str:
        """A label, filled in."""
        return self._filled(LABELS[key], fields)

    def note(self, key: str, **fields: str) -> str:
        """A sentence about what is counted."""
        return self._filled(NOTES[key], fields)

    def why(self, key: str, **fields: str) -> str:
        """A sentence, or a part of one, about a cause."""
        return self._filled(CAUSES[key], fields)

    def _filled(self, texts: tuple[str, str], fields: Mapping[str, str]) -> str:
        return filled(texts[self.plan.language == "zh"], fields)

    def quoted(self, name: str) -> str:
        """A name within a sentence; Chinese sets it in quotes, for there are no spaces around it."""
        return self.why("quoted", name=name)

    # names of the plan's own, safe to show

    def goal(self, id: str | None) -> str:
        """A goal's name."""
        return shown(self.plan.goal(id))

    def metric(self, id: str | None) -> str:
        """A metric's name."""
        return shown(self.plan.metric(id))

    def milestone(self, id: str | None) -> str:
        """A milestone's name."""
        return shown(self.plan.milestone(id))

    def tactic(self, id: str | None) -> str:
        """A tactic's name."""
        return shown(self.plan.tactic(id))

    def source(self, id: str | None) -> str:
        """The name of a source of the funnel."""
        return shown(self.plan.source(id))

    def segment(self, id: str | None) -> str:
        """A segment's name."""
        return shown(self.plan.segment(id))

    def stage(self, id: str | None) -> str:
        """The name of a stage of the funnel."""
        return shown(self.plan.stage(id))

    # values

    def value(self, value: Fraction | None, metric: str | None) -> str:
        """A metric's value; large counts in whole numbers."""
        if value is None:
            return ABSENT
        kind = self._kind(metric)
        if kind == "money":
            unit = self.plan.plan.metrics[metric or ""].unit
            return self._money(value, unit if unit in DECIMALS else self.plan.plan.currency)
        if kind == "rate":
            return self.plan.share(value, 2)
        return numbers.number(value, 0 if abs(value) >= WHOLE_FROM else 1)

    def difference(self, value: Fraction, metric: str | None) -> str:
        """A difference of two values: of rates, in points."""
        if self._kind(metric) == "rate":
            return self.plan.label("points", number=numbers.number(value * 100))
        return self.value(value, metric)

    def added(self, value: Fraction | None, metric: str | None) -> str:
        """What a tactic adds: to a rate, points."""
        return ABSENT if value is None else self.difference(value, metric)

    def is_money(self, metric: str | None) -> bool:
        """Does a metric count money?"""
        return self._kind(metric) == "money"

    def _kind(self, metric: str | None) -> str:
        plan = self.plan.plan
        return kind_of(plan.metrics.get(metric or ""), plan.currency)

    def money(self, value: Fraction | None) -> str:
        """An amount in the plan's currency."""
        return ABSENT if value is None else self._money(value, self.plan.plan.currency)

    def _money(self, value: Fraction, currency: str | None) -> str:
        """With all its digits in Chinese too, so that those of a column can be compared."""
        return numbers.money(round(value) if abs(value) >= WHOLE_FROM else value, currency, "en")

    def share(self, value: Fraction | None) -> str:
        """How much is reached, in whole per cent."""
        return self.plan.reached(value) or ABSENT

    def day(self, value: date | None) -> str:
        """A day."""
        return ABSENT if value is None else self.plan.day(value)

    def verdict(self, verdict: str) -> str:
        """A mark and a word."""
        return self.label(verdict)
