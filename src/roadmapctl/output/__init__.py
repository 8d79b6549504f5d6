"""Findings as text and as data: a format is one function in one table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from roadmapctl.diagnostics import Diagnostic, Message, Severity, Span
from roadmapctl.i18n import Language
from roadmapctl.i18n.text import say

MAX_SHOWN = 200
"""Findings shown in one run. Beyond, only their number: a flood helps nobody, and the counts stay true."""

MAX_LISTED = 5_000
"""Findings listed for machines that read all of them."""


class Described(Protocol):
    """What is known of a rule."""

    @property
    def severity(self) -> Severity:
        """How much its findings matter."""

    @property
    def title_en(self) -> str:
        """What it finds, in English."""

    @property
    def title_zh(self) -> str:
        """What it finds, in Chinese."""

    @property
    def page(self) -> str:
        """Its manual page in Markdown: the title, why it matters and how to mend it, examples under "Bad:" and "Good:"."""


class Findings(NamedTuple):
    """What a run found, in order.

    `lines` holds the source lines of the findings that are shown, `clean` the names of the plans without findings, `rules` what
    is known of the rules by code. `fail_on` is the severity from which findings fail the run; `base` is the folder that relative
    names start in, as seen from the repository's root. `hidden` counts findings that a baseline holds back.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    language: Language
    lines: Mapping[Span, str]
    clean: tuple[str, ...] = ()
    rules: Mapping[str, Described] = MappingProxyType({})
    fail_on: Severity = Severity.ERROR
    base: str = ""
    hidden: int = 0


def sentence(message: Message, language: Language) -> str:
    """A message in a language, safe to print."""
    return say(message.en, message.zh, message.fields, language)
