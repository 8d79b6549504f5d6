"""How the deals divide among what comes anyway, the sources and the segments."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.explanation.steps import Step, difference, product
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.plain import percent, plain

NONE = Fraction(0)
MAX_FACTORS = 12
"""Of more rates than that only the product is shown."""


def of_average_deal(result: FunnelResult) -> Iterator[Step]:
    """D = Σ s_g·D_g, where segments have deals of their own size."""
    demand = result.demand
    if not result.segments or demand.deal_size is None or not demand.deals:
        return
    parts = [f"{percent(s.share)} × {plain(s.deal_size)}" for s in result.segments if s.deal_size is not None]
    if len(parts) > 1:
        fields = {"deal_size": demand.deal_size, "segments": result.segments}
        yield Step("average-deal", fields, f"{' + '.join(parts)} = {plain(demand.deal_size)}")


def of_mix(result: FunnelResult) -> Iterator[Step]:
    """What comes anyway, what is left, and whose part of it is how large."""
    anyway = [source for source in result.sources if source.brings is not None]
    others = [source for source in result.sources if source.brings is None]
    by_leads = result.mix == "leads" and len(others) > 1
    for source in anyway:
        yield from _conversion(source, result)
        deals = source.units * source.conversion
        fields = {"source": source.id, "units": source.units, "deals": deals}
        yield Step("brings", fields, f"{plain(source.units)} × {percent(source.conversion)} = {plain(deals)}")
    left = result.stages[-1].need
    if anyway:
        left = max(NONE, left - sum((source.units * source.conversion for source in anyway), NONE))
        yield _left(result, anyway, left)
    if by_leads:
        yield from _lead_shares(others, result)
    if len(others) > 1:
        yield from _shares(others, left, result)
    for segment in result.segments if len(result.segments) > 1 else ():
        fields = {"segment": segment.id, "share": segment.share, "deals": segment.deals}
        formula = f"{percent(segment.share)} × {plain(result.stages[-1].need)} = {plain(segment.deals)}"
        yield Step("segment-deals", fields, formula)
    if result.surplus and anyway:
        yield Step("surplus", {"surplus": result.surplus}, plain(result.surplus))


def _left(result: FunnelResult, anyway: Sequence[SourceResult], left: Fraction) -> Step:
    deals = result.stages[-1].need
    shown = difference(deals, *(source.units * source.conversion for source in anyway))
    return Step("left", {"deals": deals, "left": left}, f"{shown} = {plain(left)}")


def _conversion(source: SourceResult, result: FunnelResult) -> Iterator[Step]:
    """Π r of a source, for each segment where there are several, and what that comes to for all of its units."""
    for segment in [part.id for part in source.segments] or [""]:
        rates = [
            leg.rate
            for stage in result.stages
            for leg in stage.legs
            if (leg.source, leg.segment) == (source.id, segment)
        ]
        of_part = next((part.conversion for part in source.segments if part.id == segment), source.conversion)
        factors = f"{product(rates)} = " if 1 < len(rates) <= MAX_FACTORS else ""
        fields = {"source": source.id, "segment": segment, "conversion": of_part}
        key: Literal["conversion", "segment-conversion"] = "segment-conversion" if segment else "conversion"
        yield Step(key, fields, f"{factors}{percent(of_part)}")
    if len(source.segments) > 1:
        fields = {"source": source.id, "conversion": source.conversion}
        yield Step("source-conversion", fields, f"{_of_segments(source, result)} = {percent(source.conversion)}")


def _of_segments(source: SourceResult, result: FunnelResult) -> str:
    """Σ w_g·P_g where the segments' shares are of leads, 1 / Σ (s_g / P_g) where they are of deals."""
    if result.mix == "leads" or not source.conversion:
        return " + ".join(f"{percent(part.of_units)} × {percent(part.conversion)}" for part in source.segments)
    shares = [(part.of_units * part.conversion / source.conversion, part.conversion) for part in source.segments]
    return f"1 / ({' + '.join(f'{percent(share)} / {percent(rate)}' for share, rate in shares)})"


def _lead_shares(sources: Sequence[SourceResult], result: FunnelResult) -> Iterator[Step]:
    """s_c = w_c·P_c / Σ w·P: the shares of leads are those of deals, each over its conversion."""
    of_leads = [source.share / source.conversion if source.conversion else NONE for source in sources]
    whole = sum(of_leads, NONE)
    if not whole:
        return
    for source in sources:
        yield from _conversion(source, result)
    terms = [f"{percent(w / whole)} × {percent(s.conversion)}" for w, s in zip(of_leads, sources, strict=True)]
    shares = _of_left(sources)
    for source, term, share in zip(sources, terms, shares, strict=True):
        formula = f"{term} / ({' + '.join(terms)}) = {percent(share)}"
        yield Step("lead-share", {"source": source.id, "share": share}, formula)


def _of_left(sources: Sequence[SourceResult]) -> list[Fraction]:
    """The sources' shares of what they bring together."""
    whole = sum((source.share for source in sources), NONE)
    return [source.share / whole if whole else NONE for source in sources]


def _shares(sources: Sequence[SourceResult], left: Fraction, result: FunnelResult) -> Iterator[Step]:
    for source, share in zip(sources, _of_left(sources), strict=True):
        deals = result.stages[-1].parts[source.id]
        fields = {"source": source.id, "share": share, "deals": deals}
        yield Step("share", fields, f"{percent(share)} × {plain(left)} = {plain(deals)}")
