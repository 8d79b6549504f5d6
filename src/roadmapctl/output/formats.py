"""The formats of `validate`, by name."""

from collections.abc import Callable

from roadmapctl.output import Findings
from roadmapctl.output.json import as_json
from roadmapctl.output.text import as_text

FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": as_text,
    "json": as_json,
}
