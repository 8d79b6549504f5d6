"""Scenarios: what else a plan's values might be."""

from typing import Annotated, Any

from roadmapctl.model.element import Read
from roadmapctl.model.unreadable import said, unreadable


def scenario(value: Any) -> dict[str, Any]:
    """Values by the path they replace; read by what stands at that path, not here. Raises Unreadable."""
    if isinstance(value, dict) and all(map(_is_path, value)) and None not in value.values():
        return dict(value)
    raise unreadable(
        "RM012",
        "“{value}” is not a scenario",
        "“{value}”不是一个情景",
        (
            "write paths and their other values: {{funnel.stages.mql.rate: 15%}}",
            "请写路径和另外的取值：{{funnel.stages.mql.rate: 15%}}",
        ),
        value=said(value),
    )


def _is_path(key: Any) -> bool:
    return isinstance(key, str) and all(key.split("."))


_SCENARIO = {
    "type": "object",
    "propertyNames": {"pattern": r"^[^.]+(\.[^.]+)*$"},
    "additionalProperties": {
        "description": "The value in place of the plan's.",
        "type": ["string", "number", "boolean", "array", "object"],
        "additionalProperties": True,
    },
    "examples": [{"funnel.stages.mql.rate": "15%", "funnel.deal_size": 20000}],
}

Scenario = Annotated[dict[str, Any], Read(scenario, None, _SCENARIO)]
