"""Choices that several commands offer."""

from enum import StrEnum

from roadmapctl import i18n


class Language(StrEnum):
    """A language of plans, messages and reports."""

    EN = "en"
    ZH = "zh"

    @property
    def spoken(self) -> i18n.Language:
        """The same as a plain word, as the parts below the command line know it."""
        return "zh" if self is Language.ZH else "en"


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    MD = "md"
