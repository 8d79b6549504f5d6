"""The whole view, built from a plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.frameworks import Framework, framework
from roadmapctl.i18n import Language, dates
from roadmapctl.model import Plan
from roadmapctl.report.figures import Section
from roadmapctl.report.view.budget import BudgetSection, budget_section
from roadmapctl.report.view.chapters import Chapter, chapters
from roadmapctl.report.view.covered import coverage_sections
from roadmapctl.report.view.discovery import DiscoveryView, discovery_view
from roadmapctl.report.view.findings import FindingsView, findings_view
from roadmapctl.report.view.funnel import FunnelView, funnel_view
from roadmapctl.report.view.goals import GoalRow, goal_rows
from roadmapctl.report.view.in_time import funnel_of
from roadmapctl.report.view.market import MarketView, market_view
from roadmapctl.report.view.measurement import MeasurementView, measurement_view
from roadmapctl.report.view.milestones import MilestoneRow, milestone_rows
from roadmapctl.report.view.people import PersonRow, people_rows
from roadmapctl.report.view.standing import where_it_stands
from roadmapctl.report.view.strategy import StrategyView, strategy_view
from roadmapctl.report.view.summary import Summary, summary_view
from roadmapctl.report.view.tactics import TacticsView, tactics_view
from roadmapctl.report.wording import Wording
from roadmapctl.scenarios.overlay import Outcome

SPINE = "seven-step"


class PlanHead(NamedTuple):
    """The plan's own header."""

    name: str
    language: Language
    period: str
    currency: str
    methods: str
    budget: str


class Origin(NamedTuple):
    """What the report was made from: the SHA-256 of the plan's texts, values set on the command line, our version."""

    sha256: str
    settings: str
    version: str


class Overview(NamedTuple):
    """Everything a report says, and the variables of every report template:

    `plan` (name, language, period, currency, methods, budget), `summary` (goal, standing, gap, figures, funnel, budget, milestones,
    more_milestones), the seven steps `discovery`, `market`, `goals`, `strategy`, `milestones`, `tactics`, `measurement`,
    with `budget` and `people` beside the tactics, `funnel`, `findings`, `origin` (sha256, settings, version), and `labels`,
    the report's own words by key. `goals`, `milestones` and `people` are tuples of rows; the other sections are None where
    the plan says nothing about them. The fields of each are those of its class in this package.

    `chapters` is the order of the report: the steps of the method it is told by (title, parts), each part a section of one
    of the names above, or one laid out as it is (name, title, sections). `coverage` says how complete the plan is.
    """

    plan: PlanHead
    summary: Summary
    discovery: DiscoveryView | None
    market: MarketView | None
    goals: tuple[GoalRow, ...]
    strategy: StrategyView | None
    milestones: tuple[MilestoneRow, ...]
    tactics: TacticsView | None
    budget: BudgetSection | None
    people: tuple[PersonRow, ...]
    measurement: MeasurementView | None
    funnel: FunnelView | None
    coverage: tuple[Section, ...]
    findings: FindingsView | None
    origin: Origin
    labels: Mapping[str, str]
    chapters: tuple[Chapter, ...] = ()


def build(
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    origin: Origin,
    language: Language | None = None,
    scenarios: Sequence[Outcome] = (),
    method: Framework | None = None,
    as_of: date | None = None,
) -> Overview:
    """The view of a plan, in its own language unless another is asked for; `scenarios` begin with the plan as it stands.

    It is told in the order and words of `method`; unless said, of the first one that the plan names, or of the seven steps.
    `as_of` is the day at whose end it is held against its actual figures, the latest recorded unless said.
    """
    words = Wording(plan, language or plan.language)
    result = funnel_of(plan)
    budget = budget_section(words)
    milestones = milestone_rows(words)
    stands = where_it_stands(words, as_of)
    view = Overview(
        plan=_head(words),
        summary=summary_view(words, result, budget, milestones, stands),
        discovery=discovery_view(words),
        market=market_view(words),
        goals=goal_rows(words),
        strategy=strategy_view(words),
        milestones=milestones,
        tactics=tactics_view(words),
        budget=budget,
        people=people_rows(words),
        measurement=measurement_view(words, stands, given=as_of is not None),
        funnel=funnel_view(words, result, scenarios),
        coverage=coverage_sections(words, diagnostics),
        findings=findings_view(words, diagnostics),
        origin=origin,
        labels=MappingProxyType(dict(words.labels)),
    )
    return view._replace(chapters=chapters(words, method or _told_by(plan), _laid_out(view)))


def _told_by(plan: Plan) -> Framework:
    """The first method that the plan names; without one, the one whose order the plan format has."""
    named = (framework(name) for name in (*plan.framework, SPINE))
    return next(method for method in named if method is not None)


def _laid_out(view: Overview) -> Mapping[str, object]:
    """The sections that have a template, by name."""
    return {**view._asdict(), "timeline": view.tactics is not None and view.tactics.timeline is not None}


def _head(words: Wording) -> PlanHead:
    plan = words.plan
    period = plan.period
    return PlanHead(
        name=plan.name,
        language=words.language,
        period="" if period is None else dates.period(period.start, period.end, period.text, words.language),
        currency=plan.currency or "",
        methods=words.join(words.id(method) for method in plan.framework),
        budget=words.money(plan.budget),
    )
