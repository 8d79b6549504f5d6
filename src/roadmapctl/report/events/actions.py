"""Every event's call to action and where it leads, and what follows for each grade of lead."""

from collections.abc import Iterator

from roadmapctl.analysis.programme.actions import Action, actions, grades_missing
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.report.events.tables import names, note, table, told
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording


def action_sections(words: Wording) -> tuple[Section, ...]:
    """From event to funnel, and the follow-up; empty for a plan without events."""
    if not events_of(words.plan):
        return ()
    return (_chain(words), _follow_ups(words))


def _chain(words: Wording) -> Section:
    found = actions(words.plan)
    if all(one.call is None and one.leads_to is None for one in found):
        return Section(told(words, "actions"), notes=(note(words, "no_actions"),))
    rows = (
        (
            words.tactic(one.held.id),
            words.stage(one.feeds),
            one.call or told(words, "no_call"),
            words.stage(one.leads_to),
            "" if one.step is None else told(words, f"step_{one.step}"),
        )
        for one in found
    )
    notes = tuple(_notes(words, found))
    return Section(told(words, "actions"), table=table(words, "event enters call leads_to step", rows), notes=notes)


def _notes(words: Wording, found: tuple[Action, ...]) -> Iterator[str]:
    silent = [one.held for one in found if one.call is None]
    if silent:
        yield note(words, "no_cta", events=names(words, silent))
    nowhere = [one.held for one in found if one.call is not None and one.leads_to is None]
    if nowhere:
        yield note(words, "cta_nowhere", events=names(words, nowhere))
    for one in found:
        if one.step in ("back", "ahead"):
            fields = {"feeds": words.stage(one.feeds), "leads_to": words.stage(one.leads_to)}
            yield note(words, f"cta_{one.step}", event=words.tactic(one.held.id), **fields)
    if any(one.step in ("enters", "next") for one in found):
        yield note(words, "steps_mean")


def _follow_ups(words: Wording) -> Section:
    held = events_of(words.plan)
    if not any(one.event.follow_up for one in held):
        return Section(told(words, "follow_ups"), notes=(note(words, "no_follow_ups"),))
    none = [one for one in held if not one.event.follow_up]
    notes = [note(words, "no_follow_up", events=names(words, none))] if none else []
    for one, missing in grades_missing(words.plan):
        if one.event.follow_up:
            grades = words.join(grade.upper() for grade in missing)
            notes.append(note(words, "grades_missing", event=words.tactic(one.id), grades=grades))
    return Section(
        told(words, "follow_ups"),
        table=_by_grade(words, [one for one in held if one.event.follow_up]),
        notes=tuple(notes),
    )


def _by_grade(words: Wording, held: list[Held]) -> Table:
    """A row for each event, a column for each grade."""
    grades = sorted({grade for one in held for grade in one.event.follow_up})
    heads = (Column(told(words, "event"), words=True), *(Column(grade.upper(), words=True) for grade in grades))
    rows = ((words.tactic(one.id), *(one.event.follow_up.get(grade, "") for grade in grades)) for one in held)
    return Table(heads, tuple(rows))
