"""Does a sentence say how much, and by when? The wording of goals, in English and Chinese.

A goal is measurable when its sentence states a quantity. Digits that are only dates, years, quarters, ordinals or parts of names
are none. Where a sentence leaves room for doubt it is taken to be measurable: a good goal called vague costs more than a vague one
that passes.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from roadmapctl.analysis.words import quantity_phrases as phrases
from roadmapctl.analysis.words.number_words import chinese_number, english_number
from roadmapctl.analysis.words.time_phrases import MASK, NamedDay, read_times

Kind = Literal["share", "points", "money", "count", "times", "rank", "scope"]
Verdict = Literal["vague", "partial", "smart"]
MAX_READ = 1_000
"""Characters of a sentence that are read; what says nothing until then is not a sentence to remember."""

# Characters that Chinese in Taiwan and Hong Kong writes differently, as far as they say time or quantity.
SIMPLIFIED = str.maketrans(
    "億萬兩減個內場點轉從達間週數單額結條過參與種號門類國縣區筆戶輛頁冊組層歲開發現會員優擴強將為",
    "亿万两减个内场点转从达间周数单额结条过参与种号门类国县区笔户辆页册组层岁开发现会员优扩强将为",
)
CJK = re.compile("[\u3400-\u9fff]")
SPACED = r"(?<=[\d%]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=\d)"
"""Many set numbers apart from Chinese: `2028 年 3 月`, `1.32 亿`."""
NOUN = re.compile(
    r"[\s-]*(?:new |more |additional |first |qualified |新增?|的)*([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3}|[\u3400-\u9fff]{1,12})"
)


@dataclass(frozen=True)
class Quantity:
    """A quantity that a sentence states.

    `value` is the number (0.0075 for 0.75% and 0.75 points, 2 for `double`, 1200000 for 1.2M); None where the words name none
    (`every`, `a third`). `thing` is what follows it (`subscribers to our list`), empty where nothing does.
    """

    text: str
    kind: Kind
    value: Decimal | None
    thing: str = ""


@dataclass(frozen=True)
class Wording:
    """What a sentence states. `change` is a change by per cent that says neither points nor relative (`raise by 0.75%`).

    `names_rate`: it speaks of a rate or a share. `rough`: its numbers are approximate. `recurring`: they are per month, per head
    or an average, so that no total equals them.
    """

    quantities: tuple[Quantity, ...]
    days: tuple[NamedDay, ...]
    time_bound: bool
    change: Quantity | None
    ambiguous_change: bool
    names_rate: bool
    rough: bool
    recurring: bool

    @property
    def measurable(self) -> bool:
        """Does it say how much?"""
        return bool(self.quantities)

    @property
    def verdict(self) -> Verdict:
        """`vague` without a quantity, `partial` without a deadline, else `smart`."""
        if not self.quantities:
            return "vague"
        return "smart" if self.time_bound else "partial"


def judge(text: str) -> Wording:
    """What a sentence of a plan says about quantity and time."""
    plain = unicodedata.normalize("NFKC", text[:MAX_READ]).translate(SIMPLIFIED)
    chinese = CJK.search(plain) is not None
    if chinese and " " in plain:
        plain = re.sub(SPACED, "", plain)
    times = read_times(plain, chinese=chinese)
    rest = _without_names(times.rest, chinese=chinese)
    change = _change(rest)
    return Wording(
        quantities=tuple(_quantities(rest, chinese=chinese)),
        days=times.days,
        time_bound=times.deadline,
        change=change,
        ambiguous_change=change is not None and not _has(phrases.SETTLED, rest),
        names_rate=_has(phrases.RATE, rest),
        rough=_has(phrases.ROUGH, rest),
        recurring=_has(phrases.RECURRING, plain),
    )


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE | re.ASCII) is not None


def _without_names(text: str, *, chinese: bool) -> str:
    for pattern in (*phrases.english_names(), *(phrases.chinese_names() if chinese else ())):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    return text


def _change(text: str) -> Quantity | None:
    for pattern in phrases.CHANGE_PHRASES:
        if found := re.search(pattern, text, re.IGNORECASE | re.ASCII):
            return Quantity(found.group(), "share", _decimal(found.group("n")).scaleb(-2))
    return None


def _quantities(text: str, *, chinese: bool) -> Iterator[Quantity]:
    scope_counts = not _has(phrases.DEGREE, text)
    for found in phrases.digits().finditer(text):
        yield _in_digits(found, _thing(text, found.end()))
    for found in phrases.english_words().finditer(text):
        yield from _in_english(found, _thing(text, found.end()), scope_counts=scope_counts)
    if chinese:
        article = re.search(phrases.A_THING, text)
        for found in phrases.chinese_words().finditer(text):
            if not (found.group("single") == "一" and article is not None and article.start() < found.start()):
                yield from _in_chinese(found, _thing(text, found.end()), scope_counts=scope_counts)
    if _has(phrases.CADENCE, text):
        yield Quantity(text, "count", None)


def _thing(text: str, at: int) -> str:
    found = NOUN.match(text, at)
    return found.group(1) if found else ""


def _decimal(digits: str) -> Decimal:
    return Decimal(re.sub("[,_'’]", "", digits))


def _in_digits(found: re.Match[str], thing: str) -> Quantity:
    value = _decimal(found.group("number"))
    if found.group("scale"):
        value = value.scaleb(phrases.SCALES[found.group("scale").lower()])
    text = found.group().strip()
    if found.group("points"):
        basis = found.group("points").lower().startswith(("basis", "bps"))
        return Quantity(text, "points", value.scaleb(-4 if basis else -2), thing)
    if found.group("percent"):
        return Quantity(text, "share", value.scaleb(-1 if found.group("percent") == "成" else -2), thing)
    if found.group("times"):
        return Quantity(text, "times", value, thing)
    if found.group("rank"):
        return Quantity(text, "rank", value, thing)
    money = found.group("sign") or found.group("money")
    return Quantity(text, "money" if money else "count", value, thing)


ENGLISH_TIMES = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "tenfold": Decimal(10)}


def _in_english(found: re.Match[str], thing: str, *, scope_counts: bool) -> Iterator[Quantity]:
    text, kind = found.group(), found.lastgroup
    if found.group("pointed"):
        yield Quantity(text, "points", english_number(found.group("pointed")).scaleb(-2), thing)
    elif found.group("part"):
        yield Quantity(text, "share", english_number(found.group("part")).scaleb(-2), thing)
    elif kind == "number":
        money = re.match(rf"(?:{phrases.MONEY_WORDS})\b", thing, re.IGNORECASE)
        many = text.lower().endswith(("dozens", "hundreds", "thousands", "millions", "billions"))
        yield Quantity(text, "money" if money else "count", None if many else english_number(text), thing)
    elif kind in ENGLISH_TIMES:
        yield Quantity(text, "times", ENGLISH_TIMES[kind], thing)
    elif kind == "half":
        yield Quantity(text, "share", Decimal("0.5"), thing)
    elif kind == "first":
        yield Quantity(text, "count", Decimal(1), thing)
    elif kind == "none":
        yield Quantity(text, "count", Decimal(0), thing)
    elif kind == "fraction" or scope_counts or text.lower().startswith("to "):
        yield Quantity(text, "scope", None, thing)


def _in_chinese(found: re.Match[str], thing: str, *, scope_counts: bool) -> Iterator[Quantity]:
    text = found.group()
    if found.group("part"):
        yield Quantity(text, "share", chinese_number(found.group("part")).scaleb(-2), thing)
    elif found.group("tenths"):
        tenths = chinese_number(found.group("tenths")) + (Decimal("0.5") if found.group("half_tenth") else 0)
        yield Quantity(text, "share", tenths.scaleb(-1), thing)
    elif found.group("pointed"):
        yield Quantity(text, "points", chinese_number(found.group("pointed")).scaleb(-2), thing)
    elif found.group("fold"):
        yield Quantity(text, "times", chinese_number(found.group("fold")), thing)
    elif found.group("number") or found.group("single"):
        money = thing.startswith(("元", "美元", "欧元", "港元", "港币", "人民币", "英镑"))
        yield Quantity(text, "money" if money else "count", chinese_number(text), thing)
    elif found.group("rank"):
        yield Quantity(text, "rank", chinese_number(text[1:]), thing)
    elif found.group("doubled"):
        yield Quantity(text, "times", None if text[1:] in ("两番", "二番", "三番") else Decimal(2), thing)
    elif found.group("half"):
        yield Quantity(text, "share", Decimal("0.5"), thing)
    elif found.group("first"):
        yield Quantity(text, "count", Decimal(1), thing)
    elif found.group("none"):
        yield Quantity(text, "count", Decimal(0), thing)
    elif found.group("fraction") or scope_counts or text[0] in "到至给向":
        yield Quantity(text, "scope", None, thing)
