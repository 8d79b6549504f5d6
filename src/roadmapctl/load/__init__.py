"""YAML text or a folder of it, to a Document: plain values, the place of each of them, and what could not be read."""

from typing import TYPE_CHECKING

from roadmapctl.load.folder import SECTIONS, find_plans, read_files
from roadmapctl.load.source import Unreachable

if TYPE_CHECKING:
    from roadmapctl.load.document import Document
    from roadmapctl.load.files import load, load_files, load_text
else:

    def __getattr__(name):
        """What parses is imported when it is first asked for: a plan whose findings are known needs no YAML."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from roadmapctl.load import document, files

        return getattr(document if name == "Document" else files, name)


__all__ = ["SECTIONS", "Document", "Unreachable", "find_plans", "load", "load_files", "load_text", "read_files"]
