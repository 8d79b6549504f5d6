"""What an option adds to a funnel: a key of its JSON, and sections for people."""

from typing import Any, NamedTuple

from roadmapctl.report.figures import Section


class Part(NamedTuple):
    """`data` stands under `key` in the JSON; text and Markdown show the sections."""

    key: str
    data: Any
    sections: tuple[Section, ...]
