"""A whole plan, format 1."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Self

from pydantic import PrivateAttr

from roadmapctl.model.currency import Currency
from roadmapctl.model.discovery import Discovery
from roadmapctl.model.element import Element, Read
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.goals import Focus, Goal
from roadmapctl.model.market import Market
from roadmapctl.model.measurement import Measurement
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone
from roadmapctl.model.numbers import Money
from roadmapctl.model.organization import Organization
from roadmapctl.model.playbooks import Playbook
from roadmapctl.model.scenarios import Scenario
from roadmapctl.model.strategy import Strategy
from roadmapctl.model.tactics import Idea, Tactic
from roadmapctl.model.text import Method, Name, Slug, Text
from roadmapctl.model.time import PlanPeriod
from roadmapctl.model.unreadable import unreadable

if TYPE_CHECKING:
    from roadmapctl.model.actuals import Recorded  # few plans have any


def format_version(value: Any) -> int:
    """1, the only version of the format there is. Raises Unreadable."""
    if value == 1 and not isinstance(value, bool) and isinstance(value, int):
        return 1
    raise unreadable(
        "RM012",
        "“{value}” is not a version of the plan format",
        "“{value}”不是计划格式的版本",
        ("write roadmap: 1", "请写 roadmap: 1"),
        value=str(value),
    )


class TablePoint(NamedTuple):
    """One point of a response curve that a table holds: money, and the units or the revenue it brought."""

    spend: Decimal
    response: Decimal


class Plan(Element):
    """A marketing roadmap: what the tool computes, checks, draws and reports."""

    roadmap: Annotated[int, Read(format_version, None, {"type": "integer", "const": 1})]
    """The version of the plan format: 1."""
    name: Name
    """The plan's name."""
    language: Literal["en", "zh"] = "en"
    """The language of reports and messages."""
    currency: Currency | None = None
    """The currency of every amount: an ISO 4217 code such as USD or CNY."""
    period: PlanPeriod | None = None
    """The time the plan covers: `2027`, `2027-Q3`, `2027-H1` or `{start, end}`."""
    framework: tuple[Method, ...] = ()
    """The planning methods the plan follows: their elements are asked for."""
    budget: Money | None = None
    """The whole plan's budget."""
    parent: Text | None = None
    """The file of the wider plan this one belongs to."""
    unit: Name | None = None
    """The business unit or region whose plan this is: plans of one unit follow each other, those of several run side by side."""
    discovery: Discovery | None = None
    """Step 1: who are we today, where do we want to go, why now."""
    market: Market | None = None
    """Step 2: the target market."""
    metrics: dict[Slug, Metric] = {}
    """What is measured."""
    goals: dict[Slug, Goal] = {}
    """Step 3: measurable goals."""
    focus: dict[Slug, Focus] = {}
    """Focus areas that serve the goals."""
    strategy: Strategy | None = None
    """Step 4: how and why."""
    funnel: Funnel | None = None
    """From the revenue target back to leads."""
    scenarios: dict[Slug, Scenario] = {}
    """Other values of this plan by name, to be held beside it: `{cautious: {funnel.stages.mql.rate: 15%}}`."""
    milestones: dict[Slug, Milestone] = {}
    """Step 5: key milestones."""
    ideas: dict[Slug, Idea] = {}
    """Scored, not yet planned."""
    tactics: dict[Slug, Tactic] = {}
    """Step 6: tactics, timeline, budget."""
    playbooks: dict[Slug, Playbook] = {}
    """Repeatable ways of doing things."""
    organization: Organization | None = None
    """The people behind the plan."""
    measurement: Measurement | None = None
    """Step 7: measure, learn, optimise."""

    _above: "Plan | None" = PrivateAttr(default=None)
    _tables: Mapping[str, tuple[TablePoint, ...]] = PrivateAttr(default_factory=dict)
    _recorded: "Recorded | None" = PrivateAttr(default=None)

    @property
    def above(self) -> "Plan | None":
        """The wider plan that `parent` names, where it could be read."""
        above: Plan | None = self._beside("_above")
        return above

    def below(self, parent: "Plan | None") -> Self:
        """The same plan, knowing the wider one."""
        if parent is None and self.above is None:
            return self
        copy = self.model_copy()
        copy._above = parent
        return copy

    @property
    def tables(self) -> Mapping[str, tuple[TablePoint, ...]]:
        """The points of the tables that responses name, by source and in order of spend, where they could be read."""
        return self._beside("_tables") or {}

    def knowing(self, tables: Mapping[str, tuple[TablePoint, ...]]) -> Self:
        """The same plan with these tables."""
        if not tables:
            return self  # as most are
        copy = self.model_copy()
        copy._tables = tables
        return copy

    @property
    def recorded(self) -> "Recorded | None":
        """What really happened, from the source that `measurement.actuals` names; None where there is none to be read."""
        recorded: Recorded | None = self._beside("_recorded")
        return recorded

    def measured(self, recorded: "Recorded | None") -> Self:
        """The same plan with these records."""
        if recorded is None:
            return self
        copy = self.model_copy()
        copy._recorded = recorded
        return copy

    def _beside(self, name: str) -> Any:
        """What the plan knows from elsewhere; `self._above` itself would take ten times as long."""
        return (self.__pydantic_private__ or {}).get(name)
