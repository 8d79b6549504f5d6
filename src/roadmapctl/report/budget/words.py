"""How the split of a budget is said: labels, notes, names of sources, money."""

from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.analysis.allocation.obstacle import Obstacle, Stopped
from roadmapctl.i18n.budget_words import LABELS, NOTES, REASONS
from roadmapctl.i18n.numbers import number
from roadmapctl.i18n.text import say
from roadmapctl.model.funnel import Funnel
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.reasons import reason_by_id

MONEY = ("amount", "least", "floor", "cap", "price", "spend")


class Words(NamedTuple):
    """The language, the currency, and what the plan calls its sources."""

    forms: Forms
    funnel: Funnel

    def label(self, key: str, **fields: Any) -> str:
        """A label."""
        return say(*LABELS[key], fields, self.forms.language)

    def note(self, key: str, **fields: Any) -> str:
        """A sentence."""
        return say(*NOTES[key], fields, self.forms.language)

    def source(self, id_: str) -> str:
        """What a source is called."""
        return self.forms.name(self.funnel.sources[id_].name, id_)

    def stage(self, id_: str) -> str:
        """What a stage is called."""
        name = next((stage.name for stage in self.funnel.stages if stage.id == id_), None)
        return self.forms.name(name, id_)

    def money(self, value: Fraction | None) -> str:
        """An amount in the plan's currency."""
        return self.forms.money(value)

    def reason(self, stopped: Stopped) -> str:
        """Why there is no answer, and what would change that."""
        if not isinstance(stopped, Obstacle):
            return reason_by_id(stopped, self.forms.language)
        fields = {key: "" if value is None else value for key, value in stopped.fields.items()}
        key = f"floor_above_cap_{fields['cap_by']}" if stopped.reason == "floor_above_cap" else stopped.reason
        said = {name: self._said(name, value) for name, value in fields.items()}
        return say(*REASONS[key], said, self.forms.language)

    def _said(self, name: str, value: Any) -> str:
        if name == "source":
            return self.source(value)
        return self.money(value) if name in MONEY else number(value) if isinstance(value, Fraction) else str(value)
