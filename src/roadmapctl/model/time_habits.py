"""Dates, durations and periods as people write them everywhere but in a plan: `2027/1/5`, 21天, `Q3 2027`, 2027年四季度.

A plan refuses them, for what they mean has to be guessed; this is the guess, for the sentence that says what to write instead.
"""

import re
import unicodedata

_YEAR_FIRST = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:T[\d:.+Z-]*)?"
_LENGTH = r"([-+]?)\s*(\d{1,5})\s*([a-z]*|个?[天日周星期月年小时分钟]+)"
_UNITS = {
    "": "d", "d": "d", "day": "d", "天": "d", "日": "d", "w": "w", "wk": "w", "week": "w", "周": "w", "星期": "w", "个星期": "w",
    "mo": "mo", "month": "mo", "个月": "mo", "月": "mo", "y": "y", "yr": "y", "year": "y", "年": "y",
    "h": "h", "hr": "h", "hour": "h", "小时": "h", "个小时": "h", "min": "m", "minute": "m", "分钟": "m",
}  # fmt: skip
_PART_OF_YEAR = r"(\d{4})\s*年?[-/ ]?\s*([qh]\d|\d{1,2})月?|([qh]\d)\s*[-/ ]?\s*(\d{4})"
_AFTER_YEAR = r"(?:\s*年|\s?[-/]?(?=[第一二三四上下1-4][季半一二三四1-4]))"
_CHINESE_PART = rf"(\d{{4}}){_AFTER_YEAR}(?:第?([一二三四1-4])季度?|([上下])半年|度|全年)?"
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def date_meant(text: str) -> str | None:
    """The plan's form of a date that begins with its year, `2027-01-05` for `2027/1/5`; None for any other."""
    match = re.fullmatch(_YEAR_FIRST, _plain(text))
    return None if match is None else f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"


def duration_meant(text: str) -> str | None:
    """The plan's form of a length of time, `21d` for `21 days` or 21天 and its sign; None where its unit is unknown."""
    match = re.fullmatch(_LENGTH, _plain(text).lower())
    if match is None:
        return None
    unit = _UNITS.get(match[3]) or _UNITS.get(match[3].removesuffix("s"))
    return None if unit is None else f"{match[1]}{int(match[2])}{unit}"


def period_meant(text: str) -> str | None:
    """The plan's form of a year or a part of one, `2027-Q4` for `Q4 2027` or 2027年第四季度; None where it is told another way."""
    plain = _plain(text)
    chinese = re.fullmatch(_CHINESE_PART, plain)
    if chinese is not None:
        year, quarter, half = chinese.groups()
        return (
            f"{year}-Q{_NUMERALS[quarter]}" if quarter else f"{year}-H{'上下'.index(half) + 1}" if half else str(year)
        )
    match = re.fullmatch(_PART_OF_YEAR, plain.lower())
    if match is None:
        return None
    part = (match[2] or match[3]).upper()
    return f"{match[1] or match[4]}-{part.zfill(2)}"


def _plain(text: str) -> str:
    """Without blanks around it, and with ordinary digits and letters for full-width ones."""
    return unicodedata.normalize("NFKC", text).strip()
