"""A plan being written: its values in the order of the format, and the comments above them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from roadmapctl.analysis.parts.cut import Cut
from roadmapctl.cutting.words import Words
from roadmapctl.diagnostics import Path


@dataclass(frozen=True)
class Section:
    """A section of the new plan. `comments` are lines by the path of what they stand above, seen from the section."""

    value: Any
    comments: Mapping[Path, tuple[str, ...]]


@dataclass(frozen=True)
class Source:
    """What a plan is cut from: the part, the wider plan's values as they were written, and how its parts speak."""

    cut: Cut
    values: Mapping[str, Any]
    words: Words

    def section(self, *path: str) -> Any:
        """The values at a path of the wider plan; an empty mapping where there is nothing."""
        found: Any = self.values
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return {} if found is None else found

    def members(self, section: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
        """Copies of the members of a section with these ids, in the section's order."""
        return {id: dict(member or {}) for id, member in self.section(section).items() if id in ids}


def section(value: Any, *lines: str, **above: tuple[str, ...]) -> Section:
    """A section with lines above it, and above members of it by their id."""
    comments: dict[Path, tuple[str, ...]] = {(id,): text for id, text in above.items() if text}
    return Section(value, {(): lines, **comments} if lines else comments)
