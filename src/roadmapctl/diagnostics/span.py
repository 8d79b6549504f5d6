"""Places: where something stands in a plan (a path) and in a file (a span)."""

from typing import NamedTuple

Path = tuple[str | int, ...]
"""A place in a plan: keys, list indexes, and the ids of list items that have one: `("funnel", "stages", "mql", "rate")`."""


class Span(NamedTuple):
    """A stretch of one file. Lines and columns count from 1, columns in code points; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


def dotted(path: Path) -> str:
    """The path as people write it: `funnel.stages.mql.rate`."""
    return ".".join(map(str, path))
