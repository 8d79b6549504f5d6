"""The segments of a funnel: their part of the deals, and what they are worth."""

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.i18n.cost_words import LABELS
from roadmapctl.i18n.funnel_words import word
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.funnel.forms import Forms

COLUMNS = ("segment", "segment_share", "segment_deals", "segment_size", "segment_revenue")


def segments_section(result: FunnelResult, forms: Forms) -> Section:
    """A row for each segment, with its new units at every stage."""
    heads = [Column(word(LABELS, key, forms.language), words=key == "segment") for key in COLUMNS]
    stages = [Column(forms.name(stage.name, stage.id)) for stage in result.stages[:-1]]
    rows = tuple(
        (
            forms.name(segment.name, segment.id),
            share(segment.share),
            number(segment.deals, 1),
            "" if segment.deal_size is None else forms.cell(segment.deal_size),
            "" if segment.revenue is None else forms.cell(segment.revenue),
            *(number(segment.new[stage.id], 0) for stage in result.stages[:-1]),
        )
        for segment in result.segments
    )
    return Section(word(LABELS, "segments", forms.language), table=Table((*heads, *stages), rows))
