"""The two languages: how numbers, money, dates and sentences are said in each."""

from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
