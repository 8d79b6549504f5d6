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


HAN = "[\u4e00-\u9fff]"
WIDE = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]"
FOLD = f"(?<=[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]) (?={WIDE})|(?<=\\S{{9}}{WIDE}) (?={WIDE})"
"""A space that YAML leaves where a long line of Chinese goes on in the next one: after a mark, or after ten characters without
one. Between shorter words somebody may have meant it."""


def unfolded(text: str) -> str:
    """The text without the spaces that folding its lines has left between Chinese characters."""
    return text if text.isascii() or " " not in text else re.sub(FOLD, "", text)


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
    apart = re.sub(f"(?<={HAN})\ufdd0(?=[A-Za-z])|(?<=[A-Za-z])\ufdd1(?={HAN})", " ", edged)
    if "\ufdd2" in apart:
        apart = re.sub(f"(?<={WIDE}) \ufdd2(?={WIDE})|(?<={WIDE})\ufdd2 (?={WIDE})|\ufdd2", "", apart)
    return apart.replace("\ufdd0", "").replace("\ufdd1", "")


class _Edged:
    """A value in a sentence with a mark at either edge: another one where a Chinese word begins or ends there, and no figure."""

    __slots__ = ("__value",)

    def __init__(self, value: object) -> None:
        self.__value = value

    def __format__(self, format_spec: str) -> str:
        text = format(self.__value, format_spec)
        if text.isascii() or re.search(r"\d", text):
            return f"\ufdd0{text}\ufdd1"
        left = "\ufdd2" if re.match(WIDE, text) else "\ufdd0"
        right = "\ufdd2" if re.match(WIDE, text[-1:]) else "\ufdd1"
        return left + text + right
