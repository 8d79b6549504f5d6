"""How a cut plan speaks: its comments and sentences, and its numbers as people write them in that language."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.cutting.yaml_text import Written
from roadmapctl.i18n import Language, dates, numbers
from roadmapctl.i18n.cutting_words import COMMENTS, STATEMENTS
from roadmapctl.i18n.funnel_words import Words as Table
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.model.numbers import plain_text

DECIMALS_KEPT = 30


@dataclass(frozen=True)
class Words:
    """The words for parts of one plan."""

    plan: Plan
    language: Language

    def comment(self, key: str, **values: object) -> str:
        """A line of comment."""
        return self.said(COMMENTS, key, **values)

    def said(self, table: Table, key: str, **values: object) -> str:
        """A sentence of a table, filled in."""
        return table[key][self.language == "zh"].format(**values)

    def day(self, day: date) -> str:
        """A date in words."""
        return dates.day(day, self.language)

    def figure(self, value: Decimal) -> Written:
        """A number as the plan's writer would type it: `84_000`; `42.5万` in Chinese where that is exact."""
        if self.language == "zh":
            short = numbers.brief(value, "zh").replace(",", "")
            if not short[-1].isdigit():
                return Written(short)
        return Written(numbers.number(value, DECIMALS_KEPT).replace(",", "_"))

    def quantity(self, value: Decimal, metric_id: str | None) -> Written:
        """The value of a metric: `1%` of a rate, else a number."""
        return Written(_percent(value)) if self._is_rate(metric_id) else self.figure(value)

    def addition(self, value: Decimal, metric_id: str | None) -> Written:
        """What is added to a metric: `0.5pp` to a rate, else a number."""
        return Written(f"{plain_text(value * 100)}pp") if self._is_rate(metric_id) else self.figure(value)

    def spoken(self, value: Decimal, metric_id: str | None, *, unit: bool = True) -> str:
        """The same in a sentence, with its unit: `420,000 EUR`, `1%`, `172 leads`; `42万元`."""
        if self._is_rate(metric_id):
            return _percent(value)
        text, counted = numbers.plain(value, self.language), self._unit(metric_id)
        if not unit or counted is None or counted.lower() in self.metric(metric_id).lower():
            return text
        return f"{text}{' ' if counted[0].isascii() else ''}{counted}"

    def added(self, value: Decimal, metric_id: str | None) -> str:
        """What is added to a metric, in a sentence: `0.5 points` to a rate, else as `spoken` has it."""
        if self._is_rate(metric_id):
            return self.comment("points", number=plain_text(value * 100))
        return self.spoken(value, metric_id)

    def money(self, value: Decimal) -> str:
        """An amount in the plan's currency."""
        return numbers.amount(value, self.plan.currency, self.language)

    def metric(self, id: str | None) -> str:
        """A metric's name, or its id."""
        metric = self.plan.metrics.get(id or "")
        return (id or "") if metric is None or metric.name is None else metric.name

    def statement(self, metric_id: str | None, baseline: Decimal | None, target: Decimal, due: date) -> str:
        """A goal in a sentence; with a baseline it says the way, without one the sum."""
        values = {"metric": self.metric(metric_id), "target": self.spoken(target, metric_id), "day": self.day(due)}
        if baseline is None:
            return self.said(STATEMENTS, "sum", **values)
        return self.said(STATEMENTS, "way", baseline=self.spoken(baseline, metric_id, unit=False), **values)

    def _is_rate(self, metric_id: str | None) -> bool:
        metric = self.plan.metrics.get(metric_id or "")
        return metric is not None and metric.is_rate

    def _unit(self, metric_id: str | None) -> str | None:
        """What a metric counts; money is counted in its currency."""
        metric = self.plan.metrics.get(metric_id or "")
        if metric is None or metric.unit is None or unit_of(metric, self.plan.currency) != "money":
            return None if metric is None else metric.unit
        code = metric.unit if metric.unit in DECIMALS else self.plan.currency
        return "元" if self.language == "zh" and code == "CNY" else code


def _percent(value: Decimal) -> str:
    return f"{plain_text(value * 100)}%"
