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
