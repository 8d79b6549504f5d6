"""A text that YAML takes for something else, put in quotes: `@carl`, `*bold*`, `Goal: win`, `“Spring: a plan”`."""

import re

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.token import SMART, stretch
from roadmapctl.load import Document
from roadmapctl.load.source import Source

VALUE = re.compile(r"[ ]*(?:- +)*(?:[\w\"'-]+:[ ]+|(?<=- ))(?=\S)")
KEY_LIKE = re.compile(r"(?:^|.*[\s,{])[a-z][a-z0-9_-]*: ")
COLLECTION = re.compile(r"\s[\[{]")
BOLD = re.compile(r"\*[^*]*\S\*|\*\*")
COMMENT = re.compile(r"\s+#.*$|\s+$")


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The quotes around the text that is meant."""
    del document
    return quoted_value(source, diagnostic.span.line)


def quoted_value(source: Source, number: int) -> Fix | None:
    """Quotes around all of a line's value: typographic ones become plain; None where lists or keys go on in it."""
    line = source.line(number)
    start = VALUE.match(line)
    if start is None:
        return None
    text = COMMENT.sub("", line[start.end() :])
    if not text or text[0] in "\"'[{|>" or _goes_on(source, number, line):
        return None
    if text[0] in "&!" and COLLECTION.search(text):
        return None
    bare = next((text[1:-1] for a, b in SMART if text[0] == a and text[-1] == b), text)
    span = stretch(source, number, start.end(), start.end() + len(text))
    return Fix((Edit(span, _quoted(bare)),), safe=bare != text or _is_prose(text))


def _is_prose(text: str) -> bool:
    """Can it be nothing else? `*this*` is bold, but `*this` may be an alias; and a small word before a colon may be a key."""
    if text[0] in "*&!":
        return BOLD.match(text) is not None
    return not KEY_LIKE.match(text)


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _goes_on(source: Source, number: int, line: str) -> bool:
    """Is the next line deeper, and so part of the same text?"""
    following = source.line(number + 1) if number < len(source.line_starts) else ""
    return len(following) - len(following.lstrip(" ")) > len(line) - len(line.lstrip(" -")) and bool(following.strip())
