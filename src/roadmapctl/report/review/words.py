"""How a review is said: labels, verdicts, causes, and the sentences that are proposed."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.analysis.said import Said
from roadmapctl.analysis.status.result import Cause
from roadmapctl.i18n.numbers import Numeric
from roadmapctl.i18n.review_words import LABELS, SENTENCES
from roadmapctl.i18n.text import filled, shown
from roadmapctl.report.wording import Wording, kind_of

DAYS = frozenset(("day",))
MONEY = frozenset(("money", "over"))
AMOUNTS = frozenset(("planned", "from", "to"))
LONGEST = 400
WHOLE_FROM = 10


class Words(NamedTuple):
    """The words for one plan's review."""

    plan: Wording

    def label(self, key: str, **fields: str) -> str:
        """A label, filled in."""
        text = LABELS[key][self.plan.language == "zh"]
        return filled(text, fields) if fields else text

    def sentence(self, said: Said) -> str:
        """A sentence that is proposed. What a field does not say becomes a dash."""
        key = "stop_frees" if said.key == "stop" and said.fields["money"] is not None else said.key
        fields = {name: self._value(name, value, said.fields) for name, value in said.fields.items()}
        return filled(SENTENCES[key][self.plan.language == "zh"], fields)

    def sentences(self, found: Iterable[Said]) -> str:
        """Several of them in one line."""
        return ("；" if self.plan.language == "zh" else "; ").join(map(self.sentence, found))

    def _value(self, name: str, value: Any, fields: dict[str, Any]) -> str:
        plan = self.plan
        if name == "cause":
            return "" if value is None else self._by_cause(value)
        if value is None:
            return "–"
        if name in DAYS:
            return plan.day(value)
        if name in MONEY:
            return plan.money(value)
        if name in AMOUNTS or name == "actual":
            return self.amount(value, fields.get("metric"), unit=name in AMOUNTS)
        if name == "share":
            return plan.reached(value)
        if name == "tactics":
            return self.tactics(value)
        naming = {"goal": plan.goal, "tactic": self.tactic, "metric": plan.metric}
        return naming[name](value) if name in naming else shown(str(value), LONGEST)

    def _by_cause(self, cause: Cause) -> str:
        return SENTENCES["by_cause"][self.plan.language == "zh"].format(cause=self.cause(cause))

    def cause(self, cause: Cause) -> str:
        """What makes a goal ahead or behind, with what came and what was planned."""
        planned = self._caused(cause, cause.planned)
        if cause.silent:
            return self.label("cause_silent", name=self._caused_by(cause), planned=planned)
        actual = self._caused(cause, cause.actual, unit=False)
        return self.label("cause_is", name=self._caused_by(cause), actual=actual, planned=planned)

    def _caused(self, cause: Cause, value: Fraction, *, unit: bool = True) -> str:
        return self.plan.share(value) if cause.kind == "rate" else self.amount(value, cause.metric, unit=unit)

    def _caused_by(self, cause: Cause) -> str:
        plan = self.plan
        if cause.kind == "rate":
            return self.label("cause_rate", stage=plan.stage(cause.id), to=plan.stage(cause.to))
        if cause.kind == "value":
            return self.label("cause_value", stage=plan.stage(cause.id))
        naming = {
            "tactic": self.tactic, "source": plan.source, "segment": plan.segment, "volume": plan.stage,
            "milestone": plan.milestone, "goal": plan.goal, "supporting": plan.goal,
        }  # fmt: skip
        return naming[cause.kind](cause.id)

    def tactic(self, id_: str) -> str:
        """A tactic's name in quotes: it may hold commas."""
        return f"“{self.plan.tactic(id_)}”"

    def tactics(self, ids: Iterable[str]) -> str:
        """Tactics by name."""
        return self.plan.join(map(self.tactic, ids))

    def verdict(self, one: TacticVerdict) -> str:
        """A verdict, and whether it is only proposed."""
        word = self.label(one.verdict or "open")
        return self.label("is_proposed", verdict=word) if one.is_to_decide and one.verdict is not None else word

    def why(self, one: TacticVerdict) -> str:
        """The reason of whoever decided it, then what the figures say."""
        figures = self.sentences(one.reasons)
        if not one.is_decided or one.written is None:
            return figures
        parts = [shown(one.written.because or "", LONGEST), figures]
        if one.proposed not in (None, "finished", one.written.verdict):
            parts.append(self.label("suggested", verdict=self.label(one.proposed)))
        return " · ".join(part for part in parts if part)

    def amount(self, value: Numeric | None, metric: str | None, *, unit: bool = True) -> str:
        """A metric's value with its unit, counts of ten and more in whole units; empty where there is none."""
        if value is None:
            return ""
        counted = kind_of(self.plan.plan.metrics.get(metric or ""), self.plan.plan.currency) == "number"
        whole = counted and not -WHOLE_FROM < value < WHOLE_FROM
        return self.plan.quantity(round(Fraction(value)) if whole else value, metric, unit=unit)
