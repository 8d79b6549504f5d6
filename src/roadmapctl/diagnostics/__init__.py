"""What is wrong, where, and what to write instead: findings as plain data, without any of their sentences."""

from roadmapctl.diagnostics.diagnostic import Diagnostic, Related, Severity, worst
from roadmapctl.diagnostics.message import Message
from roadmapctl.diagnostics.span import Path, Span, dotted

__all__ = ["Diagnostic", "Message", "Path", "Related", "Severity", "Span", "dotted", "worst"]
