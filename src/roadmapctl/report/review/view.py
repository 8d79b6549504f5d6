"""A review in sections of finished texts: the day, what was reached, what becomes of each tactic, what follows."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.i18n import dates
from roadmapctl.i18n.text import shown
from roadmapctl.model.measurement import Insight
from roadmapctl.report.figures import Figures, Line, Section
from roadmapctl.report.review.changed import changed
from roadmapctl.report.review.left import left
from roadmapctl.report.review.tables import goals, hypotheses, kpis, milestones, money, tactics
from roadmapctl.report.review.words import LONGEST, Words
from roadmapctl.report.wording import Wording


def figures(found: Reviewed, wording: Wording, since: str | None = None) -> Figures:
    """The whole of a review; `since` is what the changes are counted from, as it was asked for."""
    view = _View(found, Words(wording))
    words = view.words
    sections = (
        view.head(),
        *goals(found, words),
        *milestones(found, words),
        *kpis(found, words),
        *money(found, words),
        *tactics(found, words),
        *hypotheses(found, words),
        *view.points(),
        *view.insights(),
        *([changed(found.changes, since or "", words)] if found.changes is not None else []),
        *left(found, words),
    )
    return Figures(
        words.label(f"title_{found.moment.kind}", plan=shown(wording.plan.name)), sections, words.label("colon")
    )


class _View(NamedTuple):
    found: Reviewed
    words: Words

    def head(self) -> Section:
        """The day, the period, and what the figures are of."""
        return Section(lines=tuple(self._head()))

    def _head(self) -> Iterator[Line]:
        moment, words, plan = self.found.moment, self.words, self.words.plan.plan
        yield Line(words.label("held"), words.label(f"day_{moment.day_from}", day=words.plan.day(moment.day)))
        if plan.period is not None:
            period = dates.period(plan.period.start, plan.period.end, plan.period.text, words.plan.language)
            yield Line(words.label("period"), period)
        known = self.found.status is not None
        yield Line(words.label("figures"), words.plan.day(moment.figures) if known else words.label("no_figures"))
        if moment.written.findings is not None:
            yield Line(words.label("findings"), shown(moment.written.findings, LONGEST))

    def points(self) -> Iterator[Section]:
        """What is written, then what is proposed."""
        points, words = self.found.points, self.words
        for key in ("strengths", "weaknesses", "changes"):
            written = [shown(text, LONGEST) for text in getattr(points, key)]
            proposed = [words.sentence(said) for said in getattr(points, f"proposed_{key}")]
            notes = (*written, *(words.label("proposed", text=text) for text in proposed))
            if notes:
                yield Section(words.label(key), notes=notes)

    def insights(self) -> Iterator[Section]:
        """What was learned."""
        points, words = self.found.points, self.words
        written = [self._insight(one) for one in points.insights]
        proposed = [words.label("proposed", text=words.sentence(said)) for said in points.proposed_insights]
        notes = tuple(note for note in (*written, *proposed) if note)
        if notes:
            yield Section(words.label("insights"), notes=notes)

    def _insight(self, one: Insight) -> str:
        """What was learned, and what follows."""
        learned, so = shown(one.learned or "", LONGEST), shown(one.so or "", LONGEST)
        return self.words.label("learned", learned=learned.rstrip(".。"), so=so) if learned and so else learned or so
