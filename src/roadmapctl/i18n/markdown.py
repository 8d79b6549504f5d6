"""Plan text in Markdown: always text, never markup, and shown as it was typed."""

import re

from roadmapctl.i18n.text import unfolded, visible

NOTHING = "<span></span>"
"""An empty element that GitHub keeps: it parts an @ from a name, so that nobody is called."""

SPACES = re.compile(r"[^\S\u00a0]+")
"""White space but no-break spaces, which hold a date together in the column of a table."""
WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
WIDE_BREAK = f"(?<={WIDE})[ \t]*[\r\n]\\s*(?={WIDE})"  # compiled for the first text that has a line break
# Entities, mentions, issue numbers, emoji names and links that GitHub makes of bare text are matched by what follows them.
SPECIAL = re.compile(
    r"[\\`*\[\]~$<>|#]|(?<![^\W_])_|_(?![^\W_])|&(?=#?[A-Za-z0-9]{1,40};)"
    r"|@(?=\w)|:(?=//|[A-Za-z0-9_+-]+:)|[Ww]{3}(?=\.)|[Gg][Hh]-(?=\d)"
)
# What only means something where a line begins: list bullets, numbers, underlines of headings.
AT_START = re.compile(r"[-+=]|(\d{1,9})(?=[.)](?:\s|$))")
ENTITIES = {"<": "&lt;", ">": "&gt;", "|": "&#124;", "&": "&amp;"}


class Markdown(str):
    """Text that is Markdown already: written by us, with everything in it escaped."""

    __slots__ = ()


def one_line(text: str) -> str:
    """The text on one line; a line break between two Chinese characters leaves no space behind, folded or not."""
    if "\n" in text or "\r" in text:
        text = re.sub(WIDE_BREAK, "", text)
    return unfolded(SPACES.sub(" ", text)).strip()


def escape(text: str) -> Markdown:
    """A text as Markdown for a paragraph, a heading or a list item, on one line.

    GitHub also acts on the finished page (mentions, issue numbers, emoji names), where no backslash helps: those are parted by
    an empty element. Addresses stay text.
    """
    line = inline(text)
    start = AT_START.match(line)
    if start is None:
        return line
    number = start.group(1) or ""
    return Markdown(f"{number}\\{line[len(number) :]}")


def inline(text: str) -> Markdown:
    """The same for where no line begins: a table's cell, or after something of ours."""
    return Markdown(SPECIAL.sub(_escaped, visible(one_line(text))))


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    following = match.string[match.end() : match.end() + 1]
    if found in ENTITIES:
        return ENTITIES[found]
    if found == "@":
        return "@" + NOTHING
    if found == "#":
        return "\\#" + (NOTHING if following.isdigit() else "")
    if found == ":":
        return "\\:" if following == "/" else ":" + NOTHING
    return found + NOTHING if len(found) > 1 else "\\" + found
