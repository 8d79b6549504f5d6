"""Step 5: key milestones, each with a date and a measure of success."""

from typing import Annotated

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Quantity
from roadmapctl.model.text import Id, Name, Ref, Text
from roadmapctl.model.time import Date


class Milestone(Element):
    """A date by which something measurable is reached."""

    name: Name | None = None
    """Its name, in any language."""
    what: Text | None = None
    """What it is, in a sentence or two."""
    date: Date | None = None
    """When."""
    goal: Annotated[Id, Ref("goals")] | None = None
    """The goal it leads to."""
    metric: Annotated[Id, Ref("metrics")] | None = None
    """Its measure of success."""
    target: Quantity | None = None
    """The value of the metric to have reached by then."""
