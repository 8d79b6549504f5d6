"""What each idea scores, by RICE and by ICE, and the order that follows. Scores of different methods are never compared."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.scores import ice_mean, ice_product, rice
from roadmapctl.model.tactics import Idea, Score

Method = Literal["rice", "ice"]
Ice = Literal["product", "mean"]

PARTS: dict[Method, tuple[str, ...]] = {
    "rice": ("reach", "impact", "confidence", "effort"),
    "ice": ("impact", "confidence", "ease"),
}
"""What of `score` a method needs."""
CONFIDENCE_SCALE = 10
"""The mean adds impact, confidence and ease up, so confidence (a part of 1) is brought to their scale of 10."""


class Scored(NamedTuple):
    """An idea and its score. Equal scores share a rank (1, 2, 2, 4), and are `tied`.

    `effect` is what the idea is expected to do, whatever it takes: reach · impact · confidence for RICE, in people a period
    times impact. ICE knows no effort apart from its score, so there it is the score.
    """

    id: str
    score: Fraction
    effect: Fraction
    rank: int
    tied: bool


class Ranking(NamedTuple):
    """The ideas that can be scored by a method, the best first; ideas of one score stand in the plan's order."""

    method: Method
    rows: tuple[Scored, ...]


def score_of(score: Score, method: Method, ice: Ice = "product") -> Fraction | None:
    """RICE = reach · impact · confidence / effort; ICE = impact · confidence · ease, or the mean of the three, each of 10.

    None where a part of it is not said.
    """
    if lacking(score, method):
        return None
    parts = [Fraction(getattr(score, part)) for part in PARTS[method]]
    if method == "rice":
        return rice(*parts)
    if ice == "product":
        return ice_product(*parts)
    impact, confidence, ease = parts
    return ice_mean(impact, confidence * CONFIDENCE_SCALE, ease)


def lacking(score: Score | None, method: Method) -> tuple[str, ...]:
    """The parts that a score by the method needs and this one does not say."""
    return tuple(part for part in PARTS[method] if getattr(score, part, None) is None)


def nearest_method(score: Score | None, otherwise: Method) -> Method:
    """ICE where only its ease is said, RICE where reach or effort is; where both or neither are, the other ideas' method."""
    if score is None or (score.ease is None) == (score.reach is None and score.effort is None):
        return otherwise
    return "rice" if score.ease is None else "ice"


def ranking(ideas: Mapping[str, Idea], method: Method, ice: Ice = "product") -> Ranking:
    """The order of the ideas by a method."""
    scored = {
        id_: value
        for id_, idea in ideas.items()
        if idea.score is not None and (value := score_of(idea.score, method, ice)) is not None
    }
    values = sorted(scored.values(), reverse=True)
    first = {value: rank for rank, value in reversed(list(enumerate(values, 1)))}
    times = Counter(values)
    rows = (
        Scored(id_, value, _effect(ideas[id_], method, value), first[value], times[value] > 1)
        for id_, value in scored.items()
    )
    return Ranking(method, tuple(sorted(rows, key=lambda row: row.rank)))


def _effect(idea: Idea, method: Method, score: Fraction) -> Fraction:
    effort = idea.score.effort if idea.score is not None else None
    return score * Fraction(effort) if method == "rice" and effort is not None else score


def turned_by_the_other_form(ideas: Mapping[str, Idea], ice: Ice) -> bool:
    """Do the mean and the product put the ideas in another order?"""
    other: Ice = "mean" if ice == "product" else "product"
    one, two = ranking(ideas, "ice", ice), ranking(ideas, "ice", other)
    return [row.id for row in one.rows] != [row.id for row in two.rows]
