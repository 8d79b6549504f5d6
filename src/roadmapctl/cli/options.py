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


class TableFormat(StrEnum):
    """How an answer is written whose main part is one table, for spreadsheets too."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MD = "md"


class Span(StrEnum):
    """Stretches of a calendar."""

    MONTH = "month"
    QUARTER = "quarter"
    WEEK = "week"


class FailOn(StrEnum):
    """The severity from which on something ends a run with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
