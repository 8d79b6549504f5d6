"""The playbooks of a plan as figures: what there is, the calendar of touches, then each playbook."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapctl.analysis.money.savings import hours_saved
from roadmapctl.analysis.playbooks.runs import Run
from roadmapctl.i18n.text import shown
from roadmapctl.report.figures import Figures, Line, Section
from roadmapctl.report.playbooks.book import book_sections
from roadmapctl.report.playbooks.calendar import Calendar, calendar_section
from roadmapctl.report.playbooks.words import Words

MOST_NAMED = 3
"""So many runs are named with their days above the calendar; of more, the number."""


def playbook_figures(calendar: Calendar, books: Sequence[str], words: Words) -> Figures:
    """All of it; `books` are the playbooks to show."""
    head = Section(
        lines=tuple(_lines(calendar, books, words)),
        notes=(*undated(calendar.runs, words), *incomplete(books, words), *_unrun(books, words)),
    )
    dated = calendar_section(calendar, words)
    sections = [head, *([dated] if dated is not None else [])]
    for id_ in books:
        sections += book_sections(id_, words)
    colon = words.label("colon")
    return Figures(f"{words.label('title')}{colon}{shown(words.wording.plan.name)}", tuple(sections), colon)


def new_run_figures(calendar: Calendar, words: Words) -> Figures:
    """A run that is not planned yet: its touches on their days, beside those of the plan that they would meet."""
    run = calendar.runs[0]
    dated = calendar_section(calendar, words)
    lines = (
        Line(words.label("playbook"), words.playbook(run.playbook)),
        Line(words.label("date"), words.wording.day(run.zero.day) if run.zero is not None else ""),
        Line(words.label("segment"), words.wording.segment(run.segment)),
        Line(words.label("touches"), _span([t.moment.day for t in calendar.touches], words)),
    )
    head = Section(
        lines=tuple(line for line in lines if line.value),
        notes=(*_for_whom(run, words), *incomplete([run.playbook], words)),
    )
    colon = words.label("colon")
    title = f"{words.playbook(run.playbook)}{colon}{words.label('not_planned')}"
    return Figures(title, (head, *([dated] if dated is not None else [])), colon)


def _lines(calendar: Calendar, books: Sequence[str], words: Words) -> Iterator[Line]:
    yield Line(words.label("books"), words.wording.join(map(words.playbook, books)))
    runs = [run for run in calendar.runs if run.zero is not None]
    if len(runs) > MOST_NAMED:
        yield Line(words.label("runs"), _span([run.zero.day for run in runs if run.zero is not None], words))
    elif runs:
        said = (words.label("run_on", tactic=words.run(run), day=words.day(run.zero)) for run in runs if run.zero)
        yield Line(words.label("runs"), words.wording.join(said))
    if calendar.touches:
        yield Line(words.label("touches"), _span([touch.moment.day for touch in calendar.touches], words))
    saved = hours_saved(words.wording.plan)
    for row in saved.playbooks if saved is not None else ():
        if row.playbook in books and row.runs:
            count = words.wording.count
            hours = words.label("saves_hours", each=count(row.each), all=count(row.hours))
            named = words.label("saves_with", hours=hours, playbook=words.playbook(row.playbook))
            yield Line(words.label("saves"), named if len(books) > 1 else hours)


def _span(days: list[date], words: Words) -> str:
    if not days:
        return ""
    span = words.wording.span(min(days), max(days))
    return words.label("count_and_span", number=str(len(days)), span=span)


def undated(runs: Sequence[Run], words: Words) -> Iterator[str]:
    """Runs that have no day to count from, and series whose days are estimates or not known."""
    for run in runs:
        event = words.wording.plan.tactics[run.tactic or ""].event
        name = words.wording.tactic(run.tactic)
        if run.zero is None:
            yield words.note("undated", tactic=name, key="start" if event is None else "event.date")
        elif event is not None and (event.events or 1) > 1 and run.number == 1:
            yield words.note("estimated" if run.of > 1 else "series", tactic=name, number=str(event.events))


def incomplete(books: Sequence[str], words: Words) -> Iterator[str]:
    """Playbooks without steps, and with steps that say no time."""
    for id_ in books:
        sequence = words.wording.plan.playbooks[id_].sequence
        silent = sum(step.at is None for step in sequence)
        if not sequence:
            yield words.note("no_sequence", playbook=words.playbook(id_))
        elif silent:
            yield words.note("step_without_at", playbook=words.playbook(id_), number=str(silent))


def _unrun(books: Sequence[str], words: Words) -> Iterator[str]:
    followed = {tactic.playbook for tactic in words.wording.plan.tactics.values()}
    for id_ in books:
        if id_ not in followed:
            yield words.note("unrun", playbook=words.playbook(id_), id=id_)


def _for_whom(run: Run, words: Words) -> Iterator[str]:
    """That a new run should say its segment, where the plan has any."""
    market = words.wording.plan.market
    if run.segment is None and market is not None and market.segments:
        yield words.note("for_whom", segments=words.wording.join(market.segments))
