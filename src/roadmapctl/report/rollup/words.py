"""How a roll-up speaks: the names of its plans, its labels, its clashes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadmapctl.analysis.rollup.clashes import Clash
from roadmapctl.analysis.rollup.members import Member, Share
from roadmapctl.analysis.rollup.rollup import Rollup
from roadmapctl.i18n import Language, dates
from roadmapctl.i18n.rollup_words import CLASHES, LABELS
from roadmapctl.i18n.text import filled
from roadmapctl.model.time import Period
from roadmapctl.report.wording import Wording


@dataclass(frozen=True)
class Words:
    """The words for one roll-up in one language."""

    found: Rollup
    language: Language

    @property
    def plan(self) -> Wording:
        """How the wider plan says its values; without one, the first member."""
        whole = self.found.whole or self.found.members[0]
        return Wording(whole.plan, self.language)

    def label(self, key: str, **values: object) -> str:
        """A label, filled in."""
        return filled(LABELS[key][self.language == "zh"], values)

    def member(self, member: Member) -> str:
        """What a plan is called among the others: its unit, its time where that is a part of the whole, else its name.

        Where two would be called alike, the file is named too.
        """
        called = self._called(member)
        alike = any(other is not member and self._called(other) == called for other in self.found.members)
        return f"{called} ({member.file})" if alike else called

    def members(self, members: Iterable[Member]) -> str:
        """Several of them."""
        return self.label("between").join(map(self.member, members))

    def line(self, share: Share, line: str) -> str:
        """A line of plans: the unit, or the plan that is alone in it."""
        alone = [member for member in share.members if share.line_of(member) == line]
        return line if alone[0].plan.unit is not None else self.member(alone[0])

    def _called(self, member: Member) -> str:
        whole = self.found.whole
        shorter = whole is not None and whole.plan.period is not None and member.plan.period != whole.plan.period
        time = self.period(member.plan.period) if shorter and member.plan.period is not None else ""
        return " ".join(filter(None, (member.plan.unit, time))) or member.plan.name

    def period(self, period: Period | None) -> str:
        """A period by its name, or its days."""
        return "" if period is None else dates.period(period.start, period.end, period.text, self.language)

    def days(self, start: date, end: date) -> str:
        """A stretch of days; one day where it is no longer."""
        return dates.day(start, self.language) if start == end else dates.span(start, end, self.language)

    def clash(self, clash: Clash) -> str:
        """A clash in a sentence."""
        key = _key(clash)
        said = {name: self._said(clash, name, value) for name, value in clash.values.items()}
        if {"start", "end"} <= clash.values.keys():
            said["days"] = self.days(clash.values["start"], clash.values["end"])
        return CLASHES[key][self.language == "zh"].format(plans=self.members(clash.members), **said)

    def _said(self, clash: Clash, name: str, value: object) -> str:
        plan = Wording(clash.members[0].plan, self.language) if clash.members else self.plan
        if name in ("total", "whole", "over", "budget"):
            return self.plan.money(value)  # type: ignore[arg-type]
        if name == "share":
            return self.plan.share(value, 0)  # type: ignore[arg-type]
        if isinstance(value, date):
            return dates.day(value, self.language)
        names = {"person": plan.person, "tactic": plan.tactic, "goal": self.plan.goal, "metric": self.plan.metric}
        return names[name](str(value)) if name in names else str(value)


def _key(clash: Clash) -> str:
    """Which of its sentences says a clash."""
    if "tactics" in clash.values:
        return "overworked_tactics"
    return "same_weeks_more" if clash.values.get("more") else clash.kind
