"""Where things stand in one section of a plan, without reading the others."""

import re
from typing import Any

from roadmapctl.load.document import Atlas, Layout
from roadmapctl.load.source import Source

NEXT = re.compile(r"(?m)^[^ #\n-]")
"""The first character of the next section."""


def section_layout(source: Source, section: str, value: Any) -> Layout | None:
    """The places in a section of a plainly written text, whose value is known; None where it cannot be told apart."""
    from roadmapctl.load.builder import build

    text = source.text
    begins = [found.start() for found in re.finditer(rf"(?m)^{re.escape(section)}:", text)]
    if len(begins) != 1:
        return None
    start, following = begins[0], NEXT.search(text, begins[0] + 1)
    above = " " * (start - 1) + "\n" if start else ""  # so that everything stands where it stood
    atlas = Atlas()
    part, places, faults = build(Source(source.name, above + text[start : following and following.start()]), atlas)
    if faults or part != {section: value}:
        return None
    atlas.sources = [source]
    return Layout(places, atlas)
