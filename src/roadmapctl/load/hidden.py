"""Characters that cannot be seen, or that reverse what is seen, in the texts of a plan."""

import re
from collections.abc import Iterator
from functools import cache

from roadmapctl.diagnostics import Diagnostic, Message, Severity
from roadmapctl.load.source import Source


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], Severity, str, str], ...]:
    """Compiled when the first text that is not plainly printable turns up, which in most plans is never."""
    return (
        (
            re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"),
            Severity.ERROR,
            "a control character ({points}) is hidden in this text",
            "文本中藏有控制字符（{points}）",
        ),
        (
            re.compile("[\u202a-\u202e\u2066-\u2069]"),
            Severity.ERROR,
            "this text holds characters that reverse its direction ({points}): it does not read as it is",
            "文本含有改变书写方向的字符（{points}），显示与实际内容不符",
        ),
        (
            # A zero-width joiner builds emoji, so between symbols it is welcome; after a letter or digit it only hides.
            re.compile("[\u00ad\u061c\u200e\u200f\u180e\u200b\u200c\u2060-\u2064\ufeff\ufff9-\ufffb]|(?<=\\w)\u200d"),
            Severity.WARNING,
            "this text holds invisible characters ({points})",
            "文本含有不可见字符（{points}）",
        ),
    )


def hidden_characters(source: Source, start: int, text: str) -> Iterator[Diagnostic]:
    """One finding for each kind of hidden character in a scalar, placed at the scalar."""
    if text.replace("\n", "").isprintable():
        return
    for pattern, severity, en, zh in _kinds():
        if found := sorted(set(pattern.findall(text))):
            points = ", ".join(f"U+{ord(c):04X}" for c in found[:5])
            yield Diagnostic(
                "RM007",
                severity,
                source.span(start),
                Message(en, zh, {"points": points}),
                Message("type the text again without them", "请重新输入这段文本"),
            )
