"""How people are said: labels and names, in one language."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapctl.i18n import numbers
from roadmapctl.i18n.numbers import Numeric
from roadmapctl.i18n.people_words import LABELS, NOTES
from roadmapctl.i18n.text import filled
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording


class Words(NamedTuple):
    """A plan in one language."""

    wording: Wording

    def label(self, key: str, /, **fields: str) -> str:
        """A label."""
        text = LABELS[key][self.wording.language == "zh"]
        return filled(text, fields) if fields else text

    def note(self, key: str, /, **fields: str) -> str:
        """A sentence."""
        return filled(NOTES[key][self.wording.language == "zh"], fields)

    def person(self, id_: str | None) -> str:
        """What somebody is called; nobody by that word."""
        return self.label("nobody") if id_ is None else self.wording.person(id_)

    def people(self, ids: tuple[str, ...]) -> str:
        """Several people in one line."""
        return self.wording.join(map(self.wording.person, ids))

    def tactics(self, ids: tuple[str, ...]) -> str:
        """Several tactics in one line."""
        return self.wording.join(map(self.wording.tactic, ids))

    def money(self, value: Numeric) -> str:
        """An amount with all its digits, so that those of a column can be compared."""
        return numbers.money(value, self.wording.plan.currency, "en")

    def table(self, title: str, heads: str, rows: Sequence[tuple[str, ...]]) -> Section | None:
        """A section with one table; none without rows. `>` sets a column to the right."""
        if not rows:
            return None
        columns = tuple(Column(self.label(head.removeprefix(">")), words=head[0] != ">") for head in heads.split())
        return Section(title, table=Table(columns, tuple(rows)))
