"""A request's score beside those of the plan's ideas."""

from dataclasses import dataclass
from fractions import Fraction

from roadmapctl.analysis.ideas.scored import PARTS, Method, score_of
from roadmapctl.analysis.triage.request import Request
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Ranked:
    """A score by one method. `rank` is 1 for the highest of `of`, the request among them; equal scores share a rank.

    `above` are the ideas that score more, the highest first.
    """

    method: Method
    score: Fraction
    rank: int
    of: int
    above: tuple[str, ...]


def ranked(plan: Plan, request: Request) -> tuple[Ranked, ...]:
    """The request's place among the plan's ideas by each method of which all parts are said: RICE, and ICE as a product."""
    found = (_by(plan, request, method) for method in PARTS)
    return tuple(one for one in found if one is not None)


def _by(plan: Plan, request: Request, method: Method) -> Ranked | None:
    own = score_of(request.score, method)
    if own is None:
        return None
    others = {id_: score_of(idea.score, method) for id_, idea in plan.ideas.items() if id_ != request.id and idea.score}
    known = {id_: score for id_, score in others.items() if score is not None}
    above = sorted((id_ for id_, score in known.items() if score > own), key=lambda id_: -known[id_])
    return Ranked(method, own, len(above) + 1, len(known) + 1, tuple(above))
