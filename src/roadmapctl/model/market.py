"""Step 2: who bought, who did not, and who shall."""

from decimal import Decimal
from typing import Literal

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Count
from roadmapctl.model.text import Name, Slug, Text


class Segment(Element):
    """A group of customers, current or wanted."""

    name: Name | None = None
    """Its name, in any language."""
    status: Literal["current", "target", "emerging"] | None = None
    """Do they buy already (current), shall they (target), or will they one day (emerging)?"""
    who: Text | None = None
    """Who they are."""
    where: Text | None = None
    """Where they live, work and read."""
    motivation: Text | None = None
    """What makes them buy."""
    bought_because: Text | None = None
    """Why those who bought did."""
    not_bought_because: Text | None = None
    """Why those who did not buy didn't."""
    expected: Text | None = None
    """What was expected of them, and did it come true."""
    size: Count | None = None
    """How many there are."""
    traits: dict[str, str | bool | int | Decimal] = {}
    """Facts to select them by: region, industry, function."""
    channels: tuple[Slug, ...] = ()
    """Where they are reached."""


class Market(Element):
    """The target market, segment by segment."""

    segments: dict[Slug, Segment] = {}
    """The segments, by id."""
