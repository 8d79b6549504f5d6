"""An outcome as people read it: results with their sums, notes, and the formulas in words if they are asked for."""

from roadmapctl.calculators.calculator import capitalized, in_language
from roadmapctl.calculators.forms import in_numbers, in_words, label, said
from roadmapctl.calculators.work_out import Outcome
from roadmapctl.i18n import Language
from roadmapctl.i18n.text import say
from roadmapctl.report.figures import Column, Figures, Line, Section, Table

HEADS = (("Result", "结果"), ("Value", "数值"), ("How", "算式"))
STEPS = ("How it is computed", "计算步骤")
COLON = (": ", "：")


def outcome_figures(
    outcome: Outcome, language: Language, *, currency: str | None = None, explain: bool = False
) -> Figures:
    """A table of results, each with the sum that gives it; with `explain` the formulas in words and numbers."""
    known = outcome.quantities
    rows = tuple(
        (label(result, language), said(result, language, currency), in_numbers(result, known))
        for result in outcome.results
    )
    first, second, third = (in_language(head, language) for head in HEADS)
    table = Table((Column(first, words=True), Column(second), Column(third, words=True)), rows)
    sections = [Section(table=table)]
    if outcome.notes:
        sections.append(Section(notes=tuple(say(note.en, note.zh, note.fields, language) for note in outcome.notes)))
    if explain:
        sections.append(Section(in_language(STEPS, language), steps=_steps(outcome, language, currency)))
    title = capitalized(in_language(outcome.calculator.title, language))
    return Figures(title, tuple(sections), in_language(COLON, language))


def _steps(outcome: Outcome, language: Language, currency: str | None) -> tuple[Line, ...]:
    known = outcome.quantities
    return tuple(
        Line(
            label(result, language),
            f"{in_words(result, known, language)} = {in_numbers(result, known)} = {said(result, language, currency)}",
        )
        for result in outcome.results
        if in_words(result, known, language)
    )
