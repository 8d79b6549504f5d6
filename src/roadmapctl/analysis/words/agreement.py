"""Does a goal's sentence say the same as its fields?"""

import re
from datetime import date
from decimal import Decimal
from itertools import combinations

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.words.plain_statement import aims
from roadmapctl.analysis.words.wording import Quantity, Wording
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric

SAME_KIND = {"rate": ("share", "points"), "money": ("money",), "customers": ("count",), "scaled": ()}
FUNCTION_WORDS = "to by from in until before of and or for with at on this next up new"
MAX_FACTORS = 8


def contradicted_quantity(statement: str, wording: Wording, goal: Goal, metric: Metric) -> str | None:
    """The quantity of the sentence that the fields contradict, as it is written; None where they agree or it cannot be told.

    Only quantities of the metric's own kind are held against the fields, and a single one that agrees clears all others: a
    sentence may well hold further numbers (`three webinars`). Approximate, recurring and average numbers are not compared.
    """
    apart = wording.recurring and not _is_an_average(metric)
    if goal.aim is None or metric.unit is None or wording.rough or apart:
        return None
    kind = unit_of(metric, None)
    if kind == "rate" and wording.change is not None:
        return None if _is_the_way(wording.change, goal) else wording.change.text
    alike = [
        q for q in wording.quantities if q.kind in SAME_KIND[kind] and q.value is not None and q.value != goal.baseline
    ]
    if kind == "customers":
        alike = [q for q in alike if _counts(q, metric, statement)]
    if kind == "money" and not alike:  # 成交额做到1800万
        bare = [q for q in wording.quantities if q.kind == "count" and not q.thing and q.text[-1] in "万亿kKM"]
        alike = [q for q in bare if q.value not in (None, goal.baseline) and _counts(q, metric, statement)]
    if (
        not alike
        or _points_agree(alike, goal)
        or any(_same(n, aim) for n in _numbers(wording, alike, goal.baseline) for aim in aims(goal))
    ):
        return None
    return max(alike, key=lambda q: q.value or Decimal(0)).text


def _is_an_average(metric: Metric) -> bool:
    """Does the metric itself count per head or on average, as the numbers of its goal's sentence then do?"""
    return re.search("(?i)average|mean|\\bper\\b|均|每", f"{metric.name} {metric.unit}") is not None


def _points_agree(alike: list[Quantity], goal: Goal) -> bool:
    """Are points that the sentence states the way from baseline to target? They are never a relative change."""
    if goal.aim is None or goal.baseline is None:
        return any(q.kind == "points" for q in alike)
    return any(q.kind == "points" and _same(q.value or Decimal(0), abs(goal.aim - goal.baseline)) for q in alike)


def contradicted_day(wording: Wording, due: date) -> bool:
    """Does the sentence name one day, on which nothing begins, and is it another than the due date?

    By the end of a month is any of its days.
    """
    if len(wording.days) != 1 or wording.days[0].opens:
        return False
    named = wording.days[0]
    return (named.month, named.day or due.day) != (due.month, due.day) or named.year not in (None, due.year)


def _is_the_way(change: Quantity, goal: Goal) -> bool:
    """Is this the way from baseline to target, in points or relative to the baseline?"""
    if change.value is None or goal.baseline is None or goal.aim is None:
        return True
    return any(_same(change.value, value) for value in aims(goal) - {goal.aim})


def _same(stated: Decimal, value: Decimal) -> bool:
    """Equal, or the value rounded as the sentence writes it, to at least two digits (33% for a third)."""
    _, digits, exponent = stated.as_tuple()
    return stated == value or (
        isinstance(exponent, int) and len(digits) > 1 and exponent < 0 and round(value, -exponent) == stated
    )


def _numbers(wording: Wording, alike: list[Quantity], start: Decimal | None) -> list[Decimal]:
    """The sentence's numbers but for where it starts, the sum of the metric's kind, and products of two (`10 deals of 24,000`)."""
    stated = (q.value for q in wording.quantities if q.kind != "points")
    values = [value for value in stated if value is not None and value != start][:MAX_FACTORS]
    total = sum((q.value for q in alike if q.value is not None and q.kind != "points"), Decimal(0))
    return [*values, total, *(a * b for a, b in combinations(values, 2))]


def _counts(quantity: Quantity, metric: Metric, statement: str) -> bool:
    """Is it a number of what the metric counts? A bare number is, where the sentence speaks of it at all."""
    thing = quantity.thing
    bare = not thing or thing.split()[0].lower() in FUNCTION_WORDS.split()
    names = f"{metric.unit or ''} {metric.name or ''}"
    return _speaks_of(names, statement if bare else thing)


def _speaks_of(names: str, text: str) -> bool:
    stems = {word.lower().rstrip("s") for word in re.findall("[A-Za-z]{3,}", text)}
    if stems & {word.lower().rstrip("s") for word in re.findall("[A-Za-z]{3,}", names)}.difference(
        FUNCTION_WORDS.split()
    ):
        return True
    chinese = "".join(re.findall("[\u3400-\u9fff ]+", names)).split()
    return any(word[i : i + 2] in text for word in chinese for i in range(max(1, len(word) - 1)))
