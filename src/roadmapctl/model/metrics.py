"""The measures of a plan: what is counted, in which unit, and where the number comes from."""

from typing import Literal

from roadmapctl.model.element import Element
from roadmapctl.model.text import Name, Text

RATE_UNITS = "rate rates share ratio % percent percentage pp 比率 比例 百分比 占比 转化率 率"
"""Units of a share of a whole, in lower case."""


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

    @property
    def is_rate(self) -> bool:
        """Is it a share of a whole, 0 to 1?"""
        return self.unit is not None and self.unit.strip().lower() in RATE_UNITS.split()

    @property
    def is_stock(self) -> bool:
        """Does it stand at a value on a day? A rate does, unless its `kind` says otherwise."""
        return self.kind == "stock" or (self.kind is None and self.is_rate)
