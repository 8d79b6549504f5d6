"""Numbers written in words: `twenty-five thousand`, `三百五十万`."""

from decimal import Decimal

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(SMALL.split())}
TENS = {word: value * 10 for value, word in enumerate(ROUND.split(), 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
ENGLISH = {**UNITS, **TENS, **SCALES}

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = frozenset({*DIGITS, *POWERS, *MYRIADS})


def english_number(words: str) -> Decimal:
    """The value of number words joined by spaces, hyphens or `and`; plurals count as one of them (`millions`)."""
    total = part = 0
    for word in words.lower().replace("-", " ").split():
        value = ENGLISH.get(word, ENGLISH.get(word.removesuffix("s")))
        if value is None:
            continue  # and, a
        if word not in SCALES and word.removesuffix("s") not in SCALES:
            part += value
        elif value <= 100:
            part = max(part, 1) * value
        else:
            total, part = total + max(part, 1) * value, 0
    return Decimal(total + part)


def chinese_number(text: str) -> Decimal:
    """The value of Chinese numerals, read by place (三百五十万) or digit by digit (二〇二七)."""
    if all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text) or "0")
    total = part = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in POWERS:
            part, digit = part + max(digit, 1) * POWERS[c], 0
        else:
            value, part, digit = part + digit, 0, 0
            if c == "万":
                total += max(value, 1) * MYRIADS[c]
            else:
                total = max(total + value, 1) * MYRIADS[c]
    return Decimal(total + part + digit)
