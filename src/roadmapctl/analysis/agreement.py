"""Does a goal's sentence say the same as its fields?"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from roadmapctl.analysis.demand import unit_of
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric

# A number in digits as sentences write it. Simple on purpose: it spares most goals the reading of their whole wording.
PLAIN = r"(?<![\w.,])(?:[A-Za-z$€£¥]{0,3}\s?)?(\d[\d,_]*(?:\.\d+)?)\s?(%|％|million|千万|百万|万|亿|萬|億|bn|[kKmMbB](?![a-z]))?"
POWERS = {"million": 6, "千万": 7, "百万": 6, "万": 4, "萬": 4, "亿": 8, "億": 8, "bn": 9, "b": 9, "k": 3, "m": 6, "%": -2, "％": -2}
LARGEST_DAY = 31
SAME_KIND = {"rate": ("share", "points"), "money": ("money",), "customers": ("count",), "scaled": ()}


def plainly_says(text: str, values: frozenset[Decimal]) -> bool:
    """Does one of the values stand in the text in digits, large enough (or as a per cent) to be no date?"""
    for digits, unit in re.findall(PLAIN, text):
        number = Decimal(digits.replace(",", "").replace("_", "")).scaleb(POWERS.get(unit.lower(), 0))
        is_date = not unit and (number <= LARGEST_DAY or 1900 <= number < 2100 and "," not in digits)
        if number in values and not is_date:
            return True
    return False


def plainly_dated(text: str, due: date) -> bool:
    """Is the day named as most sentences name it: `31 December`, `12月31日`, `2027-12-31`?"""
    month = due.strftime("%b")
    return f"{due.month}月{due.day}日" in text or due.isoformat() in text or f"{due.day} {month}" in text or f"{month} {due.day}," in text


def stated_values(goal: Goal) -> frozenset[Decimal]:
    """The numbers a goal's sentence may rightly hold: target, baseline, and the way between them, absolute and relative."""
    aim, baseline = goal.aim, goal.baseline
    values = {value for value in (aim, baseline) if value is not None}
    if goal.change is not None:
        values |= {goal.change.value, abs(goal.change.value)}
    if aim is not None and baseline is not None:
        values.add(abs(aim - baseline))
        if baseline:
            values |= {aim / baseline, abs(aim - baseline) / abs(baseline)}
    return frozenset(values)


def same_number(stated: Decimal, value: Decimal) -> bool:
    """Equal, or the value rounded to at least two digits as the sentence writes it (33.3% for a third)."""
    if stated == value:
        return True
    places = stated.as_tuple().exponent
    return isinstance(places, int) and len(stated.as_tuple().digits) > 1 and places < 0 and round(value, -places) == stated


def contradicted_number(statement: str, goal: Goal, metric: Metric | None, currency: str | None) -> str | None:
    """The quantity of the sentence that the fields contradict, as it is written; None where they agree or it cannot be told.

    Only quantities of the metric's own kind are held against the fields, and one that agrees clears all others: a sentence
    may well hold further numbers (`three webinars`). Approximate, recurring and average numbers are not compared.
    """
    from roadmapctl.analysis.wording import Quantity, judge

    kind = unit_of(metric, currency) if metric is not None and metric.unit else "scaled"
    if goal.aim is None or not SAME_KIND[kind]:
        return None
    wording = judge(statement)
    if wording.rough or wording.recurring:
        return None
    alike = [q for q in wording.quantities if q.value is not None and q.kind in SAME_KIND[kind]]
    if kind == "customers":
        alike = [q for q in alike if metric is not None and _counts(q, metric)]
    if kind == "rate" and wording.change is not None and goal.baseline is not None:
        return None if _changes_so(wording.change, goal) else wording.change.text
    numbers = [q.value for q in wording.quantities if q.value is not None]
    if not alike or any(same_number(n, v) for n in _with_sums(numbers, alike) for v in stated_values(goal)):
        return None
    return max(alike, key=lambda q: q.value or 0).text if isinstance(alike[0], Quantity) else None


def _changes_so(change: object, goal: Goal) -> bool:
    """Is the change that a sentence names the way from baseline to target, in points or relative to the baseline?"""
    value, baseline, aim = getattr(change, "value", None), goal.baseline, goal.aim
    if value is None or baseline is None or aim is None:
        return True
    way = abs(aim - baseline)
    return same_number(value, way) or bool(baseline) and same_number(value, way / abs(baseline))


def _with_sums(numbers: list[Decimal], alike: list) -> Iterator[Decimal]:  # type: ignore[type-arg]
    """The numbers, the sum of those of the metric's kind, and products of two (`10 deals of 24,000`)."""
    yield from numbers
    yield sum((q.value for q in alike), Decimal(0))
    yield from (a * b for a, b in combinations(numbers[:8], 2))
