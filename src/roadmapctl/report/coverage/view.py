"""Every element of a method as a row, and the one question to answer next."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmapctl.diagnostics import Path, dotted
from roadmapctl.frameworks.coverage import Coverage, Judged
from roadmapctl.frameworks.element import Words
from roadmapctl.frameworks.places import EVERY
from roadmapctl.i18n import Language, numbers
from roadmapctl.i18n.coverage_words import LABELS
from roadmapctl.i18n.text import filled, say, shown, visible
from roadmapctl.report.figures import Column, Figures, Line, Section, Table

Place = Callable[[Path], str]
"""From a path to where it stands, such as `roadmap.yaml:12`; an empty text where it is written nowhere."""


def nowhere(_path: Path) -> str:
    """For a report, which names paths and no files."""
    return ""


class CoverageRow(NamedTuple):
    """An element. `where` is the path at which it is or would go, `line` its place in a file."""

    step: str
    element: str
    state: str
    where: str
    line: str
    reason: str


class CoverageView(NamedTuple):
    """A plan against a method, in one language."""

    coverage: Coverage
    language: Language
    place: Place

    def label(self, key: str, **values: str) -> str:
        """A label, filled in."""
        text = LABELS[key][self.language == "zh"]
        return filled(text, values) if values else text

    def said(self, words: Words) -> str:
        """The method's own words."""
        return words[self.language == "zh"]

    def rows(self, judged: Sequence[Judged]) -> tuple[CoverageRow, ...]:
        """A row an element; a step is named in its first row."""
        named = ""
        rows = []
        for one in judged:
            step = self.said(one.step.title)
            rows.append(self._row(one, "" if step == named else step))
            named = step
        return tuple(rows)

    def _row(self, one: Judged, step: str) -> CoverageRow:
        later = one.state == "missing" and one.element.later
        return CoverageRow(
            step=step,
            element=self.said(one.element.title),
            state=self.label("state_later" if later else f"state_{one.state}"),
            where=where(one),
            line="" if one.state == "missing" else self.place(one.path),
            reason=self.reason(one),
        )

    def reason(self, one: Judged) -> str:
        """Why it is not present."""
        return "" if one.reason is None else say(one.reason.en, one.reason.zh, one.reason.fields, self.language)

    def table(self, judged: Sequence[Judged]) -> Table:
        """The rows under their columns."""
        heads = tuple(Column(self.label(field), words=True) for field in CoverageRow._fields)
        return Table(heads, tuple(tuple(row) for row in self.rows(judged)))

    def counts(self) -> str:
        """How much of the method is covered."""
        counted = self.coverage.counted
        states = [one.state for one in counted]
        return self.label(
            "counts",
            share=numbers.share(self.coverage.share, 0),
            number=str(len(counted)),
            **{state: str(states.count(state)) for state in ("present", "thin", "missing")},
        )

    def next_lines(self) -> tuple[Line, ...]:
        """The question to answer next, and where its answer goes."""
        one = self.coverage.next
        if one is None:
            return ()
        return (Line(self.label("next"), self.said(one.element.question)), Line(self.label("goes_to"), where(one)))

    def section(self, title: str = "") -> Section:
        """All of it in one section."""
        return Section(title, lines=self.lines(), table=self.table(self.coverage.judged))

    def gaps(self, title: str) -> Section:
        """How much there is, and of the elements only those that are thin or missing: what is present, a report has told."""
        gaps = [one for one in self.coverage.judged if one.state != "present"]
        return Section(title, lines=self.lines(), table=self.table(gaps) if gaps else None)

    def lines(self) -> tuple[Line, ...]:
        """How much of the method is covered, and what comes next."""
        return (Line(self.label("covered"), self.counts()), *self.next_lines())


def where(one: Judged) -> str:
    """Where it is; where it is missing altogether, the place it would take, `<id>` for every id one would choose."""
    if one.state == "missing" and not one.places:
        return one.element.where.replace(EVERY, "<id>")
    return visible(dotted(one.path))


def figures(name: str, found: tuple[Coverage, ...], language: Language, place: Place) -> Figures:
    """A plan against one method or several."""
    views = [CoverageView(one, language, place) for one in found]
    titles = [view.said(view.coverage.method.title) for view in views]
    plan = shown(name)
    head = views[0].label("title", plan=plan, method=titles[0]) if len(views) == 1 else plan
    sections = [view.section(title if len(views) > 1 else "") for view, title in zip(views, titles, strict=True)]
    return Figures(head, tuple(sections), "：" if language == "zh" else ": ")
