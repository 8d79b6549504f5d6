"""Choices that several commands offer."""

from enum import StrEnum


class Language(StrEnum):
    """A language of plans, messages and reports."""

    EN = "en"
    ZH = "zh"
