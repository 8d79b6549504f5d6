"""Other people's text, made safe to show: nothing that moves a cursor, turns the direction or hides."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

from roadmapctl.i18n import Language
from roadmapctl.i18n.numbers import number

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


def shown(text: str, limit: int = MAX_SHOWN) -> str:
    """Visible text cut to a length that fits a message."""
    safe = visible(text[: limit + 1])
    return safe if len(text) <= limit else safe[:limit] + "…"


class _Sentence(Formatter):
    """`str.format` for messages: values are made safe, numbers grouped; attributes and items of values cannot be reached."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        del args  # a message has named fields only
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec:
            return format(value, format_spec)
        if isinstance(value, str):
            return shown(value)
        if isinstance(value, date):
            return value.isoformat()
        return number(value) if isinstance(value, (int, Decimal, Fraction)) else shown(str(value))


_SENTENCE = _Sentence()


def say(en: str, zh: str, fields: Any, language: Language) -> str:
    """A sentence in a language."""
    return _SENTENCE.vformat(zh if language == "zh" else en, (), fields)
