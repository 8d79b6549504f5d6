"""How a plan's ideas are said in one language."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.i18n import numbers
from roadmapctl.i18n.ideas_words import LABELS, MEANINGS, NOTES
from roadmapctl.i18n.method_words import LABELS as METHOD_LABELS
from roadmapctl.i18n.numbers import number
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column
from roadmapctl.report.wording import Wording


class Words(NamedTuple):
    """The words for one plan."""

    wording: Wording

    def label(self, key: str, **fields: Any) -> str:
        """A label."""
        return say(*LABELS[key], fields, self.wording.language)

    def note(self, key: str, **fields: Any) -> str:
        """A sentence."""
        return say(*NOTES[key], fields, self.wording.language)

    def meaning(self, key: str) -> str:
        """What is written under a key of an idea."""
        return MEANINGS[key][self.wording.language == "zh"]

    def lever(self, lever: str | None) -> str:
        """A kind of lever."""
        return "" if lever is None else METHOD_LABELS[f"{lever}_lever"][self.wording.language == "zh"]

    def idea(self, id_: str) -> str:
        """What an idea is called."""
        return self.wording.plan.ideas[id_].name or self.wording.id(id_)

    def number(self, value: Fraction | None) -> str:
        """A score, an effect or person-months, with all digits, so that a column of them can be compared."""
        return "" if value is None else number(value)

    def money(self, value: Fraction | Decimal | None) -> str:
        """An amount with all its digits, so that those of a column can be compared."""
        return "" if value is None else numbers.money(value, self.wording.plan.currency, "en")

    def months(self, value: Fraction | None) -> str:
        """Person-months, with their unit."""
        if value is None:
            return ""
        return self.label("month") if value == 1 else self.label("months", number=self.number(value))

    def columns(self, heads: str) -> tuple[Column, ...]:
        """Columns by the keys of their heads; `>` sets one to the right."""
        return tuple(Column(self.label(head.removeprefix(">")), words=head[0] != ">") for head in heads.split())
