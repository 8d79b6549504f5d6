"""How a triage is said: labels, names, prices, and the sentences of a verdict."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.said import Said
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.verdict import Verdict
from roadmapctl.i18n import numbers
from roadmapctl.i18n.numbers import Numeric
from roadmapctl.i18n.text import filled, shown
from roadmapctl.i18n.triage_words import LABELS, QUESTIONS, REASONS
from roadmapctl.report.wording import Wording, kind_of

MONEY = frozenset(("asked", "left", "short", "cost"))
DAYS = frozenset(("day", "end", "due"))
SHARES = frozenset(("loss", "gain", "before", "after", "pacing"))
AMOUNTS = frozenset(("amount", "least", "gap", "planned", "way"))
PRICES = frozenset(("price", "dearest", "next"))
SMALL_DECIMALS = 4
SMALL = Fraction(1, 10)
WHOLE_FROM = 10


class Words(NamedTuple):
    """The plan's wording, and the request."""

    plan: Wording
    request: Request

    def label(self, key: str, **fields: str) -> str:
        """A label, filled in."""
        text = LABELS[key][self.plan.language == "zh"]
        return filled(text, fields) if fields else text

    @property
    def name(self) -> str:
        """What the request is called."""
        return shown(self.request.name or self.plan.id(self.request.id))

    def reasons(self, verdict: Verdict) -> tuple[str, ...]:
        """The sentences that say why."""
        return tuple(self._sentence(REASONS[said.key], said) for said in verdict.reasons)

    def question(self, verdict: Verdict) -> str:
        """The question that would change the verdict."""
        return self._sentence(QUESTIONS[verdict.question.key], verdict.question)

    def _sentence(self, texts: tuple[str, str], said: Said) -> str:
        fields = {key: self._value(key, value, said.fields) for key, value in said.fields.items()}
        return filled(texts[self.plan.language == "zh"], fields)

    def _value(self, key: str, value: Any, fields: dict[str, Any]) -> str:
        plan = self.plan
        if key in MONEY:
            return plan.money(value)
        if key in DAYS:
            return plan.day(value)
        if key in SHARES:
            return plan.share(value)
        if key in PRICES:
            return self.price(value, fields["metric"])
        if key in AMOUNTS:
            return self.amount(self._least(value, fields["metric"]) if key == "least" else value, fields["metric"])
        return self._named(key, value)

    def _named(self, key: str, value: Any) -> str:
        plan = self.plan
        if key == "tactics":
            return self.tactics(value)
        if key == "goals":
            return plan.join(map(plan.goal, value))
        if key == "method":
            return str(value).upper()
        naming = {
            "goal": plan.goal,
            "tactic": self.tactic,
            "person": plan.person,
            "segment": plan.segment,
            "idea": self.idea,
        }
        return naming[key](value) if key in naming else str(value)

    def _least(self, value: Fraction, metric: str) -> Fraction | int:
        """What is at least wanted, in whole units where the metric counts them."""
        kind = kind_of(self.plan.plan.metrics.get(metric), self.plan.plan.currency)
        return whole_up(value) if kind == "number" else value

    def tactics(self, ids: Iterable[str]) -> str:
        """Tactics by name."""
        return self.plan.join(map(self.tactic, ids))

    def tactic(self, id_: str) -> str:
        """A tactic's name in quotes."""
        return f"“{self.plan.tactic(id_)}”"

    def idea(self, id_: str) -> str:
        """An idea's name."""
        return self.plan.plan.ideas[id_].name or self.plan.id(id_)

    def amount(self, value: Numeric, metric: str) -> str:
        """An amount of a metric, with its unit; of a rate, points."""
        if self.is_rate(metric):
            return self.plan.label("points", number=numbers.number(Fraction(value) * 100))
        counted = kind_of(self.plan.plan.metrics.get(metric), self.plan.plan.currency) == "number"
        whole = counted and not -WHOLE_FROM < value < WHOLE_FROM
        return self.plan.quantity(round(Fraction(value)) if whole else value, metric, unit=True)

    def price(self, value: Fraction | None, metric: str) -> str:
        """Money for one unit of a metric, of a rate for a point; a small price with four decimals."""
        if value is None:
            return ""
        each = value / 100 if self.is_rate(metric) else value
        if each == 0 or each >= SMALL:
            return self.plan.money(each)
        currency = self.plan.plan.currency
        symbol = "" if currency is None else numbers.SYMBOLS.get(currency, f"{currency} ")
        return symbol + numbers.number(each, SMALL_DECIMALS)

    def is_rate(self, metric: str) -> bool:
        """Is the metric a rate?"""
        return kind_of(self.plan.plan.metrics.get(metric), self.plan.plan.currency) == "rate"
