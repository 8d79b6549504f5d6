"""Amounts that a sentence writes in another currency than the plan's."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

DOLLARS = "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP BBD BSD BZD FJD JMD LRD NAD TTD XCD BMD BND KYD GYD SRD DOP UYU"
YUAN = "CNY TWD HKD MOP JPY KRW SGD"
"""Currencies whose unit is called 元 in Chinese, at home or loosely."""

# What stands beside a number, and the currencies it may mean. The longer ones come first.
MARKS: tuple[tuple[str, str], ...] = (
    ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("AU$", "AUD"), ("A$", "AUD"), ("CA$", "CAD"), ("C$", "CAD"),
    ("S$", "SGD"), ("R$", "BRL"), ("$", DOLLARS), ("€", "EUR"), ("£", "GBP"), ("¥", "CNY JPY"), ("₹", "INR"),
    ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"),
    ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("歐元", "EUR"), ("英镑", "GBP"), ("英鎊", "GBP"),
    ("日元", "JPY"), ("日圆", "JPY"), ("港元", "HKD"), ("港币", "HKD"), ("新台币", "TWD"), ("新臺幣", "TWD"),
    ("人民币", "CNY"), ("人民幣", "CNY"), ("元", YUAN),
    ("US dollars", "USD"), ("dollars", DOLLARS), ("euros", "EUR"), ("yuan", "CNY"), ("yen", "JPY"), ("RMB", "CNY"),
)  # fmt: skip
CODES = "USD EUR GBP CNY JPY HKD TWD SGD INR KRW AUD CAD CHF SEK NOK DKK PLN BRL MXN AED"
SMALL_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
NUMBER = (
    r"\d[\d,_]*(?:\.\d+)?\s?(?:million|thousand|billion|bn|[kKmMbB](?![a-zA-Z])|十万|百万|千万|[十百千]?[万萬亿億千])?"
)
NO_MONEY = "(?![素化旦宵件月论年人])"
"""After 元, these make another word of it."""

# Amounts that describe others: firms with a turnover of, a competitor's price.
OF_OTHERS_BEFORE = (
    r"(?:over|above|(?<!no )more than|under|below|(?<!for )(?<!no )less than"
    r"|between|from|turnover|revenues?|sales|funding|raised|worth|valued"
    r"|price[ds]?|competitors?|营收|收入|产值|市值|规模|融资|销售额|竞品|对手|超过|不足|低于|高于)[^.;。；]{0,24}$"
)
OF_OTHERS_AFTER = (
    r"\s?(?:以上|以下|以内|级|规模|in (?:revenue|turnover|sales|funding)|of (?:turnover|funding)|turnover"
    r"|companies|firms)"
)


class Amount(NamedTuple):
    """An amount as it is written, and whether it may describe others than the plan itself."""

    text: str
    of_others: bool


def foreign_amounts(text: str, currency: str) -> Iterator[Amount]:
    """The amounts of a text whose currency cannot be `currency`, an ISO 4217 code."""
    if not may_be_foreign(text, currency):
        return
    for mark, pattern in _marks():
        for found in re.finditer(pattern, text):
            if currency not in mark.split():
                before, after = text[: found.start()], text[found.end() :]
                others = re.search(OF_OTHERS_BEFORE, before, re.IGNORECASE) or re.match(
                    OF_OTHERS_AFTER, after, re.IGNORECASE
                )
                yield Amount(found.group().strip(), others is not None)
        text = re.sub(pattern, lambda found: " " * len(found.group()), text)


def may_be_foreign(text: str, currency: str) -> bool:
    """A quick look: is there a mark or a code of another currency anywhere in the text?"""
    if any(mark in text for mark in _foreign_marks(currency, text.isascii(), "$" in text)):
        return True
    capitals = text.encode(errors="replace").translate(None, SMALL_LETTERS).decode()
    return any(code in capitals for code in CODES.split() if code != currency)


@lru_cache
def _foreign_marks(currency: str, ascii: bool, dollar: bool) -> tuple[str, ...]:
    """The marks of other currencies that may stand in an `ascii` text, or one with a `dollar` sign."""
    foreign = (mark for mark, meant in MARKS if currency not in meant.split())
    return tuple(mark for mark in foreign if (mark.isascii() or not ascii) and (dollar or "$" not in mark))


@lru_cache
def currencies_of(unit: str) -> str:
    """The currencies that a metric's unit may mean, apart by spaces: `USD` for `US$`, several for `$`, none for `people`."""
    bare = unit.strip()
    for scale in ("百万", "千万", "万", "亿", "千"):
        bare = bare.removeprefix(scale)
    if bare.upper() in CODES.split():
        return bare.upper()
    return next((meant for mark, meant in MARKS if bare.lower() == mark.lower()), "")


def _marks() -> Iterator[tuple[str, str]]:
    """The currencies that are meant and a pattern, for each mark before or after a number."""
    for mark, meant in MARKS:
        escaped = re.escape(mark)
        if mark.isalpha() and mark.isascii():
            yield meant, rf"\b{NUMBER}\s?{escaped}\b|\b{escaped}\s?{NUMBER}"
        elif not "\u4e00" <= mark[0] <= "\u9fff":
            yield meant, rf"(?<![A-Za-z]){escaped}\s?{NUMBER}|{NUMBER}\s?{escaped}"
        else:
            yield meant, rf"{NUMBER}\s?{escaped}{NO_MONEY}"
    for code in CODES.split():
        yield code, rf"\b{NUMBER}\s?{code}\b|\b{code}\s?{NUMBER}"
