"""Other people's text, made safe to show: nothing that moves a cursor, turns the direction or hides."""

import re
from collections.abc import Mapping
from typing import Any

from roadmapctl.i18n import Language

MAX_SHOWN = 100
# Left as text: `re` compiles it when the first text turns up that is not plainly printable.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"


def visible(text: str) -> str:
    """The text with control, direction and invisible characters written out: ESC becomes `\\x1b`, U+200B becomes `\\u200b`."""
    return text if text.isprintable() else re.sub(UNSAFE, _escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[match.group()]
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


MARKS = frozenset("\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f")
UNBROKEN = 10
"""So many characters of Chinese without a space make a line that was folded; between shorter words somebody may have meant it."""


# Asked of single characters: a regular expression with a range of twenty thousand takes a start a millisecond to compile.
def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_wide(character: str) -> bool:
    return _is_han(character) or "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff60"


def unfolded(text: str) -> str:
    """The text without the spaces that folding its lines has left between Chinese characters.

    YAML leaves one where a long line of Chinese goes on in the next: after a mark, or after ten characters without a space.
    """
    return text if text.isascii() or " " not in text else re.sub(" ", _unfolded, text)


def _unfolded(space: re.Match[str]) -> str:
    text, at = space.string, space.start()
    if not _is_wide(text[at + 1 : at + 2]):
        return " "
    before = text[max(0, at - UNBROKEN) : at]
    unbroken = len(before) == UNBROKEN and _is_wide(before[-1]) and not any(map(str.isspace, before[:-1]))
    return "" if unbroken or before[-1:] in MARKS else " "


def shown(text: str, limit: int = MAX_SHOWN) -> str:
    """Visible text cut to a length that fits a message."""
    safe = visible(unfolded(text[: limit + 1]))
    return safe if len(text) <= limit else safe[:limit] + "…"


class _Shown:
    """A value in a sentence: safe to show, numbers grouped; nothing of it can be reached from the sentence."""

    __slots__ = ("__value",)

    def __init__(self, value: Any) -> None:
        self.__value = value

    def __format__(self, format_spec: str) -> str:
        value = self.__value
        if format_spec:
            return format(value, format_spec)
        return shown(value) if isinstance(value, str) else _in_words(value)


def _in_words(value: Any) -> str:
    # Imported here: most sentences, and all that are known from another run, speak of texts only.
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    from roadmapctl.i18n.numbers import number

    if isinstance(value, date):
        return value.isoformat()
    return number(value) if isinstance(value, (int, Decimal, Fraction)) else shown(str(value))


def _listed(value: Any, language: Language) -> Any:
    """Several things as a list in a sentence: `a, b` in English, `a、b` in Chinese; any other value as it is."""
    return ("、" if language == "zh" else ", ").join(map(str, value)) if isinstance(value, tuple) else value


def say(en: str, zh: str, fields: Any, language: Language) -> str:
    """A sentence in a language: `str.format` for messages, whose fields all have names."""
    values = {name: _Shown(_listed(value, language)) for name, value in fields.items()}
    return filled(zh, values) if language == "zh" else en.format_map(values)


def filled(text: str, values: Mapping[str, object]) -> str:
    """A text with its values; a Latin word is set apart from the Chinese characters beside it, a Chinese word is not:
    `SQL 需求`, `查询需求`."""
    edged = text.format_map({name: _Edged(value) for name, value in values.items()})
    apart = re.sub("[\ufdd0\ufdd1]", _apart, edged)
    if "\ufdd2" in apart:
        apart = re.sub(" ?\ufdd2 ?", _joined, apart)
    return apart.replace("\ufdd0", "").replace("\ufdd1", "")


def _beside(match: re.Match[str]) -> tuple[str, str]:
    """The characters before and after; empty at an end."""
    text, start, end = match.string, match.start(), match.end()
    return text[max(0, start - 1) : start], text[end : end + 1]


def _apart(mark: re.Match[str]) -> str:
    """A space for the mark where Latin letters begin or end beside a Chinese character."""
    before, after = _beside(mark)
    han, latin = (before, after) if mark.group() == "\ufdd0" else (after, before)
    return " " if _is_han(han) and latin.isascii() and latin.isalpha() else mark.group()


def _joined(mark: re.Match[str]) -> str:
    """Nothing for the mark, nor for a single space beside it between Chinese characters."""
    spaces = mark.group().replace("\ufdd2", "")
    return "" if len(spaces) == 1 and all(map(_is_wide, _beside(mark))) else spaces


class _Edged:
    """A value in a sentence with a mark at either edge: another one where a Chinese word begins or ends there, and no figure."""

    __slots__ = ("__value",)

    def __init__(self, value: object) -> None:
        self.__value = value

    def __format__(self, format_spec: str) -> str:
        text = format(self.__value, format_spec)
        if text.isascii() or re.search(r"\d", text):
            return f"\ufdd0{text}\ufdd1"
        left = "\ufdd2" if _is_wide(text[:1]) else "\ufdd0"
        right = "\ufdd2" if _is_wide(text[-1:]) else "\ufdd1"
        return left + text + right
