"""Step 4: how and why, in one sentence that every later idea is held against."""

from typing import Annotated, Literal

from pydantic import Field

from roadmapctl.model.element import Element
from roadmapctl.model.text import Id, Name, Ref, Slug, Text, Word


class JourneyStep(Element):
    """How one piece leads to the next."""

    from_: Word | None = Field(None, alias="from")
    """The channel people come from."""
    to: Word | None = None
    """The channel they are led to."""
    how: Text | None = None
    """What leads them there."""


class CoreMessage(Element):
    """Something the plan wants to be known for."""

    name: Name | None = None
    """A short name."""
    text: Text | None = None
    """The message itself."""
    segment: Annotated[Id, Ref("market.segments")] | None = None
    """Whom it is for."""


class Means(Element):
    """A means or tool, and what decided for it."""

    name: Name | None = None
    """Its name, in any language."""
    audience: Literal["b2b", "b2c", "both"] | None = None
    """Whom it reaches: businesses, consumers, or both."""
    habits: Text | None = None
    """Where that audience looks and listens."""
    objective: Literal["awareness", "new-customers", "more-value"] | None = None
    """What it is for."""
    resources: Text | None = None
    """What it takes, and why that is worth it."""


class Strategy(Element):
    """How the segments are reached, moved and won, and why that way."""

    statement: Text | None = None
    """One sentence: the spine of the plan."""
    why: Text | None = None
    """Why this way and no other."""
    journey: tuple[JourneyStep, ...] = ()
    """How the pieces work together."""
    messages: dict[Slug, CoreMessage] = {}
    """Core messages, by id."""
    means: dict[Slug, Means] = {}
    """The means and tools, and what decided for each: audience, objective, resources."""
