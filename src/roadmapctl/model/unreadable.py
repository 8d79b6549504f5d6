"""What a value's type says when it cannot read a value."""

from typing import Any

from roadmapctl.diagnostics import Message


class Unreadable(ValueError):
    """Raised inside pydantic validators; carries the finding's code, its sentence and its mend."""

    def __init__(self, code: str, message: Message, help: Message | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.help = help


def unreadable(code: str, en: str, zh: str, mend: tuple[str, str], **fields: Any) -> Unreadable:
    """An Unreadable from templates: what is wrong in both languages, and the mend in both."""
    return Unreadable(code, Message(en, zh, fields), Message(*mend, fields))


def said(value: Any) -> str:
    """A value as a message names it: much as it was written, a collection only by its brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (dict, list)):
        return "{…}" if isinstance(value, dict) else "[…]"
    return str(value)
