"""`roadmapctl funnel`: from a target back to customers, opportunities, leads, events, money and dates."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from roadmapctl.cli.console import DONE, FINDINGS, IMPOSSIBLE, coloured, say, terminal_width, usable, write
from roadmapctl.cli.options import Language
from roadmapctl.i18n import Language as Spoken

if TYPE_CHECKING:
    from roadmapctl.analysis.costs import Costs
    from roadmapctl.analysis.funnel import FunnelResult
    from roadmapctl.analysis.infeasible import Infeasible
    from roadmapctl.diagnostics import Diagnostic


class Format(StrEnum):
    """How the funnel is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MD = "md"


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
    rounding: Rounding = typer.Option(Rounding.FINAL, help="Round up once at the end, or at each stage."),
    explain: bool = typer.Option(False, "--explain", help="Show every step with its numbers."),
    format: Format = typer.Option(Format.TEXT, help="How the funnel is written."),
    language: Language = typer.Option(None, help="Language of labels. (default: the plan's)"),
) -> int:
    """Back-calculate the funnel of a plan, or of a target and stages given here."""
    typed = {"target": target, "deal_size": deal_size, "stages": stage, "events": event, "in_hand": in_hand}
    if not any(typed.values()):
        return _of_plan(plan or Path(), set_, rounding, explain, format, language)
    if plan is not None or set_:
        say("roadmapctl: --target and --stage work without a plan; to change a plan's values use --set alone")
        return IMPOSSIBLE
    typed |= {"already_won": already_won, "other_teams": other_teams}
    return _typed(typed, margin, spend, currency, rounding, explain, format, language)


def _of_plan(
    path: Path, settings: list[str], rounding: Rounding, explain: bool, format: Format, language: Language | None
) -> int:
    from roadmapctl.analysis.costs import plan_costs
    from roadmapctl.analysis.funnel import plan_funnel
    from roadmapctl.analysis.infeasible import Infeasible

    plan, checked = usable(path, settings=settings, language=language.spoken if language else None)
    result = plan_funnel(plan, rounding=rounding.value)
    spoken = _spoken(language, plan.language)
    if isinstance(result, Infeasible):
        return _infeasible(result, spoken, FINDINGS)
    shown = _Shown(plan.name, plan.currency, spoken, checked.diagnostics)
    return shown.write(result, plan_costs(plan, result), format, explain)


def _typed(
    typed: dict[str, object],
    margin: str | None,
    spend: str | None,
    currency: str | None,
    rounding: Rounding,
    explain: bool,
    format: Format,
    language: Language | None,
) -> int:
    from roadmapctl.analysis.costs import funnel_costs
    from roadmapctl.analysis.infeasible import Infeasible
    from roadmapctl.analysis.planless import planless_funnel
    from roadmapctl.cli.console import give_up
    from roadmapctl.cli.typed_funnel import read_typed, typed_amounts
    from roadmapctl.model.unreadable import Unreadable

    spoken = _spoken(language, "en")
    try:
        demand, stages, events = read_typed(**typed)  # type: ignore[arg-type]
        amounts = typed_amounts(margin, spend, currency)
    except Unreadable as error:
        give_up(error.message, spoken, error.help)
    result = planless_funnel(demand, stages, events, rounding=rounding.value)
    if isinstance(result, Infeasible):
        return _infeasible(result, spoken, IMPOSSIBLE)
    costs = funnel_costs(result, margin=amounts.margin, budget=amounts.spend)
    return _Shown(None, amounts.currency, spoken, ()).write(result, costs, format, explain)


def _spoken(asked: Language | None, otherwise: Spoken) -> Spoken:
    return otherwise if asked is None else asked.spoken


def _infeasible(reason: "Infeasible", language: Spoken, code: int) -> int:
    from roadmapctl.diagnostics import dotted
    from roadmapctl.i18n.funnel_words import REASONS
    from roadmapctl.i18n.text import say as sentence

    fields = {key: "" if value is None else value for key, value in reason.fields.items()}
    say(f"roadmapctl: {dotted(reason.path)}: {sentence(*REASONS[reason.reason], fields, language)}")
    return code


class _Shown(NamedTuple):
    """What the formats need beside the numbers."""

    name: str | None
    currency: str | None
    language: Spoken
    diagnostics: "tuple[Diagnostic, ...]"

    def write(self, result: "FunnelResult", costs: "Costs", format: Format, explain: bool) -> int:
        """Write the funnel in a format."""
        write(self._text(result, costs, format, explain))
        return DONE

    def _text(self, result: "FunnelResult", costs: "Costs", format: Format, explain: bool) -> str:
        if format is Format.JSON:
            return self._json(result, costs, explain)
        if format is Format.CSV:
            from roadmapctl.report.funnel.csv import funnel_csv

            return funnel_csv(result)
        from roadmapctl.report.funnel.view import Forms, funnel_figures

        forms = Forms(self.currency, self.language)
        figures = funnel_figures(result, costs, forms, name=self.name, steps=explain)
        if format is Format.TEXT:
            from roadmapctl.report.figures.text import as_text

            return as_text(figures, width=terminal_width(), colour=coloured())
        from roadmapctl.report.figures.markdown import as_markdown

        return as_markdown(figures)

    def _json(self, result: "FunnelResult", costs: "Costs", explain: bool) -> str:
        from roadmapctl.analysis.explain import explain as steps_of
        from roadmapctl.output.json import entry
        from roadmapctl.report.funnel.json import funnel_json

        findings = [entry(d, self.language) for d in self.diagnostics]
        steps = steps_of(result, costs) if explain else ()
        return funnel_json(result, costs, currency=self.currency, findings=findings, steps=steps)
