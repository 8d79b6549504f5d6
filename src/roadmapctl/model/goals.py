"""Step 3: measurable goals, and the focus areas that serve them."""

from decimal import Decimal
from typing import Annotated, Literal

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Change, Quantity
from roadmapctl.model.text import Id, Name, Ref, Text
from roadmapctl.model.time import Date


class Goal(Element):
    """What shall be reached: which metric, from what, to what, by when."""

    name: Name | None = None
    """A short name."""
    statement: Text | None = None
    """The goal as one says it: a number, what it counts, and a date."""
    metric: Annotated[Id, Ref("metrics")] | None = None
    """The metric that tells whether it is reached."""
    baseline: Quantity | None = None
    """The metric's value today."""
    target: Quantity | None = None
    """The value to reach."""
    change: Change | None = None
    """The way from baseline to target: `0.75pp` (points), `25%` (relative) or a number. In place of a target."""
    due: Date | None = None
    """By when."""
    segment: Annotated[Id, Ref("market.segments")] | None = None
    """The segment it is about."""
    supports: Annotated[Id, Ref("goals")] | None = None
    """The wider goal it serves, of this plan or of its parent."""
    split: Literal["quarter", "month", "week"] | None = None
    """The rhythm its target is split by."""

    @property
    def aim(self) -> Decimal | None:
        """The value to reach: the target, or the baseline and the change; None where neither is said."""
        if self.target is not None or self.change is None or self.baseline is None:
            return self.target
        return self.change.from_(self.baseline)

    def goes_back(self, better: str) -> bool:
        """Does the way from baseline to target lead nowhere, or against the direction that is `better` (up or down)?"""
        aim, baseline = self.aim, self.baseline
        if aim is None or baseline is None:
            return False
        return aim == baseline or (aim > baseline) == (better == "down")


class Focus(Element):
    """A focus area: a few of them carry a quarter, each serving goals."""

    name: Name | None = None
    """Its name, in any language."""
    goals: tuple[Annotated[Id, Ref("goals")], ...] = ()
    """The goals it serves."""
    improves: tuple[Annotated[Id, Ref("metrics")], ...] = ()
    """The metrics it shall improve."""
    why: Text | None = None
    """Why it and not another."""
