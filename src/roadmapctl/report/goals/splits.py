"""Goals by quarter, month or week."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from roadmapctl.analysis.growth.growth import Growth
from roadmapctl.analysis.growth.split import Split, Unsplit
from roadmapctl.report.figures import Section, Table, bars
from roadmapctl.report.funnel.calendar import span_name
from roadmapctl.report.goals.words import Words


def split_sections(found: Sequence[Growth], splits: Sequence[Split | Unsplit], words: Words) -> Iterator[Section]:
    """A section for each goal that can be split."""
    for growth, split in zip(found, splits, strict=True):
        if isinstance(split, Split):
            yield _section(growth, split, words)


def _section(growth: Growth, split: Split, words: Words) -> Section:
    moves = "part >so_far" if growth.kind == "flow" else "step >stand"
    rows = tuple(
        (
            span_name(row.span, words.forms),
            words.cell(row.part, growth.metric) if growth.kind == "flow" else words.step(row.part, growth.metric),
            words.cell(row.until, growth.metric),
        )
        for row in split.rows
    )
    drawn = bars(tuple(abs(Fraction(row.part)) for row in split.rows))
    title = words.label("split", goal=words.wording.goal(growth.goal), by=words.label(f"by_{split.by}"))
    return Section(title, table=Table(words.columns(f"span_{split.by} >{moves}"), rows, drawn))
