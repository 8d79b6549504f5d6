"""Plan text in Markdown, as all templates and tables of a report escape it."""

from roadmapctl.i18n.markdown import NOTHING, Markdown, escape, inline, one_line

__all__ = ["NOTHING", "Markdown", "escape", "inline", "one_line"]
