"""What the options of `funnel` add to a plan's funnel: one function each, in the order in which they are shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from roadmapctl.cli.console import give_up, leave, refuse, say
from roadmapctl.cli.plans import usable
from roadmapctl.i18n.command_words import REFUSED

if TYPE_CHECKING:
    from fractions import Fraction

    from roadmapctl.analysis.calendar.spans import By
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import FunnelResult
    from roadmapctl.analysis.money.costs import Costs
    from roadmapctl.analysis.rounding import Rounding
    from roadmapctl.analysis.uncertainty import NeedsSimulation, Uncertainty
    from roadmapctl.i18n import Language
    from roadmapctl.load import Document
    from roadmapctl.model import Plan
    from roadmapctl.report.funnel.forms import Forms
    from roadmapctl.report.funnel.part import Part
    from roadmapctl.scenarios.overlay import Outcome, Refused


class Wanted(NamedTuple):
    """The options that add something."""

    by: "By | None" = None
    simulate: int | None = None
    seed: int | None = None
    confidence: str | None = None
    scenarios: tuple[str, ...] = ()
    solve: str | None = None
    vary: tuple[str, ...] = ()


class Funnel(NamedTuple):
    """The funnel they add to: the plan at `path` with `settings` made, and what it comes to."""

    path: Path
    settings: tuple[str, ...]
    document: "Document"
    plan: "Plan"
    result: "FunnelResult"
    costs: "Costs"
    rounding: "Rounding"
    forms: "Forms"


def parts(funnel: Funnel, wanted: Wanted) -> "tuple[Part, ...]":
    """What the options add; leaves with 1 or 2 where one of them asks for what there is not."""
    return tuple(part for make in PARTS for part in make(funnel, wanted))


def _calendar(funnel: Funnel, wanted: Wanted) -> "Iterator[Part]":
    if wanted.by is None:
        return
    from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.report.funnel.in_time import parts_in_time

    calendar = plan_calendar(funnel.plan, funnel.result, wanted.by)
    if isinstance(calendar, Infeasible):
        _impossible(calendar, f"--by {wanted.by}", funnel.forms.language)
    yield from parts_in_time(funnel.plan, funnel.result, funnel.costs, calendar, funnel.forms)


def _sure(funnel: Funnel, wanted: Wanted) -> "Iterator[Part]":
    """How sure the plan is: worked out where that can be, simulated where it cannot or where it is asked for."""
    from roadmapctl.analysis.uncertainty import CONFIDENCE, NeedsSimulation, uncertainty

    if wanted.seed is not None and wanted.simulate is None:
        refuse(REFUSED["seed_alone"], funnel.forms.language)
    confidence = CONFIDENCE if wanted.confidence is None else _confidence(wanted.confidence, funnel.forms.language)
    exact = None if wanted.simulate else uncertainty(funnel.plan, funnel.result, confidence=confidence)
    needs = exact if isinstance(exact, NeedsSimulation) else None
    found = _simulated(funnel, wanted, confidence, needs) if wanted.simulate or needs else exact
    if found is None or isinstance(found, NeedsSimulation):
        return
    from roadmapctl.report.funnel.part import Part
    from roadmapctl.report.funnel.uncertainty import uncertainty_data, uncertainty_sections

    yield Part("uncertainty", uncertainty_data(found), tuple(uncertainty_sections(found, funnel.result, funnel.forms)))


def _confidence(text: str, language: "Language") -> "Fraction":
    from fractions import Fraction

    from roadmapctl.load.scalars import resolve
    from roadmapctl.model.numbers import share
    from roadmapctl.model.unreadable import Unreadable

    try:
        confidence = Fraction(share(resolve(text.strip())))
    except Unreadable:
        confidence = Fraction(0)
    if not 0 < confidence < 1:
        refuse(REFUSED["confidence"], language, text=text)
    return confidence


def _simulated(
    funnel: Funnel, wanted: Wanted, confidence: "Fraction", needs: "NeedsSimulation | None"
) -> "Uncertainty | None":
    """By drawing. Where that was not asked for and NumPy is missing, only words about it."""
    from roadmapctl.analysis.uncertainty import AUTOMATIC_TRIALS, NumPyIsMissing, simulated
    from roadmapctl.cli.commands.funnel.progress import progress
    from roadmapctl.i18n.funnel_words import word
    from roadmapctl.i18n.text import say as sentence
    from roadmapctl.i18n.uncertainty_words import NOTES

    trials, language = wanted.simulate or AUTOMATIC_TRIALS, funnel.forms.language
    try:
        with progress() as shown:
            return simulated(
                funnel.plan, funnel.result, trials=trials, seed=wanted.seed or 1, confidence=confidence, progress=shown
            )
    except NumPyIsMissing:
        if needs is None:
            refuse(REFUSED["no_numpy"], language)
        say(f"roadmapctl: {sentence(*NOTES['without_numpy'], {'why': word(NOTES, needs.reason, language)}, language)}")
        return None


def _scenarios(funnel: Funnel, wanted: Wanted) -> "Iterator[Part]":
    if not wanted.scenarios:
        return
    from roadmapctl.report.funnel.part import Part
    from roadmapctl.report.funnel.scenarios import scenarios_data, scenarios_section
    from roadmapctl.scenarios.overlay import Outcome, outcome

    outcomes = [Outcome("", {}, funnel.plan, funnel.result, funnel.costs)]
    for name in wanted.scenarios:
        values = _values(funnel, name)
        outcomes.append(
            _computed(
                outcome(funnel.document, name, values, funnel.rounding), f"--scenario {name}", funnel.forms.language
            )
        )
    yield Part("scenarios", scenarios_data(outcomes), (scenarios_section(outcomes, funnel.forms),))


def _values(funnel: Funnel, name: str) -> "dict[str, object]":
    if name not in funnel.plan.scenarios:
        words = REFUSED["no_scenario" if funnel.plan.scenarios else "no_scenarios"]
        refuse(words, funnel.forms.language, name=name, known=", ".join(funnel.plan.scenarios))
    return funnel.plan.scenarios[name]


def _grid(funnel: Funnel, wanted: Wanted) -> "Iterator[Part]":
    if not wanted.vary:
        return
    from roadmapctl.load.override import NoSuchItem
    from roadmapctl.report.funnel.grid import grid_data, grid_sections
    from roadmapctl.report.funnel.part import Part
    from roadmapctl.scenarios.overlay import Refused
    from roadmapctl.scenarios.vary import NotAnAxis, axis, vary

    if len(wanted.vary) > 2:
        refuse(REFUSED["two_sides"], funnel.forms.language)
    try:
        down, *across = [axis(text) for text in wanted.vary]
    except NotAnAxis as error:
        refuse(REFUSED["no_axis"], funnel.forms.language, text=error)
    try:
        grid = vary(funnel.document, down, across[0] if across else None, funnel.rounding)
    except NoSuchItem as error:
        refuse(REFUSED["no_step"], funnel.forms.language, flag="--vary", step=error.step, known=error.known)
    if isinstance(grid, Refused):
        _unreadable(grid, "--vary", funnel.forms.language)
    yield Part("vary", grid_data(grid), grid_sections(grid, funnel.forms))


def _solved(funnel: Funnel, wanted: Wanted) -> "Iterator[Part]":
    if wanted.solve is None:
        return
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import plan_funnel
    from roadmapctl.load.override import NoSuchItem
    from roadmapctl.report.funnel.part import Part
    from roadmapctl.report.funnel.solved import solved_data, solved_section
    from roadmapctl.scenarios.overlay import overlaid
    from roadmapctl.scenarios.solve import Unsolved, solve

    if len(wanted.scenarios) > 1:
        refuse(REFUSED["solve_one"], funnel.forms.language)
    under = overlaid(funnel.document, _values(funnel, wanted.scenarios[0])) if wanted.scenarios else funnel.document
    # The volumes that are held fast are those of the plan as it is written.
    planned = plan_funnel(usable(funnel.path)[0]) if funnel.settings else funnel.result
    try:
        found = solve(under, wanted.solve, funnel.result if isinstance(planned, Infeasible) else planned)
    except NoSuchItem as error:
        flag = f"--solve {wanted.solve}"
        refuse(REFUSED["no_step"], funnel.forms.language, flag=flag, step=error.step, known=error.known)
    if isinstance(found, Unsolved) and found.why == "no_number":
        refuse(REFUSED["solve_number"], funnel.forms.language, path=wanted.solve)
    yield Part("solve", solved_data(found), (solved_section(found, funnel.forms),))


def _computed(found: "Outcome | Infeasible | Refused", flag: str, language: "Language") -> "Outcome":
    from roadmapctl.scenarios.overlay import Outcome, Refused

    if isinstance(found, Refused):
        _unreadable(found, flag, language)
    if not isinstance(found, Outcome):
        _impossible(found, flag, language)
    return found


def _impossible(reason: "Infeasible", flag: str, language: "Language") -> NoReturn:
    from roadmapctl.report.reasons import reason_at

    leave(f"{flag}{'：' if language == 'zh' else ': '}{reason_at(reason, language)}")


def _unreadable(refused: "Refused", flag: str, language: "Language") -> NoReturn:
    """The first value that cannot be read, and what to write instead."""
    from roadmapctl.diagnostics import Message, dotted

    found = refused.diagnostics[0]
    fields = {**found.message.fields, "flag": flag, "place": dotted(found.path)}
    message = Message("{flag}: {place}: " + found.message.en, "{flag}：{place}：" + found.message.zh, fields)
    give_up(message, language, found.help)


PARTS: "tuple[Callable[[Funnel, Wanted], Iterator[Part]], ...]" = (_sure, _calendar, _scenarios, _grid, _solved)
