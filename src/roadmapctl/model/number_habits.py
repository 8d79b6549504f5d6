"""Numbers as people write them everywhere but in a plan: `$1,000,000`, `1.5 million`, `1 000`, `20 percent`, `2成`.

A plan refuses them, for what they mean has to be guessed; this is the guess, for the sentence that says what to write instead.
"""

import re
import unicodedata
from typing import NamedTuple

from roadmapctl.model.currency import DECIMALS, EVERYDAY

_SIGNS = "|".join(map(re.escape, sorted({*DECIMALS, *EVERYDAY, "US$", "￥", "块"}, key=len, reverse=True)))
_MONEY = re.compile(rf"({_SIGNS})?\s*(.+?)\s*({_SIGNS})?", re.IGNORECASE)
_GROUPED = re.compile(r"[-+]?\d{1,3}([, '’.])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?(?= ?\D*$)")
_WORDS = {
    "thousand": "k",
    "million": "M",
    "millions": "M",
    "mio": "M",
    "mn": "M",
    "billion": "bn",
    "w": "万",
    "kw": "千万",
}
_IN_WORDS = re.compile(r"([-+]?\d[\d_.]*) ?(thousand|millions?|mio|mn|billion|k?w)\.?", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:percent|per cent|pct|％)", re.IGNORECASE)
_POINTS = re.compile(r"([-+]?\d+(?:\.\d+)?) ?(?:个?百分点|个点|percentage points?)")
_ROUGHLY = re.compile(r"(?:约|大约|近|about |ca\.? ?|~|≈)?\s*(.+?)\s*(?:左右|上下)?")
_HUNDREDTHS = re.compile(r"百分之 ?(\d+(?:\.\d+)?)")
_DASHES = str.maketrans("−–—", "---")
"""What word processors and spreadsheets make of a minus sign: it looks like one."""
_TENTHS = re.compile(r"(\d)(?:\.(\d))?成")


class Meant(NamedTuple):
    """A number in the plan's form, and the currency that was written beside it (“” for none)."""

    text: str
    currency: str


def number_meant(text: str) -> Meant | None:
    """The plan's form of a number: `1_000_000` for `$1,000,000`; None where nothing about it is another habit."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    roughly = _ROUGHLY.fullmatch(plain)
    plain = roughly[1] if roughly is not None else plain
    money = _MONEY.fullmatch(plain)
    before, plain, after = money.groups() if money else (None, plain, None)
    grouped = _GROUPED.match(plain)
    if grouped is not None:
        plain = _ungrouped(grouped[0], grouped[1]) + plain[grouped.end() :]
    words = _IN_WORDS.fullmatch(plain)
    plain = words[1] + _WORDS[words[2].lower()] if words else plain
    return None if plain == text else Meant(plain, before or after or "")


def points_meant(text: str) -> str | None:
    """The plan's form of points or per cent of a rate: `-3pp` for `-3个百分点`, `20%` for `百分之20`; None for anything else."""
    found = _POINTS.fullmatch(unicodedata.normalize("NFKC", text).translate(_DASHES).strip())
    return f"{found[1]}pp" if found is not None else rate_meant(text)


def rate_meant(text: str) -> str | None:
    """The plan's form of a rate: `20%` for `20 percent`, `百分之20` or `2成`; None where there is none to guess."""
    plain = unicodedata.normalize("NFKC", text).strip()
    percent = _PERCENT.fullmatch(plain) or _HUNDREDTHS.fullmatch(plain)
    if percent is not None:
        return f"{percent[1]}%"
    tenths = _TENTHS.fullmatch(plain)
    return None if tenths is None else f"{tenths[1]}{tenths[2] or 0}%"


def _ungrouped(number: str, mark: str) -> str:
    """`1.000.000,50` as `1_000_000.50`: what parts the thousands becomes `_`, the other mark the point."""
    thousands, comma, decimals = number.partition(",") if mark == "." else number.partition(".")
    return thousands.replace(mark, "_") + ("." + decimals if comma else "")
