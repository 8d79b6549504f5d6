"""Findings as text and as data: a format is one function in one table."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Span
from roadmapctl.i18n import Language
from roadmapctl.i18n.text import say

MAX_SHOWN = 200
"""Findings shown in one run. Beyond, only their number: a flood helps nobody, and the counts stay true."""


class Findings(NamedTuple):
    """What a run found, in order. `lines` holds the source lines of the findings that are shown."""

    diagnostics: Sequence[Diagnostic]
    files: int
    language: Language
    lines: Mapping[Span, str]


def sentence(message: Message, language: Language) -> str:
    """A message in a language, safe to print."""
    return say(message.en, message.zh, message.fields, language)
