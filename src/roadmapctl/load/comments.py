"""Which `#` of a plan's text begins a comment, and which only stands in a value."""

import re
from bisect import bisect_right

from roadmapctl.load.document import Document

BLOCK = r"(?:[&!]\S*\s+)*[|>]"


def is_comment(document: Document, source: int, offset: int) -> bool:
    """Is what stands at this offset of a text outside every value? `source` is the text's number among the sources."""
    atlas = document.layout(()).atlas
    last = len(atlas.offsets) // 2
    first, beyond = atlas.firsts[source], atlas.firsts[source + 1] if source + 1 < len(atlas.firsts) else last
    # Events are in the order of the text, so the last one that begins before the place is the only one that may hold it.
    event = bisect_right(range(beyond), offset, lo=first, key=lambda number: atlas.offsets[2 * number]) - 1
    if event < first:
        return True
    start, end = atlas.ends_of(event)
    if offset >= end:
        return True
    text = atlas.sources[source].text
    header = re.compile(BLOCK).match(text, start)  # the line of `key: |` may end in a comment; the lines below are text
    return header is not None and re.compile("[\r\n]").search(text, start, offset) is None
