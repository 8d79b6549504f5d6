"""The people behind a plan: structure, duties, stakeholders, handovers."""

from typing import Annotated, Literal

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Count, Money, Share
from roadmapctl.model.text import Id, Name, Ref, Slug, Text
from roadmapctl.model.time import Date


class Headcount(Element):
    """How many people there are and how many are asked for."""

    now: Count | None = None
    """Today."""
    asked: Count | None = None
    """Asked for."""


class Person(Element):
    """Somebody who owns tactics."""

    name: Name | None = None
    """Full name."""
    role: Name | None = None
    """Role."""
    functions: tuple[Name, ...] = ()
    """Duties."""
    unit: Name | None = None
    """The business unit or country they work for; without one they work for all of them."""
    capacity: Share | None = None
    """The part of their time that is this plan's."""
    goals: tuple[Annotated[Id, Ref("goals")], ...] = ()
    """The goals they answer for."""
    incentive: Text | None = None
    """What reaching them brings."""
    reports_to: Name | None = None
    """Whom they report to."""


class Stakeholder(Element):
    """Somebody whose agreement the plan needs."""

    name: Name | None = None
    """Name or title."""
    level: Literal["executive", "middle"] | None = None
    """Executive or middle management."""
    decides: Name | None = None
    """What they decide."""
    stance: Literal["agreed", "concerned", "opposed", "unknown"] | None = None
    """Where they stand."""
    concern: Text | None = None
    """What they worry about."""
    resolution: Text | None = None
    """How that is resolved."""
    priority: Text | None = None
    """What matters most to them, as they said when asked."""
    involved: Date | None = None
    """Since when they take part in the planning."""


class Handover(Element):
    """A team that passes leads on, and what it is judged by."""

    reports_to: Name | None = None
    """The team it reports to."""
    judged_by: tuple[Name, ...] = ()
    """The measures it is judged by."""


class Organization(Element):
    """Structure, people, stakeholders and handovers."""

    structure: Literal["startup", "centralized", "by-unit", "hybrid"] | None = None
    """How marketing is organised."""
    functions: tuple[Name, ...] = ()
    """The functions that somebody has to carry; a person says theirs in the same words."""
    head: Annotated[Id, Ref("organization.people")] | None = None
    """Who leads it."""
    headcount: Headcount | None = None
    """People now and asked for."""
    hour_cost: Money | None = None
    """What an hour of work costs."""
    people: dict[Slug, Person] = {}
    """The people, by id; tactics name them as owners."""
    stakeholders: dict[Slug, Stakeholder] = {}
    """Whose agreement the plan needs."""
    handovers: dict[Slug, Handover] = {}
    """Who passes leads on to whom."""
