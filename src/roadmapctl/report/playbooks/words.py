"""How playbooks are said: labels, names, moments and offsets, in one language."""

from typing import NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment, read_offset
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.i18n import dates
from roadmapctl.i18n.playbook_words import LABELS, NOTES, WEEKDAYS, offset
from roadmapctl.i18n.text import filled
from roadmapctl.report.wording import NO_BREAK, Wording


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

    def playbook(self, id_: str) -> str:
        """What a playbook is called."""
        return self.wording.plan.playbooks[id_].name or self.wording.id(id_)

    def run(self, run: Run) -> str:
        """What a run is called: its tactic."""
        if run.tactic is None:
            return self.label("new_run", playbook=self.playbook(run.playbook))
        name = self.wording.tactic(run.tactic)
        return name if run.of == 1 else self.label("of_series", name=name, number=str(run.number), of=str(run.of))

    def at(self, text: str) -> str:
        """How long before or after the event a step is."""
        found = read_offset(text)
        return offset(found.number, found.unit, self.wording.language)

    def day(self, moment: Moment) -> str:
        """The day of a moment."""
        return self.wording.day(moment.day)

    def weekday(self, moment: Moment, *, year: bool) -> str:
        """The day of a moment with that of the week, and the year if asked for: `Wed 5 May`, `5月5日 周三`."""
        zh = self.wording.language == "zh"
        week = WEEKDAYS[moment.day.weekday()][zh]
        day = dates.day(moment.day, self.wording.language)
        if not year:
            day = day.split("年")[-1] if zh else day.rpartition(" ")[0]
        return (f"{day} {week}" if zh else f"{week} {day}").replace(" ", NO_BREAK)

    def time(self, moment: Moment) -> str:
        """The time of a moment, where it is known."""
        return "" if moment.time is None else f"{moment.time:%H:%M}"
