"""Dates, years, quarters and deadlines in a sentence, in English and Chinese."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from roadmapctl.analysis.words.number_words import ENGLISH, chinese_number

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b\.?"
)
WORD_NUMBER = "(?:" + "|".join(ENGLISH) + ")"
FISCAL = "(?:fiscal |financial |calendar |tax |school |academic )?"
FEASTS = "christmas|easter|ramadan|thanksgiving|diwali|black friday|cyber monday"
SEASON = "spring|summer|autumn|fall|winter"
NUMERAL = "[零〇一二两三四五六七八九十百]"
YEAR = r"(?:19|20)\d{2}"
PLAN_YEAR = (
    r"(?<![\d.,$€£¥])20[2-4]\d(?:[/–-](?:20)?\d{2}\b)?"
    r"(?![\d.,]\d|\d|\s?(?:%|[kKmMbB]\b|万|亿|元|USD|EUR|GBP|CNY|RMB|CHF|€|\$|percent|人|个|家|条|场))"
)
FEW_DAYS = 14
"""“Answer within two days” is a measure, “in 90 days” a deadline: so many days and more are one."""
MASK = "·"


@dataclass(frozen=True)
class NamedDay:
    """A day that a sentence names; `year` is None where it does not say. `opens`: something begins there (`from 1 March`).
    `day` is None where a month ends: `by the end of May`, `5月底前`."""

    month: int
    day: int | None
    year: int | None
    opens: bool


@dataclass(frozen=True)
class Times:
    """The days named, whether there is any deadline, and the text with all of it masked, character by character."""

    days: tuple[NamedDay, ...]
    deadline: bool
    rest: str


def read_times(text: str, *, chinese: bool) -> Times:
    """What a sentence says about time. `text` is normalised (NFKC, simplified characters for the words of time)."""
    days: list[NamedDay] = []
    deadline = False
    for pattern, keep in (*(_chinese() if chinese else ()), *_english()):
        position = 0
        while found := pattern.search(text, position):
            position = found.end()
            if keep(text, found):
                continue
            deadline = True
            days += _day(text, found)
            text = text[: found.start()] + MASK * len(found.group()) + text[found.end() :]
    return Times(tuple(days), deadline or _open_deadline(text), text)


def _day(text: str, found: re.Match[str]) -> list[NamedDay]:
    parts = found.groupdict()
    day, month, year = parts.get("d"), parts.get("m") or parts.get("mon"), parts.get("y")
    if parts.get("whole"):
        return [NamedDay(_month(parts["whole"]), None, _whole(year) if year else None, opens=False)]
    if not day or not month:
        return []
    number = _month(month)
    opens = re.search(
        r"(?:\b(?:from|since|starting|after|between)(?: on)?|自|从|于|起)\s*$", text[: found.start()], re.IGNORECASE
    )
    ends = found.group().endswith("前")
    named = NamedDay(number, _whole(day), _whole(year) if year else None, bool(opens) and not ends)
    return [named] if 1 <= named.month <= 12 and 1 <= _whole(day) <= 31 else []


def _month(text: str) -> int:
    return MONTHS.index(text[:3].lower()) + 1 if text[0].isascii() and text[0].isalpha() else _whole(text)


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese_number(text))


Keep = Callable[[str, re.Match[str]], bool]


def _never(text: str, found: re.Match[str]) -> bool:  # noqa: ARG001
    return False


def _day_is_number(text: str, found: re.Match[str]) -> bool:
    """`Host 3 June webinars`: without a year, a date follows a word such as `by`, and no thing follows it."""
    if found.group("y"):
        return False
    before = re.search(r"([A-Za-z]+)\W*$", text[: found.start()])
    return before is not None and before.group(1).lower() not in PREPOSITIONS.split()


def _number_after_month(text: str, found: re.Match[str]) -> bool:
    """`in June 30 visitors`: a day that counts something."""
    after = re.match(r" ([a-z]+)", text[found.end() :])
    return not found.group("y") and after is not None and after.group(1) not in CONNECTIVES.split()


def _few_days(text: str, found: re.Match[str]) -> bool:  # noqa: ARG001
    number = found.groupdict().get("n") or ""
    if found.group("unit").lower() not in ("day", "days", "天", "日") or not number:
        return False
    value = ENGLISH.get(number.lower()) if number.isascii() and number.isalpha() else _whole(number)
    return value is not None and value < FEW_DAYS


PREPOSITIONS = (
    "by on until till before from since to of through and or the after around ending than starting at in monday tuesday "
    "wednesday thursday friday saturday sunday"
)
CONNECTIVES = (
    "and or at in on by to from with for of we our the a as so while when than through until up is are via using after "
    "before"
)


@cache
def _english() -> tuple[tuple[re.Pattern[str], Keep], ...]:
    number, span = rf"(?P<n>\d+|{WORD_NUMBER})", "(?P<unit>days?|weeks?|months?|quarters?|years?)"
    which = "(?:next|coming|following|past|last|first)"
    rows: tuple[tuple[str, Keep], ...] = (
        (r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", _never),
        (r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)", _never),
        (r"(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)", _never),
        (
            rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<mon>{MONTH})"
            rf"(?:,?\s+(?:of\s+)?(?P<y>{YEAR}))?(?!\d)",
            _day_is_number,
        ),
        (
            rf"\b(?P<mon>{MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>{YEAR}))?(?![\d,.]\d|\d|\s?[%kKmM])",
            _number_after_month,
        ),
        (rf"\bby the end of (?P<whole>{MONTH})(?!,? \d{{1,2}}\b)(?:,? (?P<y>{YEAR}))?(?!\d)", _never),
        (rf"\b{MONTH},?\s+(?:of\s+)?(?:{YEAR}|'\d{{2}})(?!\d)", _never),
        (r"(?<!\d)20\d{2}-(?:0[1-9]|1[0-2])(?!\d)", _never),
        (
            rf"\b(?:(?:FY|CY)?\s?'?(?:{YEAR}|\d{{2}})[\s/-]?)?[QH][1-4]"
            rf"(?:[\s/-]?(?:FY\s?)?{YEAR}|\s?['/-]\s?\d{{2}})?(?![\w%])",
            _never,
        ),
        (r"\b(?:FY|CY|fiscal|fiscal year|financial year)\s?'?(?:\d{4}|\d{2}(?:/\d{2})?)(?!\d)", _never),
        (
            r"\b(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)|last|this|next|current|each|every|per|the)\s+"
            r"(?:calendar |fiscal |financial )?(?:quarter|half|trimester|semester)\b",
            _never,
        ),
        (r"\b(?:calendar )?(?:week|kw|cw)\s\d{1,2}\b", _never),
        (
            rf"\b(?:in|within|over|during|inside|for|after|{which})(?:\s+the)?(?:\s+{which})?"
            rf"(?:\s+(?:about|at most))?(?:\s+(?:{number}|an?|half a))?[\s-]+{span}\b",
            _few_days,
        ),
        (rf"\b{number}-(?P<unit>day|week|month|quarter|year)\b", _never),
        (
            r"\b(?:end|close|start|middle)\s+of\s+(?:the |this |next |our )?"
            + FISCAL
            + r"(?:year|quarter|month|season)\b",
            _never,
        ),
        (r"\b(?:year|month|quarter)[- ]?end\b|\bmid[- ]?year\b", _never),
        (rf"\b(?:this|next)\s+(?:year|month|season|{SEASON})\b", _never),
        (PLAN_YEAR, _never),
        (rf"\b(?:in|since|during|before|until|till)\s+{YEAR}(?![\d,.]\d|\d|\s?[%a-z])", _never),
    )
    return tuple((re.compile(pattern, re.ASCII | re.IGNORECASE), keep) for pattern, keep in rows)


@cache
def _chinese() -> tuple[tuple[re.Pattern[str], Keep], ...]:
    number, till = rf"(?P<n>\d+|半|{NUMERAL}+)", "(?:年?底|年?末|初|前|之前|以前|内|之内|中旬|上旬|下旬|结束)*"
    month, day = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})", r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    unit = "(?P<unit>天|日|周|星期|月|季度|年)"
    rows: tuple[tuple[str, Keep], ...] = (
        (rf"(?:(?P<y>{YEAR}|{NUMERAL}{{4}})年)?(?P<m>{month})月(?P<d>{day})[日号]{till}", _never),
        (rf"(?:(?P<y>{YEAR}|{NUMERAL}{{4}})年|(?<![\d年]))(?P<whole>{month})月[底末](?:之|以)?前", _never),
        (rf"(?:(?:{YEAR}|{NUMERAL}{{4}}|[今明后本当去]|\d{{2}})年)?{month}月份?{till}", _never),
        (rf"(?:{YEAR}|二[〇零][一二三四五六七八九〇零]{{2}})\s?年?度?(?:[上下]半年|全年)?(?<=年|度){till}", _never),
        (rf"{YEAR}\s?年|(?<!\d)2\d年(?=底|末|初|前|全|Q|第|[上下]半|[一二三四]季){till}", _never),
        (rf"(?:第?[一二三四1-4]|[本下上首])个?季(?:度|(?=[前底末内结])){till}|[季月]末|[本下]月底?", _never),
        (rf"[上下]半年{till}|[今明后本当去全]年度?{till}|年(?:底|末|内|终|中|度)前?|财年{till}", _never),
        (rf"(?:未来|今后|接下来|近|过去){number}个?{unit}(?:之?内|以内)?", _never),
        (rf"{number}个?{unit}(?:之内|以内|内|之后|后|里|间|时间|中)", _few_days),
        (rf"(?<![到至达为]){number}年(?!级)|半年", _never),
        (rf"(?:双\s?(?:11|12|十一|十二)|(?<!\d)618(?![\d,个家条人万元])|中秋|国庆|春节|元旦|年货节){till}", _never),
    )
    return tuple((re.compile(pattern), keep) for pattern, keep in rows)


def _open_deadline(text: str) -> bool:
    """A time that holds no number: `by June`, `before Christmas`."""
    before = "by|in|until|till|before|end of|of|mid|early|late|next|this|through"
    named = rf"\b(?:{before})[ -](?:the )?(?:{MONTH}|{FEASTS}|{SEASON})"
    ahead = r"\b(?:before|until|till|by) (?:the |our )?(?:[a-z]+ )?(?:season|launch|kick-?off|fair|holidays)\b"
    return re.search(f"{named}|{ahead}", text, re.IGNORECASE | re.ASCII) is not None or "首月" in text or "首周" in text
