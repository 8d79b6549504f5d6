"""The codes that there are, for those who write them into a comment, a flag or a configuration."""

import functools

from roadmapctl.diagnostics import Message
from roadmapctl.rules.engine import catalogue

SHORTEST = 2
LETTERS = str.maketrans("OIL", "011")


def mend(code: str) -> Message | None:
    """What to write in place of a code or family that does not exist; None for one that does (RM604, RM60, RM6, RM)."""
    if code in _beginnings():
        return None
    from roadmapctl.model.nearest import nearest

    meant = code[:SHORTEST] + code[SHORTEST:].translate(LETTERS)
    near = meant if meant in _beginnings() else nearest(code, catalogue())
    if near is not None:
        return Message("did you mean {near}?", "是否想写 {near}？", {"near": near})
    return Message("“roadmapctl rules” lists the codes", "“roadmapctl rules”列出全部代码")


@functools.cache
def _beginnings() -> frozenset[str]:
    return frozenset(code[:length] for code in catalogue() for length in range(SHORTEST, len(code) + 1))
