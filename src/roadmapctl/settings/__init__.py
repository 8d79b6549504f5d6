"""What a team has agreed on for its plans: `roadmapctl.toml`, or `[tool.roadmapctl]` in a pyproject.toml."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.i18n import Language


class Unusable(Exception):
    """A configuration that cannot be followed. Carries the Message that says where and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class Settings(NamedTuple):
    """How plans are held to the rules; what is empty or None is left to the program.

    `select` and `ignore` are codes or families (RM604, RM6). `severity` has another severity by code or family, None for off.
    `path_ignores` are pairs of a glob, relative to `folder`, and the codes or families ignored in the files it matches.
    `framework` are methods in place of those the plans name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    severity: Mapping[str, Severity | None] = MappingProxyType({})
    path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    framework: tuple[str, ...] = ()
    language: Language | None = None
    baseline: Path | None = None
    folder: Path = Path()

    def under(self, flags: "Settings") -> "Settings":
        """These settings, with those of the flags in their place where there are any."""
        return self._replace(**{field: flag for field, flag in flags._asdict().items() if flag and field != "folder"})
