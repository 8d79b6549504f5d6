"""`roadmapctl funnel`: from a target back to customers, opportunities, leads, events, money and dates."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from roadmapctl.cli.commands.funnel.parts import Funnel, Wanted, parts
from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, complain, laid_out, say, write
from roadmapctl.cli.options import Language, Span, TableFormat
from roadmapctl.cli.plans import usable
from roadmapctl.i18n import Language as Spoken
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roadmapctl.analysis.explanation.explain import Step
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import FunnelResult
    from roadmapctl.analysis.money.costs import Costs
    from roadmapctl.analysis.rounding import Rounding as RoundingName
    from roadmapctl.diagnostics import Diagnostic
    from roadmapctl.report.funnel.forms import Forms
    from roadmapctl.report.funnel.part import Part


class Rounding(StrEnum):
    """When numbers become whole."""

    FINAL = "final"
    EACH = "each"


def funnel(
    plan: Path = typer.Argument(None, metavar="[PLAN]", help="Plan file or folder, or -. (default: .)"),
    target: str = typer.Option(None, help="Without a plan: the revenue target (1e9, 1.2M, 10亿)."),
    deal_size: str = typer.Option(
        None, help="Without a plan: the average deal. Left out, the target counts customers."
    ),
    stage: list[str] = typer.Option(
        [], metavar="NAME[:RATE]", help="Without a plan: a stage, top first; may be repeated."
    ),
    event: list[str] = typer.Option(
        [], metavar="STAGE:AUDIENCE:RATE", help="Without a plan: events that feed a stage."
    ),
    in_hand: list[str] = typer.Option([], metavar="STAGE:UNITS", help="Without a plan: units a stage has already."),
    already_won: str = typer.Option("0", help="Without a plan: what of the target is won already."),
    other_teams: str = typer.Option("0", help="Without a plan: what other teams bring, an amount or 50%."),
    margin: str = typer.Option(None, help="Without a plan: gross margin."),
    spend: str = typer.Option(None, help="Without a plan: what is spent, for CAC, ROAS and ROI."),
    currency: str = typer.Option(None, help="Without a plan: the currency of amounts."),
    set_: list[str] = typer.Option(
        [], "--set", metavar="PATH=VALUE", help="Another value: funnel.stages.mql.rate=20%."
    ),
    by: Span = typer.Option(None, help="Also in time: units, events, teams and money by month, quarter or week."),
    simulate: int = typer.Option(
        None, min=1, max=10_000_000, metavar="TRIALS", help="Simulate how sure it is in so many trials (NumPy)."
    ),
    seed: int = typer.Option(None, min=0, help="With --simulate: the seed of what is drawn. (default: 1)"),
    confidence: str = typer.Option(None, help="How sure the volumes are to be that are asked for. (default: 80%)"),
    scenario: list[str] = typer.Option(
        [], metavar="NAME[,NAME]…", help="Scenarios of the plan, side by side with it; may be repeated."
    ),
    solve: str = typer.Option(
        None, metavar="PATH", help="The value of PATH at which the planned volumes just meet the goal."
    ),
    vary: list[str] = typer.Option(
        [], metavar="PATH=10%..30%/5", help="A table over several values of PATH; twice for a table with two sides."
    ),
    rounding: Rounding = typer.Option(Rounding.FINAL, help="Round up once at the end, or at each stage."),
    explain: bool = typer.Option(False, "--explain", help="Show every step with its numbers."),
    format: TableFormat = typer.Option(TableFormat.TEXT, help="How the funnel is written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Back-calculate the funnel of a plan, or of a target and stages given here."""
    typed = {"target": target, "deal_size": deal_size, "stages": stage, "events": event, "in_hand": in_hand}
    shape = _Shape(rounding.value, explain, format, language)
    names = tuple(name.strip() for text in scenario for name in text.split(","))
    wanted = Wanted(by.value if by else None, simulate, seed, confidence, names, solve, tuple(vary))
    if not any(typed.values()):
        return _of_plan(plan or Path(), tuple(set_), shape, wanted)
    if plan is not None or set_ or any(wanted):
        complain(REFUSED["target_and_set"], language.spoken if language else "en")
        return IMPOSSIBLE
    typed |= {"already_won": already_won, "other_teams": other_teams}
    return _typed(typed, margin, spend, currency, shape)


