"""How much it takes: the smallest volumes, scaled by one factor, with which the target is met with a confidence."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.rounding import MAX_UNITS, whole_up
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.analysis.uncertainty.distributions.roots import first_whole
from roadmapctl.analysis.uncertainty.question.commitments import Commitments, Volume
from roadmapctl.analysis.uncertainty.question.course import ONE

WIDTH = 0.3
"""About the standard deviation of the outcome's logarithm."""


class Scale(NamedTuple):
    """Volumes by source that keep their proportions: their size is the number of tries of the largest. They are `planned`, or what
    would be brought if more were wanted."""

    volumes: Mapping[str, Volume]
    largest: int
    planned: bool

    def tries(self, size: int) -> dict[str, int]:
        """What each source makes of a size in whole tries, rounded up."""
        return {id_: -(-volume.tries * size // self.largest) for id_, volume in self.volumes.items()}

    def units(self, size: int) -> dict[str, int]:
        """The same in units of the stages the sources feed."""
        return {id_: -(-volume.units * size // self.largest) for id_, volume in self.volumes.items()}


def scale_of(committed: Commitments, sources: tuple[SourceResult, ...]) -> Scale | None:
    """The volumes as planned; where nothing is wanted, what each source would bring of a thousand deals. None without a source of
    which more may be wanted."""
    volumes = committed.volumes
    planned = any(volume.tries for volume in volumes.values())
    if not planned:
        per_deal = {source.id: source.share / source.conversion for source in sources if source.conversion}
        whole = {id_: whole_up(1000 * per_deal.get(id_, ONE)) for id_ in volumes}
        volumes = {id_: Volume(units, units) for id_, units in whole.items()}
    largest = max((volume.tries for volume in volumes.values()), default=0)
    return Scale(volumes, largest, planned) if largest else None


def arriving(committed: Commitments, tries: Mapping[str, int]) -> list[int]:
    """The units of each arrival when the sources make so many tries, which their segments share as planned."""
    found = [arrival.units for arrival in committed.arrivals]
    for id_, number in tries.items():
        own = [at for at, arrival in enumerate(committed.arrivals) if arrival.source == id_]
        planned = [Fraction(committed.arrivals[at].units) for at in own]
        parts = largest_remainder(number, planned if any(planned) else [ONE] * len(own))
        for at, part in zip(own, parts, strict=True):
            found[at] = part
    return found


def volumes_for(
    probability: Callable[[Mapping[str, int]], float],
    scale: Scale | None,
    confidence: float,
    planned: float,
    factor: float,
) -> dict[str, int] | None:
    """The whole units of each source with which the `probability` of the target, given the tries of each, is at least a confidence.

    It is `planned` at the volumes as they are; `factor` is a guess by what they have to be multiplied.
    """
    if scale is None:
        return {} if planned >= confidence else None
    if not 0 < confidence < 1:
        return dict.fromkeys(scale.volumes, 0) if confidence <= 0 else None
    known = {scale.largest: planned} if scale.planned else {}
    if planned >= confidence:
        known[0] = probability(scale.tries(0))
    guess = min(max(factor, 1e-6), 1e6) * scale.largest
    size = first_whole(lambda size: probability(scale.tries(size)), confidence, MAX_UNITS, guess, WIDTH, known)
    return None if size is None else scale.units(size)
