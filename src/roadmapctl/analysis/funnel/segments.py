"""Segments of a funnel: the average deal of their mix, and what of every volume is theirs."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import Inflow, inflows
from roadmapctl.analysis.funnel.volumes import Volume
from roadmapctl.model.funnel import Funnel, FunnelSegment, Stage

NONE = Fraction(0)


class SegmentResult(NamedTuple):
    """A segment: its share of the deals (also where the plan gives shares of leads), its deals, its average deal and
    its revenue in money (None where no deal size is said), and by stage its part of the units: of all that must pass
    (`need`) and of those not in hand yet (`new`)."""

    id: str
    share: Fraction
    deals: Fraction
    deal_size: Fraction | None
    revenue: Fraction | None
    need: Mapping[str, Fraction]
    new: Mapping[str, Fraction]
    name: str | None = None


class MixedDeals(NamedTuple):
    """The deals (W) that bring a net target, and the average of them (D) in money."""

    deals: Fraction
    deal_size: Fraction | None


def deal_size_of(segment: FunnelSegment, otherwise: Fraction | None) -> Fraction | None:
    """The average deal of a segment: its own, or the funnel's."""
    return otherwise if segment.deal_size is None else segment.deal_size.point


def mixed_deals(funnel: Funnel, net_target: Fraction, *, in_money: bool) -> MixedDeals | Infeasible:
    """The deals of a funnel with segments of their own deal sizes, all brought as `mix` and `brings` say.

    D is Σ s_g·D_g over shares of deals; where shares are of leads, those shares follow from the rates. What comes
    anyway brings V in B deals: W = B + (T* − V) / D of the others, or B·T* / V where that is more than the target.
    A net target that is not `in_money` counts the deals themselves.
    """
    stated = None if funnel.deal_size is None else funnel.deal_size.point
    sizes = {id_: deal_size_of(segment, stated) for id_, segment in funnel.segments.items()}
    known = {id_: size for id_, size in sizes.items() if size is not None}
    missing = next((id_ for id_ in sizes if id_ not in known), None)
    if missing is not None:
        if not in_money:
            return MixedDeals(net_target, None)
        return Infeasible(("funnel", "segments", missing, "deal_size"), "no_segment_deal_size", {"segment": missing})
    fewest = net_target / max(known.values()) if in_money else net_target
    ways = inflows(funnel.stages, funnel.sources, funnel.mix, fewest, funnel.segments)
    if isinstance(ways, Infeasible):
        return ways
    return _mixed(ways, known, net_target, in_money)


def _mixed(ways: Sequence[Inflow], sizes: Mapping[str, Fraction], net_target: Fraction, in_money: bool) -> MixedDeals:
    anyway = [(way.brings * way.conversion, sizes[way.segment]) for way in ways if way.brings is not None]
    deals = sum((number for number, _ in anyway), NONE)
    value = sum((number * size for number, size in anyway), NONE)
    average = sum((way.share * sizes[way.segment] for way in ways), NONE)
    covered = value if in_money else deals
    if covered > net_target:
        return MixedDeals(deals * net_target / covered, value / deals)
    others = (net_target - covered) / average if in_money else net_target - covered
    whole = deals + others
    return MixedDeals(whole, (value + others * average) / whole if whole else average)


def segment_results(
    segments: Mapping[str, FunnelSegment],
    deal_size: Fraction | None,
    ways: Sequence[Inflow],
    stages: Sequence[Stage],
    volumes: Sequence[Volume],
) -> tuple[SegmentResult, ...]:
    """The segments' parts of the volumes; `deal_size` is that of those which state none."""
    own: dict[str, list[int]] = {}
    for number, way in enumerate(ways):
        own.setdefault(way.segment, []).append(number)
    return tuple(
        _segment_result(id_, segment, deal_size, own.get(id_, ()), stages, volumes) for id_, segment in segments.items()
    )


def _segment_result(
    id_: str,
    segment: FunnelSegment,
    otherwise: Fraction | None,
    own: Sequence[int],
    stages: Sequence[Stage],
    volumes: Sequence[Volume],
) -> SegmentResult:
    """Its result; `own` are the places of its ways."""
    need = [sum((volume.need[number] for number in own), NONE) for volume in volumes]
    new = [sum((volume.new[number] for number in own), NONE) for volume in volumes]
    size, whole = deal_size_of(segment, otherwise), volumes[-1].total
    ids = [stage.id for stage in stages]
    return SegmentResult(
        id=id_,
        share=need[-1] / whole if whole else Fraction(segment.share),
        deals=need[-1],
        deal_size=size,
        revenue=None if size is None else need[-1] * size,
        need=dict(zip(ids, need, strict=True)),
        new=dict(zip(ids, new, strict=True)),
    )


class PipelineValue(NamedTuple):
    """What the units at the stage before the last would bring, were all of them won, and what the deals do; in money."""

    pipeline: Fraction
    deals: Fraction


def pipeline_value(segments: Sequence[SegmentResult]) -> PipelineValue | None:
    """Σ n_g·D_g at both stages. None without segments, or where a deal size is not known: it may cancel out then."""
    sizes = [segment.deal_size for segment in segments if segment.deal_size is not None]
    if not segments or len(sizes) < len(segments):
        return None
    pipeline = [[*segment.need.values()][-2] for segment in segments]
    deals = [segment.deals for segment in segments]
    return PipelineValue(_valued(pipeline, sizes), _valued(deals, sizes))


def _valued(units: Sequence[Fraction], sizes: Sequence[Fraction]) -> Fraction:
    return sum((number * size for number, size in zip(units, sizes, strict=True)), NONE)