class _Shape(NamedTuple):
    """How the funnel is computed and written."""

    rounding: "RoundingName"
    explain: bool
    format: TableFormat
    language: Language | None

    def spoken(self, otherwise: Spoken) -> Spoken:
        """The language that is asked for, or another."""
        return otherwise if self.language is None else self.language.spoken


def _of_plan(path: Path, settings: tuple[str, ...], shape: _Shape, wanted: Wanted) -> int:
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import plan_funnel
    from roadmapctl.analysis.money.costs import plan_costs
    from roadmapctl.report.funnel.forms import Forms

    plan, checked = usable(path, settings=settings, language=shape.language.spoken if shape.language else None)
    result = plan_funnel(plan, rounding=shape.rounding)
    spoken = shape.spoken(plan.language)
    if isinstance(result, Infeasible):
        return _infeasible(result, spoken, FINDINGS)
    costs, forms = plan_costs(plan, result), Forms(plan.currency, spoken)
    added = parts(Funnel(path, settings, checked.document, plan, result, costs, shape.rounding, forms), wanted)
    return _Shown(plan.name, forms, shape, checked.diagnostics, added).write(result, costs)


def _typed(typed: dict[str, object], margin: str | None, spend: str | None, currency: str | None, shape: _Shape) -> int:
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.planless import planless_funnel
    from roadmapctl.analysis.money.costs import funnel_costs
    from roadmapctl.cli.commands.funnel.typed import read_typed, typed_amounts
    from roadmapctl.cli.console import give_up
    from roadmapctl.model.unreadable import Unreadable
    from roadmapctl.report.funnel.forms import Forms

    spoken = shape.spoken("en")
    try:
        demand, stages, events = read_typed(**typed)  # type: ignore[arg-type]
        amounts = typed_amounts(margin, spend, currency)
    except Unreadable as error:
        give_up(error.message, spoken, error.help)
    result = planless_funnel(demand, stages, events, rounding=shape.rounding)
    if isinstance(result, Infeasible):
        return _infeasible(result, spoken, IMPOSSIBLE)
    costs = funnel_costs(result, margin=amounts.margin, budget=amounts.spend)
    return _Shown(None, Forms(amounts.currency, spoken), shape).write(result, costs)


def _infeasible(reason: "Infeasible", language: Spoken, code: int) -> int:
    from roadmapctl.report.reasons import reason_at

    say(f"roadmapctl: {reason_at(reason, language)}")
    return code


class _Shown(NamedTuple):
    """What the formats need beside the numbers."""

    name: str | None
    forms: "Forms"
    shape: _Shape
    diagnostics: "tuple[Diagnostic, ...]" = ()
    parts: "tuple[Part, ...]" = ()

    def write(self, result: "FunnelResult", costs: "Costs") -> int:
        """Write the funnel in the format that is asked for."""
        write(self._text(result, costs))
        return DONE

    def _text(self, result: "FunnelResult", costs: "Costs") -> str:
        if self.shape.format is TableFormat.JSON:
            return self._json(result, costs)
        if self.shape.format is TableFormat.CSV:
            from roadmapctl.report.funnel.csv import funnel_csv

            return funnel_csv(result)
        from roadmapctl.report.funnel.view import funnel_figures

        added = [section for part in self.parts for section in part.sections]
        figures = funnel_figures(result, costs, self.forms, name=self.name, parts=added, steps=self.shape.explain)
        return laid_out(figures, text=self.shape.format is TableFormat.TEXT)

    def _json(self, result: "FunnelResult", costs: "Costs") -> str:
        from roadmapctl.output.json import entries
        from roadmapctl.report.funnel.json import funnel_json

        return funnel_json(
            result,
            costs,
            currency=self.forms.currency,
            parts={part.key: part.data for part in self.parts},
            findings=entries(self.diagnostics, self.forms.language),
            steps=self._steps(result, costs),
        )

    def _steps(self, result: "FunnelResult", costs: "Costs") -> "Sequence[Step]":
        if not self.shape.explain:
            return ()
        from roadmapctl.analysis.explanation.explain import explain

        return explain(result, costs)
