"""Repeatable playbooks: written once, run for every new event."""

from typing import Annotated

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Positive
from roadmapctl.model.text import Id, Name, Ref, Slug, Text, Word
from roadmapctl.model.time import Offset


class Touchpoint(Element):
    """What the customer does, and what happens behind it."""

    customer: Text | None = None
    """What the customer sees or does."""
    behind: Text | None = None
    """What happens behind the scenes."""
    system: Slug | None = None
    """The system that does it."""


class System(Element):
    """A system and the fields it hands on."""

    does: Text | None = None
    """What it does."""
    sends: dict[Slug, tuple[Name, ...]] = {}
    """The fields it sends, by receiving system."""


class SequenceStep(Element):
    """An automated touch relative to the event."""

    at: Offset | None = None
    """When: `-7d`, `-1h`, `+1d`."""
    channel: Word | None = None
    """Where."""
    message: Text | None = None
    """What it says."""


class Kpis(Element):
    """KPIs in three levels."""

    educate: tuple[Annotated[Id, Ref("metrics")], ...] = ()
    """Reach and attention."""
    engage: tuple[Annotated[Id, Ref("metrics")], ...] = ()
    """Answers and interest."""
    advocate: tuple[Annotated[Id, Ref("metrics")], ...] = ()
    """Purchases and recommendations."""


class Playbook(Element):
    """The customer's journey, the systems behind it, and the automated touches."""

    name: Name | None = None
    """Its name, in any language."""
    touchpoints: tuple[Touchpoint, ...] = ()
    """The journey, in front and behind."""
    systems: dict[Slug, System] = {}
    """The systems and what flows between them."""
    sequence: tuple[SequenceStep, ...] = ()
    """The automated touches."""
    kpis: Kpis | None = None
    """How it is judged."""
    saves_hours: Positive | None = None
    """Hours of work that it saves each time it is run; every tactic that follows it is one run, a series of events one for each."""
    learned: tuple[Text, ...] = ()
    """What its runs have taught, and what it changed since."""
