"""YAML text or a folder of it, to a Document: plain values, the place of each of them, and what could not be read."""

from roadmapctl.load.document import Document
from roadmapctl.load.folder import SECTIONS, find_plans, load, load_files, load_text, read_files
from roadmapctl.load.source import Unreachable

__all__ = ["SECTIONS", "Document", "Unreachable", "find_plans", "load", "load_files", "load_text", "read_files"]
