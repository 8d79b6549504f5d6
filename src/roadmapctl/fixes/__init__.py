"""Mechanical mends: from a finding to the few characters that mend it. Comments, layout and line ends stay as they are.

One file for each kind of mend, one table by code. A mend is *safe* where it cannot change what the writer meant; what would
have to be guessed (18 for 18%, another id) is marked as a guess. Nothing here is imported before there are findings.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from types import MappingProxyType

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.load import Document
from roadmapctl.load.source import Source

Mender = Callable[[Document, Source, Diagnostic], Fix | None]

KINDS = MappingProxyType(
    {
        "RM002": "syntax",
        "RM004": "syntax",
        "RM005": "quoting",
        "RM007": "hidden",
        "RM008": "quoting",
        "RM010": "keys",
        "RM012": "values",
        "RM013": "ids",
        "RM014": "choices",
        "RM020": "numbers",
        "RM021": "numbers",
        "RM022": "times",
        "RM023": "times",
        "RM024": "times",
        "RM025": "choices",
        "RM030": "references",
    }
)
"""The module that mends findings of a code; a code that is not here has no mechanical mend."""

MAX_FIXES = 500  # beyond, a flood: the next round sees the rest


def fix_for(document: Document, diagnostic: Diagnostic) -> Fix | None:
    """The mend of a finding in the text the document was read from, or None where a person has to look."""
    if diagnostic.code not in KINDS:
        return None
    source = next((s for s in document.sources if s.name == diagnostic.span.file), None)
    if source is None:
        return None
    mender: Mender = import_module(f"roadmapctl.fixes.{KINDS[diagnostic.code]}").fix
    return mender(document, source, diagnostic)


def with_fixes(document: Document, diagnostics: Iterable[Diagnostic], limit: int = MAX_FIXES) -> Iterator[Diagnostic]:
    """The same findings, the first of them with their mends."""
    for number, diagnostic in enumerate(diagnostics):
        yield diagnostic._replace(fix=fix_for(document, diagnostic)) if number < limit else diagnostic
