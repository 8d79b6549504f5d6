"""What an allocation rests on, for those who would check it: where curves are from, and where they are a guess."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.choices import Choice
from roadmapctl.analysis.allocation.curves import Hill
from roadmapctl.analysis.allocation.fit import Fit
from roadmapctl.analysis.allocation.totals import Row
from roadmapctl.i18n.budget_words import FORMS
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.budget.words import Words


def grounds(allocation: Allocation, words: Words) -> Iterator[str]:
    """A sentence for each curve that was fitted, each spend outside what is known, each source that stays as it is."""
    answers = (allocation.most_deals, allocation.least_spend)
    splits = [answer.totals.rows for answer in answers if isinstance(answer, Best)]
    for number_, choice in enumerate(allocation.choices):
        yield from _of_curve(choice, [rows[number_] for rows in splits], words)
    for source in allocation.fixed:
        fields = {"source": words.source(source.id), "deals": number(source.deals)}
        if source.spend:
            yield words.note("fixed_spend", **fields, spend=words.money(source.spend))
        else:
            yield words.note("fixed", **fields)


def _of_curve(choice: Choice, rows: list[Row], words: Words) -> Iterator[str]:
    name, fit = words.source(choice.id), choice.fit
    if fit is None:
        more = any(row.spend > (choice.own or 0) for row in rows)
        if choice.cap_by is None and more:
            yield words.note("endless", source=name)
        return
    en, zh = FORMS[_form(fit)]
    exact = fit.error < 0.0005
    yield words.note(
        "curve_exact" if exact else "curve",
        source=name, form=en, form_zh=zh, points=fit.points, error=share(Fraction(fit.error)),
    )  # fmt: skip
    if _form(fit) == "hill_s":
        yield words.note("rising", source=name)
    ends = {"first": words.money(fit.first), "last": words.money(fit.last)}
    yield from dict.fromkeys(
        words.note(row.knowledge, source=name, spend=words.money(row.spend), **ends)
        for row in rows
        if row.knowledge != "within"
    )


def _form(fit: Fit) -> str:
    return "hill_s" if isinstance(fit.curve, Hill) and fit.curve.shape > 1 else fit.form
