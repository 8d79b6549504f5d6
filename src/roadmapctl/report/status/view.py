"""Where a plan stands, as sections that a terminal, Markdown and the report lay out."""

from collections import Counter
from collections.abc import Iterator

from roadmapctl.analysis.status.course import elapsed
from roadmapctl.analysis.status.result import Status, Verdict
from roadmapctl.i18n import dates
from roadmapctl.i18n.text import shown
from roadmapctl.report.figures import Figures, Line, Section
from roadmapctl.report.status.causes import cause_notes
from roadmapctl.report.status.notes import notes_of
from roadmapctl.report.status.spend import spend_section
from roadmapctl.report.status.tables import tables
from roadmapctl.report.status.words import Words

ORDER: tuple[Verdict, ...] = ("missed", "behind", "on_track", "ahead", "reached", "not_due", "no_data", "no_plan")
"""Verdicts as a summary counts them: what needs a look comes first."""


def status_figures(found: Status, words: Words, *, given: bool) -> Figures:
    """All of it. `given`: the as-of day was asked for, not the latest recorded."""
    title = words.label("title", plan=shown(words.plan.plan.name), day=words.day(found.as_of))
    return Figures(
        title, status_sections(found, words, "as_of_given" if given else "as_of_latest"), words.plan.label("colon")
    )


def status_sections(found: Status, words: Words, as_of: str) -> tuple[Section, ...]:
    """A summary, goals with the largest cause of each difference, milestones, tactics, KPIs, money, and how it is counted."""
    spend = spend_section(found.spend, words)
    return (
        Section(lines=tuple(_summary(found, words, as_of))),
        *tables(found, words, tuple(cause_notes(found.goals, words))),
        *((spend,) if spend is not None else ()),
        Section(words.label("how"), notes=tuple(notes_of(found, words))),
    )


def _summary(found: Status, words: Words, as_of: str) -> Iterator[Line]:
    yield Line(words.label("as_of"), words.label(as_of, day=words.day(found.as_of)))
    if found.start is not None and found.end is not None:
        span = dates.span(found.start, found.end, words.plan.language)
        over = words.share(elapsed(found.start, found.end, found.as_of))
        yield Line(words.label("period_over"), words.label("over_by", span=span, share=over))
    verdicts = Counter(goal.verdict for goal in found.goals)
    counts = [words.label("counted", verdict=words.verdict(v), number=str(verdicts[v])) for v in ORDER if verdicts[v]]
    if counts:
        yield Line(words.label("summary"), words.plan.join(counts))
