"""What is wrong, where, and what to write instead: findings as plain data, without any of their sentences.

Plain data here and in `load` and `model` are named tuples, not frozen dataclasses: every one of those costs a millisecond of
start-up, and a check of one plan in an editor or a commit hook takes a fifth of a second in all.
"""

from roadmapctl.diagnostics.diagnostic import Diagnostic, Edit, Fix, Related, Severity, worst
from roadmapctl.diagnostics.message import Message
from roadmapctl.diagnostics.span import Path, Span, dotted

__all__ = ["Diagnostic", "Edit", "Fix", "Message", "Path", "Related", "Severity", "Span", "dotted", "worst"]
