"""Step 2: who bought, who did not, and who shall."""

from decimal import Decimal
from typing import Annotated, Literal

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Count
from roadmapctl.model.text import Id, Name, Ref, Slug, Text, Word


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
    combines: tuple[Annotated[Id, Ref("market.segments")], ...] = ()
    """The segments that it is a combination of: those who belong to all of them at once."""
    traits: dict[str, str | bool | int | Decimal] = {}
    """Facts to select them by: region, industry, function."""
    channels: tuple[Word, ...] = ()
    """Where they are reached."""


class Buying(Element):
    """What one purchase takes, as far as it is known."""

    touches: Count | None = None
    """Contacts with us before they buy."""
    people: Count | None = None
    """People who decide together."""
    channels: Count | None = None
    """Channels they use on the way."""


class Market(Element):
    """The target market, segment by segment."""

    opportunity: Text | None = None
    """The opportunity: which share of which market, and how much revenue that is."""

    segments: dict[Slug, Segment] = {}
    """The segments, by id."""
    dimensions: tuple[Name, ...] = ()
    """The traits by which the segments are told apart: `[region, industry]`."""
    buying: Buying | None = None
    """What one purchase takes: touches, people, channels."""
    reviewed: Literal["month", "quarter", "year"] | None = None
    """How often the segments are held against new figures."""
