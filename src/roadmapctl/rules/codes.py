"""The codes that there are, for those who write them into a comment, a flag or a configuration."""

import functools
import os
from collections.abc import Iterator

from roadmapctl.diagnostics import Message
from roadmapctl.rules import FAMILIES

LENGTH = len("RM604")
SHORTEST = len("RM")
LETTERS = str.maketrans("OIL", "011")


def mend(code: str) -> Message | None:
    """What to write in place of a code or family that does not exist; None for one that does (RM604, RM60, RM6, RM)."""
    if code in _beginnings():
        return None
    from roadmapctl.model.nearest import nearest

    meant = code[:SHORTEST] + code[SHORTEST:].translate(LETTERS)
    near = meant if meant in _beginnings() else nearest(code, sorted(codes()))
    if near is not None:
        return Message("did you mean {near}?", "是否想写 {near}？", {"near": near})
    return Message("“roadmapctl rules” lists the codes", "“roadmapctl rules”列出全部代码")


@functools.cache
def codes() -> frozenset[str]:
    """Every code. The names of the modules begin with them: no rule is imported to know that there is one."""
    return frozenset(name[:LENGTH].upper() for name in _modules() if name.startswith("rm") and name.endswith(".py"))


def _modules() -> Iterator[str]:
    for folder in (*FAMILIES, "pages"):
        yield from os.listdir(os.path.join(os.path.dirname(__file__), folder))


@functools.cache
def _beginnings() -> frozenset[str]:
    return frozenset(code[:length] for code in codes() for length in range(SHORTEST, LENGTH + 1))
