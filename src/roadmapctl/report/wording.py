"""How a report says a plan's values: names for ids, numbers in their metric's unit, dates, all in one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import Any

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.i18n import Language, dates, numbers
from roadmapctl.i18n.labels import labels
from roadmapctl.i18n.numbers import Numeric
from roadmapctl.i18n.terms import called
from roadmapctl.i18n.text import filled
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.model.metrics import Metric
from roadmapctl.model.time import Duration, Lag

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Wording:
    """One plan in one language. Every method returns text; what the plan does not say becomes an empty one."""

    plan: Plan
    language: Language
    labels: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", labels(self.language))

    def label(self, key: str, **values: str) -> str:
        """A label or sentence of ours, filled in."""
        return filled(self.labels[key], values) if values else self.labels[key]

    def choice(self, kind: str, value: str | None) -> str:
        """The word for one of a fixed set of values, such as a segment's status."""
        return "" if value is None else self.labels[f"{kind}_{value.replace('-', '_')}"]

    # numbers and dates

    def count(self, value: Numeric | None) -> str:
        """A plain number."""
        return "" if value is None else numbers.plain(value, self.language)

    def units(self, value: Numeric | None) -> str:
        """A number of units with all its digits, so that a column of them can be compared."""
        return "" if value is None else numbers.number(value)

    def money(self, value: Numeric | None, *, short: bool = False) -> str:
        """An amount in the plan's currency."""
        return "" if value is None else numbers.amount(value, self.plan.currency, self.language, short=short)

    def budget(self, value: Numeric | None) -> str:
        """An amount out of the tactics' budgets. They are compared from table to table, so all are said in the same way: in
        Chinese in 万 if none of them is below it or loses anything, else with all their digits."""
        if value is None or not self._budgets_in_wan:
            return self.in_full(value)
        return numbers.in_wan(value, self.plan.currency)

    @cached_property
    def _budgets_in_wan(self) -> bool:
        said = [tactic.budget for tactic in self.plan.tactics.values() if tactic.budget]
        return self.language == "zh" and all(one >= numbers.WAN and one % 100 == 0 for one in said)

    def share(self, value: Numeric | None, decimals: int = 1) -> str:
        """A part of a whole, in per cent."""
        return "" if value is None else numbers.share(value, decimals)

    def reached(self, value: Fraction | None) -> str:
        """How much of something is reached, in whole per cent, rounded down: what is not 95% yet does not look like it."""
        return "" if value is None else self.share(Fraction(floor(value * 100), 100), 0)

    def day(self, value: date | None) -> str:
        """A date, held together by no-break spaces so that no column of a table breaks it."""
        return "" if value is None else dates.day(value, self.language).replace(" ", NO_BREAK)

    def span(self, start: date | None, end: date | None) -> str:
        """From one day to another, to be broken only between them; a single day where the other is not said."""
        if start is not None and end is not None and start != end:
            said = dates.span(start, end, self.language) if start < end else f"{self.day(start)} – {self.day(end)}"
            return said.replace(" ", NO_BREAK).replace(f"–{NO_BREAK}", "– ")
        return self.day(start or end)

    def lag(self, value: Lag | None) -> str:
        """How long it takes to reach the next stage."""
        if value is None:
            return ""
        if isinstance(value, Duration):
            return dates.length(value.number, value.unit, self.language)
        return self.label("lag_spread", p50=self.lag(value.p50), p90=self.lag(value.p90))

    def join(self, parts: Iterable[str]) -> str:
        """A list of short texts in one line."""
        return ("、" if self.language == "zh" else ", ").join(part for part in parts if part)

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other; no space after a Chinese full stop."""
        return "".join(part if part.endswith("。") else f"{part} " for part in parts if part).rstrip()

    # what a metric counts

    def quantity(self, value: Numeric | None, metric_id: str | None, *, unit: bool = False) -> str:
        """A metric's value: a share for a rate, money for money, else a number, with its unit if asked for."""
        if value is None:
            return ""
        metric = self.plan.metrics.get(metric_id) if metric_id is not None else None
        kind = kind_of(metric, self.plan.currency)
        if kind == "rate":
            return self.share(value, 2)
        if kind == "money" and metric is not None:
            currency = metric.unit if metric.unit in DECIMALS else self.plan.currency
            return numbers.amount(value, currency, self.language)
        text = self.count(value)
        if not unit or metric is None or metric.unit is None:
            return text
        return f"{text}{' ' if metric.unit[0].isascii() else ''}{metric.unit}"

    def exactly(self, value: Numeric | None, metric_id: str | None) -> str:
        """A metric's value with all its digits, so that those of a column can be compared and added up."""
        kind = kind_of(self.plan.metrics.get(metric_id or ""), self.plan.currency)
        if value is None or kind == "rate":
            return self.quantity(value, metric_id)
        if kind == "number":
            return numbers.number(value)
        unit = self.plan.metrics[metric_id or ""].unit
        return numbers.money(value, unit if unit in DECIMALS else self.plan.currency, "en")

    def way(self, value: Numeric | None, metric_id: str | None, *, unit: bool = False) -> str:
        """How far a metric has to move, or is moved: of a rate in points, for a part of its way is no share of anything."""
        if value is None or kind_of(self.plan.metrics.get(metric_id or ""), self.plan.currency) != "rate":
            return self.quantity(value, metric_id, unit=unit)
        return self.label("points", number=numbers.number(Fraction(value) * 100))

    def in_full(self, value: Numeric | None) -> str:
        """An amount in the plan's currency with all its digits, so that those of a column can be compared."""
        return "" if value is None else numbers.money(value, self.plan.currency, "en")

    def difference(self, value: Numeric | None, metric_id: str | None, *, exactly: bool = False) -> str:
        """How far a metric moves, with its sign: points for a rate, else its own unit."""
        if value is None:
            return ""
        if kind_of(self.plan.metrics.get(metric_id or ""), self.plan.currency) == "rate":
            return self.label("points", number=numbers.signed(numbers.number(Fraction(value) * 100)))
        return numbers.signed((self.exactly if exactly else self.quantity)(value, metric_id))

    def change(self, previous: Decimal | None, current: Decimal | None, metric_id: str | None) -> str:
        """How far a metric moved: points for a rate, else per cent of what it was; empty where that was 0."""
        if previous is None or current is None:
            return ""
        metric = self.plan.metrics.get(metric_id) if metric_id is not None else None
        if kind_of(metric, self.plan.currency) == "rate":
            return self.label("points", number=numbers.signed(numbers.number((current - previous) * 100)))
        if not previous:
            return ""
        return numbers.signed(numbers.share(Fraction(current - previous) / abs(Fraction(previous))))

    # names of things

    def goal(self, id_: str | None) -> str:
        """The name of a goal of this plan or the wider one; without a name its id, which is English words, or in Chinese the
        name of its metric, with the segment or the day that tells it from others on that metric."""
        own = self.plan.goals.get(id_ or "")
        goal = own or (self.plan.above.goals.get(id_ or "") if self.plan.above is not None else None)
        if goal is None:
            return self.id(id_)
        if goal.name is not None:
            return goal.name
        if self.language == "en" or own is None or goal.metric is None:
            return self.id(id_)
        alike = [other for other in self.plan.goals.values() if other.metric == goal.metric]
        if len(alike) == 1:
            return self.metric(goal.metric)
        if goal.segment is not None and len({other.segment for other in alike}) == len(alike):
            return f"{self.metric(goal.metric)}（{self.segment(goal.segment)}）"
        if goal.due is not None and len({other.due for other in alike}) == len(alike):
            return f"{self.metric(goal.metric)}（{self.day(goal.due)}）"
        return self.id(id_)

    def metric(self, id_: str | None) -> str:
        """A metric's name."""
        return self._named(self.plan.metrics, id_)

    def milestone(self, id_: str | None) -> str:
        """A milestone's name."""
        return self._named(self.plan.milestones, id_)

    def tactic(self, id_: str | None) -> str:
        """A tactic's name."""
        return self._named(self.plan.tactics, id_)

    def segment(self, id_: str | None) -> str:
        """A segment's name."""
        return self._named(self.plan.market.segments if self.plan.market is not None else {}, id_)

    def person(self, id_: str | None) -> str:
        """A person's name."""
        return self._named(self.plan.organization.people if self.plan.organization is not None else {}, id_)

    def stage(self, id_: str | None) -> str:
        """The name of a stage of the funnel."""
        stages = self.plan.funnel.stages if self.plan.funnel is not None else ()
        return self._named({stage.id: stage for stage in stages}, id_)

    def source(self, id_: str | None) -> str:
        """The name of a source of the funnel."""
        return self._named(self.plan.funnel.sources if self.plan.funnel is not None else {}, id_)

    def id(self, id_: str | None) -> str:
        """What an id without a name is called."""
        return "" if id_ is None else called(id_, self.language)

    def _named(self, members: Mapping[str, Any], id_: str | None) -> str:
        member = members.get(id_) if id_ is not None else None
        name: str | None = getattr(member, "name", None)
        return name if name is not None else self.id(id_)


def kind_of(metric: Metric | None, currency: str | None) -> str:
    """`money`, `rate` or `number`: how a metric's values are written. An unsaid unit is a plain number here."""
    if metric is None or metric.unit is None:
        return "number"
    unit = unit_of(metric, currency)
    return unit if unit in ("money", "rate") else "number"
