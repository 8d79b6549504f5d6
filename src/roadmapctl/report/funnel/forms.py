"""How numbers, names and notes of a funnel are written in a language."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from roadmapctl.i18n import Language
from roadmapctl.i18n.funnel_words import LABELS, NOTES, word
from roadmapctl.i18n.numbers import amount, money
from roadmapctl.i18n.terms import called
from roadmapctl.i18n.text import say, shown

ABSENT = "–"


class Forms(NamedTuple):
    """How numbers and money are written here."""

    currency: str | None
    language: Language

    def money(self, value: Fraction | None) -> str:
        """An amount in the currency; a dash where there is none."""
        return ABSENT if value is None else amount(value, self.currency, self.language)

    def cell(self, value: Fraction | None) -> str:
        """An amount with all its digits, so that those of a column can be compared."""
        return ABSENT if value is None else money(value, self.currency, "en")

    def name(self, name: str | None, id_: str) -> str:
        """A name, or an id in words."""
        return shown(name or called(id_, self.language))

    def join(self, texts: Iterable[str]) -> str:
        """Texts one after another."""
        return ("、" if self.language == "zh" else ", ").join(texts)

    def label(self, key: str) -> str:
        """A label of the funnel's."""
        return word(LABELS, key, self.language)

    def say(self, key: str, **fields: Any) -> str:
        """A note of the funnel's."""
        return say(*NOTES[key], fields, self.language)
