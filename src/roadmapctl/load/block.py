"""Texts that stand in the lines below `key: |` or `key: >`, as far as they are plainly written."""

import re

from roadmapctl.load.flow import Unusual

BLOCK = r"[|>]-?(?: +#.*| *)(?:\n(?:\1 ++[^ \n].*| *$))++"
"""The header, and all lines below it that are empty or stand further in than `\\1`, the indent of the header's line."""

LINE_ENDS = re.compile("\n(\n*)")


def block_text(block: str, column: int) -> str:
    """The text of a BLOCK whose key stands in `column`.

    Raises Unusual where the lines are not indented alike: those further in are folded otherwise.
    """
    header, *lines = block.split("\n")
    first = lines[0].lstrip(" ")
    indent = len(lines[0]) - len(first)
    uneven = any(line[:indent].strip(" ") or line[indent : indent + 1] == " " for line in lines)
    if not first or indent <= column or uneven:
        raise Unusual
    text = "\n".join(line[indent:] for line in lines).rstrip("\n")
    if header[0] == ">":
        text = LINE_ENDS.sub(lambda found: found[1] or " ", text)  # an empty line stays a line end
    return text if header[1:2] == "-" else f"{text}\n"
