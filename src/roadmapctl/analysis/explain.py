"""Every step of a funnel with its numbers, so that it can be checked by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roadmapctl.analysis.costs import Costs
from roadmapctl.analysis.funnel import FunnelResult


@dataclass(frozen=True)
class Step:
    """One step: `key` says which (`deals`, `stage`, `events`…), `fields` its raw values, `formula` the sum with plain numbers."""

    key: str
    fields: Mapping[str, Any]
    formula: str


def explain(result: FunnelResult, costs: Costs | None = None) -> tuple[Step, ...]:
    """The steps in the order of the computation: target, deals, stages bottom up, sources, costs."""
    raise NotImplementedError
