"""Dates and periods as each language writes them."""

from datetime import date

from roadmapctl.i18n import Language

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date, language: Language) -> str:
    """`31 Mar 2027`, `2027年3月31日`."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date, language: Language) -> str:
    """`Mar 2027`, `2027年3月`."""
    return f"{value.year}年{value.month}月" if language == "zh" else f"{MONTHS[value.month - 1]} {value.year}"


def span(start: date, end: date, language: Language) -> str:
    """Two dates as a stretch of time: `15 Jan – 20 Mar 2027`, `2027年1月15日–3月20日`."""
    if start.year != end.year:
        return (
            f"{day(start, language)} – {day(end, language)}"
            if language == "en"
            else f"{day(start, language)}–{day(end, language)}"
        )
    if language == "zh":
        return f"{day(start, language)}–{end.month}月{end.day}日"
    return f"{start.day} {MONTHS[start.month - 1]} – {day(end, language)}"


PARTS = {"H1": "上半年", "H2": "下半年", "Q1": "第一季度", "Q2": "第二季度", "Q3": "第三季度", "Q4": "第四季度"}


def period(start: date, end: date, text: str | None, language: Language) -> str:
    """A period by its name where it has one (`2027`, `2027-Q3`, `2027-05`), else by its days.

    `2027`, `Q3 2027`, `May 2027`; `2027年`, `2027年第三季度`, `2027年5月`.
    """
    if text is None:
        return span(start, end, language)
    year, _, part = text.partition("-")
    if not part:
        return f"{year}年" if language == "zh" else year
    if part.isdigit():
        return month(start, language)
    return f"{year}年{PARTS[part]}" if language == "zh" else f"{part} {year}"


def length(number: int, unit: str, language: Language) -> str:
    """A length of time in days (`d`), weeks (`w`), months (`mo`) or years (`y`): `14 days`, `14天`."""
    if language == "zh":
        return f"{number}{ {'d': '天', 'w': '周', 'mo': '个月', 'y': '年'}[unit] }"
    word = {"d": "day", "w": "week", "mo": "month", "y": "year"}[unit]
    return f"{number} {word}{'' if number == 1 else 's'}"
