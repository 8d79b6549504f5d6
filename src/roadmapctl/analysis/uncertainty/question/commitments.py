"""The volumes a plan commits to: the whole units wanted of each source, and what is in hand."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, prod
from typing import NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import UNNAMED, inflows
from roadmapctl.analysis.funnel.parts import Parts
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.funnel.volumes import bottom_up, passing, units_to_bring
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.analysis.uncertainty.question.course import ALWAYS, NONE, ONE, Course, Courses, Step, Uncertain
from roadmapctl.model.estimates import Estimate, Exact
from roadmapctl.model.funnel import Funnel, SourceEvent


class Arrival(NamedTuple):
    """Units that come to a stage (by its number) through a step `before` it, and go on by a course (by its number).

    `source` is the one whose volume they are, of which more or less may be wanted; None for what is in hand or comes anyway.
    `segment` is the one they belong to, empty where there are none.
    """

    units: int
    stage: int
    course: int
    before: Step = ALWAYS
    source: str | None = None
    segment: str = ""
    in_hand: bool = False


class Volume(NamedTuple):
    """What is wanted of a source: whole units of the stage it feeds, and what they are made of: people who attend its events where
    their rate is uncertain, else the units themselves."""

    units: int
    tries: int


class Yield(NamedTuple):
    """So many customers, times the uncertain rates named; of volumes that may be `scaled` or not."""

    customers: float
    rates: frozenset[str]
    scaled: bool


class Commitments(NamedTuple):
    """All arrivals, the courses they go by, and the uncertain rates on these; what is wanted of each source, the one that has no
    name standing under the top stage."""

    arrivals: tuple[Arrival, ...]
    courses: tuple[Course, ...]
    rates: Mapping[str, Uncertain]
    volumes: Mapping[str, Volume]

    def yields(self) -> list[Yield]:
        """What every arrival becomes on average."""
        return [
            Yield(
                arrival.units * float(prod(step.chance for step in steps)),
                frozenset(step.rate for step in steps if step.rate is not None),
                arrival.source is not None,
            )
            for arrival in self.arrivals
            for steps in ((arrival.before, *self.courses[arrival.course][arrival.stage :]),)
        ]

    def most_at(self, stage: int) -> int:
        """Units that can be at a stage if all come through."""
        found = 0
        for arrival in self.arrivals:
            if arrival.stage <= stage:
                steps = (arrival.before, *self.courses[arrival.course][arrival.stage : stage])
                found += arrival.units * ceil(prod(max(ONE, step.chance) for step in steps))
        return found


def commitments(funnel: Funnel, result: FunnelResult) -> Commitments:
    """The volumes that a plan's funnel, solved as `result`, commits to."""
    return _Committed(funnel, result).all()


