"""`roadmapctl budget`: the most deals for a budget, and the least spend for the target."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, laid_out, say, write
from roadmapctl.cli.options import Language, TableFormat
from roadmapctl.cli.plans import usable

if TYPE_CHECKING:
    from roadmapctl.analysis.allocation.allocate import Allocation, Question
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.report.budget.words import Words


def budget(
    plan: Path = typer.Argument(Path(), metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    amount: str = typer.Option(
        None, help="Money to split (150k, 1.2M, 10万). (default: what the plan spends on its sources, else its budget)"
    ),
    for_target: bool = typer.Option(False, "--for-target", help="Only the least spend that reaches the plan's target."),
    set_: list[str] = typer.Option(
        [], "--set", metavar="PATH=VALUE", help="Another value: funnel.sources.fairs.at_most=20k."
    ),
    explain: bool = typer.Option(False, "--explain", help="Show every step with its numbers."),
    format: TableFormat = typer.Option(TableFormat.TEXT, help="How the split is written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Split a budget over the sources so that it brings the most deals; find the least spend for the target.

    With --amount or --for-target only that question is answered, with neither or both of them, both are.
    """
    from roadmapctl.analysis.allocation.allocate import Allocation, plan_allocation
    from roadmapctl.cli.values import positive
    from roadmapctl.diagnostics import dotted
    from roadmapctl.model.funnel import Funnel
    from roadmapctl.report.budget.words import Words
    from roadmapctl.report.funnel.forms import Forms

    said = language.spoken if language else None
    money = None if amount is None else positive("--amount", amount, said)
    found, checked = usable(plan, settings=set_, language=said)
    result = plan_allocation(found, amount=money, questions=_questions(amount is not None, for_target))
    words = Words(Forms(found.currency, said or found.language), found.funnel or Funnel())
    if not isinstance(result, Allocation):
        say(f"roadmapctl: {dotted(result.path)}: {words.reason(result)}")
        return FINDINGS
    write(_Shown(found.name, words, checked.diagnostics, explain).text(result, format))
    return _code(result)


def _questions(amount: bool, target: bool) -> "tuple[Question, ...]":
    if amount == target:
        return ("most_deals", "least_spend")
    return ("most_deals",) if amount else ("least_spend",)


def _code(found: "Allocation") -> int:
    """Whether every question has an answer: 1 where the plan allows none, 2 where the amount that was asked for does not."""
    from roadmapctl.analysis.allocation.allocate import Best

    stopped = [answer for answer in (found.most_deals, found.least_spend) if not isinstance(answer, (Best, type(None)))]
    if found.amount_from == "given" and any(answer.reason == "floors_above_amount" for answer in stopped):
        return IMPOSSIBLE
    return FINDINGS if stopped else DONE


class _Shown(NamedTuple):
    """What the formats need beside the answers."""

    name: str
    words: "Words"
    diagnostics: "tuple[Diagnostic, ...]"
    explained: bool

    def text(self, found: "Allocation", format: TableFormat) -> str:
        """The answers in a format."""
        forms = self.words.forms
        if format is TableFormat.JSON:
            from roadmapctl.output.json import entries
            from roadmapctl.report.budget.json import budget_json

            findings = entries(self.diagnostics, forms.language)
            return budget_json(found, self.words, currency=forms.currency, findings=findings)
        if format is TableFormat.CSV:
            from roadmapctl.report.budget.csv import budget_csv

            return budget_csv(found, self.words.funnel)
        from roadmapctl.report.budget.view import budget_figures

        figures = budget_figures(found, self.words, name=self.name, explained=self.explained)
        return laid_out(figures, text=format is TableFormat.TEXT)
