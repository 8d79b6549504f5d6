"""The measures of a plan: what is counted, in which unit, and where the number comes from."""

from typing import Literal

from roadmapctl.model.element import Element
from roadmapctl.model.text import Name, Text


class Metric(Element):
    """A measure."""

    name: Name | None = None
    """Its name, in any language."""
    unit: Name | None = None
    """What it counts: people, visits, `rate` for a share, or a currency for money."""
    kind: Literal["stock", "flow"] | None = None
    """A stock stands at a value at a date (subscribers); a flow adds up over the period (revenue)."""
    better: Literal["up", "down"] = "up"
    """The direction that is good."""
    level: Literal["educate", "engage", "advocate"] | None = None
    """The level of the KPI scheme it belongs to."""
    source: Text | None = None
    """Where its number comes from."""