class _Committed:
    """Gathers arrivals, each under the number of its course."""

    def __init__(self, funnel: Funnel, result: FunnelResult) -> None:
        deals = result.demand.deals
        ways = inflows(funnel.stages, funnel.sources, result.mix, deals, funnel.segments)
        if isinstance(ways, Infeasible):
            raise ValueError("the funnel is not the one that was solved")
        volumes = bottom_up(deals, funnel.stages, ways, result.rounding)
        if isinstance(volumes, Infeasible):
            raise ValueError("the funnel is not the one that was solved")
        self._funnel, self._result = funnel, result
        self._ways, self._passing = ways, volumes
        self._wanted = units_to_bring(volumes, funnel.stages, ways, result.rounding).units
        self._courses = Courses(funnel.stages, funnel.sources, funnel.segments)
        self._numbers: dict[Course, int] = {}
        self._arrivals: list[Arrival] = []
        self._volumes: dict[str, Volume] = {}

    def all(self) -> Commitments:
        found = {source.id: source for source in self._result.sources}
        for id_ in dict.fromkeys(way.id for way in self._ways):
            self._of_source(id_, found.get(id_))
        for position in range(len(self._funnel.stages)):
            self._in_hand(position)
            self._recycled(position)
        return Commitments(tuple(self._arrivals), tuple(self._numbers), self._courses.rates, self._volumes)

    def _of_source(self, id_: str, result: SourceResult | None) -> None:
        """Its units, or what they are made of, divided among its segments."""
        group = [number for number, way in enumerate(self._ways) if way.id == id_]
        parts = [self._wanted[number] for number in group]
        units = whole_up(sum(parts, NONE)) if result is None else result.units_whole
        name = self._funnel.stages[0].id if id_ == UNNAMED else id_
        fixed = result is not None and result.brings is not None
        tries = 0
        for number, before, scaled in self._tries(id_, result, units):
            source = name if scaled and not fixed else None
            tries += number if source else 0
            for way, part in zip(group, _split(number, parts), strict=True):
                self._add(
                    part,
                    self._ways[way].feeds,
                    self._courses.of_source(self._ways[way]),
                    before,
                    source,
                    self._ways[way].segment,
                )
        if not fixed:
            self._volumes[name] = Volume(units, tries)

    def _tries(self, id_: str, result: SourceResult | None, units: int) -> Iterator[tuple[int, Step, bool]]:
        """What has to be brought, the step it takes to become units, and whether more or less of it may be."""
        event = None if id_ == UNNAMED else self._funnel.sources[id_].event
        need = None if result is None else result.events
        if event is None or need is None or _is_certain(event):
            yield units, ALWAYS, True
            return
        own, path = need.series or need, ("funnel", "sources", id_, "event")
        by_events = not isinstance(event.rate, Exact)
        yield (
            whole_up(own.attendees if by_events else own.units),
            self._before((*path, "rate"), event.rate, by_events),
            True,
        )
        for tier in need.tiers:
            step = self._before((*path, "tiers", tier.id, "rate"), event.tiers[tier.id].rate, True)
            yield floor(tier.attendees), step, False

    def _before(self, path: Sequence[str], rate: Estimate, counts: bool) -> Step:
        if not counts:
            return ALWAYS
        return Step(rate.value) if isinstance(rate, Exact) else Step(ONE, self._courses.uncertain(path, rate))

    def _in_hand(self, position: int) -> None:
        """Units in hand stand in for those of the sources that pass there; what is more goes at the stages' own rates."""
        self._shared_out(self._funnel.stages[position].in_hand, position, self._passing[position].need, ALWAYS, ONE)

    def _recycled(self, position: int) -> None:
        stage = self._funnel.stages[position]
        if stage.recycled is None or not stage.recycled.units or position + 1 == len(self._funnel.stages):
            return
        rate = stage.recycled.rate
        due = passing(position, self._passing[position + 1].new, self._ways)
        before = self._before(("funnel", "stages", stage.id, "recycled", "rate"), rate, True)
        self._shared_out(stage.recycled.units, position + 1, due, before, rate.point)

    def _shared_out(self, units: int, position: int, parts: Parts, before: Step, rate: Fraction) -> None:
        if not units:
            return
        asked = [NONE if way.brings is not None else part for part, way in zip(parts, self._ways, strict=True)]
        asked = asked if any(asked) else list(parts)
        wanted = min(units, ceil(sum(asked, NONE) / rate)) if rate else units
        used = wanted if any(asked) else 0
        for way, part in zip(self._ways, _split(used, asked), strict=True):
            self._add(part, position, self._courses.of_source(way), before, segment=way.segment)
        self._add(units - used, position, self._courses.of_stages(), before)

    def _add(
        self,
        units: int,
        stage: int,
        course: Course,
        before: Step = ALWAYS,
        source: str | None = None,
        segment: str = "",
    ) -> None:
        if units or source is not None:
            number = self._numbers.setdefault(course, len(self._numbers))
            self._arrivals.append(Arrival(units, stage, number, before, source, segment))


def _is_certain(event: SourceEvent) -> bool:
    return all(isinstance(rate, Exact) for rate in (event.rate, *(tier.rate for tier in event.tiers.values())))


def _split(units: int, parts: Sequence[Fraction]) -> Sequence[int]:
    """Whole units in proportion to parts; to the first where there are none."""
    return largest_remainder(units, parts) if any(parts) else (units, *[0] * (len(parts) - 1))
