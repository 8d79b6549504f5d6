"""What guests experience, as a checklist: immersive, interactive, friendly."""

from collections.abc import Iterator

from roadmapctl.analysis.programme.experience import FEW_FIELDS, Checked, checklist, peaks_nowhere
from roadmapctl.report.events.tables import chosen, note, table, told
from roadmapctl.report.figures import Section
from roadmapctl.report.wording import Wording


def experience_sections(words: Wording) -> tuple[Section, ...]:
    """The four questions for every event; empty for a plan without events."""
    found = checklist(words.plan)
    if not found:
        return ()
    if all(check is None for one in found for check in one[1:]):
        return (Section(told(words, "experience"), notes=(note(words, "no_experience"),)),)
    rows = (_row(words, one) for one in found)
    heads = "event immersive interactive few_fields walk_in >fulfilled"
    return (Section(told(words, "experience"), table=table(words, heads, rows), notes=tuple(_notes(words))),)


def _row(words: Wording, one: Checked) -> tuple[str, ...]:
    event = one.held.event
    return (
        words.tactic(one.held.id),
        _mark(words, one.immersive, words.join(chosen(words, peak) for peak in event.peaks)),
        _mark(words, one.interactive, words.join(words.id(way) for way in event.interaction)),
        _mark(words, one.few_fields, words.count(event.form_fields)),
        _mark(words, one.walk_in, chosen(words, event.known_guests)),
        told(words, "out_of_four", number=one.fulfilled),
    )


def _mark(words: Wording, good: bool | None, text: str) -> str:
    return told(words, "unsaid") if good is None else told(words, "ok" if good else "open", text=text)


def _notes(words: Wording) -> Iterator[str]:
    yield note(words, "few_means", few=FEW_FIELDS)
    absent = peaks_nowhere(words.plan)
    if absent:
        yield note(words, "no_peak", peaks=words.join(chosen(words, peak) for peak in absent))
