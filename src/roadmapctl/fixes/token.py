"""A scalar as it stands in a file, and the edits that put another in its place."""

from typing import NamedTuple

from roadmapctl.diagnostics import Edit, Fix, Span
from roadmapctl.load.source import Source

QUOTES = "'\""
SMART = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("＂", "＂"), ("„", "“"), ("«", "»"))


class Token(NamedTuple):
    """A scalar on one line: its text, and the quote around it (“” for none)."""

    span: Span
    text: str
    quote: str = ""

    def replaced(self, text: str, *, safe: bool) -> Fix:
        """Another text in its place, in the same quotes."""
        return Fix((Edit(self.span, f"{self.quote}{text}{self.quote}"),), safe)

    @property
    def bare(self) -> str | None:
        """The text within typographic quotes; None where there are none around it."""
        pair = next((p for p in SMART if self.text[:1] == p[0] and self.text[-1:] == p[1] and len(self.text) > 2), None)
        return None if pair is None else self.text[1:-1]


def token(source: Source, span: Span) -> Token | None:
    """The scalar at a span; None where the text there is an alias, has an anchor, or means more than it shows."""
    text = source.line(span.line)[span.column - 1 : span.end_column - 1]
    if span.end_line != span.line or not text or text[0] in "*&!|>{[":
        return None
    quote = text[0] if text[0] in QUOTES else ""
    if not quote:
        return Token(span, text)
    inner = text[1:-1]
    whole = len(text) > 1 and text[-1] == quote and quote not in inner and "\\" not in inner
    return Token(span, inner, quote) if whole else None


def stretch(source: Source, line: int, start: int, end: int) -> Span:
    """The span of the characters from `start` to `end`, both from 0, of a line."""
    return Span(source.name, line, start + 1, line, end + 1)
