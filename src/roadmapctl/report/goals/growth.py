"""The goals beside last year's results."""

from collections.abc import Iterator, Sequence

from roadmapctl.analysis.growth.growth import Growth
from roadmapctl.analysis.growth.split import Split, Unsplit
from roadmapctl.report.figures import Section, Table
from roadmapctl.report.goals.words import Words


def growth_section(found: Sequence[Growth], splits: Sequence[Split | Unsplit], words: Words) -> Section:
    """A row a goal: last year, target, change, growth; below it what is missing for one of these, or for a split."""
    rows = tuple(_row(growth, words) for growth in found)
    columns = words.columns("goal >base base_from >target >change >relative due")
    return Section(words.label("growth"), table=Table(columns, rows), notes=tuple(_notes(found, splits, words)))


def _row(growth: Growth, words: Words) -> tuple[str, ...]:
    goal = words.wording.plan.goals[growth.goal]
    return (
        words.wording.goal(growth.goal),
        words.cell(growth.base, growth.metric),
        "" if growth.base_from is None else words.label(f"from_{growth.base_from}"),
        words.cell(growth.target, growth.metric),
        words.step(growth.absolute, growth.metric),
        words.percent(growth.relative),
        words.wording.day(goal.due),
    )


def _notes(found: Sequence[Growth], splits: Sequence[Split | Unsplit], words: Words) -> Iterator[str]:
    if any(growth.base_from == "review" and growth.kind == "flow" for growth in found):
        yield words.note("flow_base")
    without = [words.wording.goal(growth.goal) for growth in found if growth.base is None]
    if without:
        yield words.note("no_base", goals=words.join(without))
    for split in splits:
        if isinstance(split, Unsplit):
            fields = {"goal": words.wording.goal(split.goal), "by": words.label(f"by_{split.by}")}
            yield words.note(f"unsplit_{split.reason}", **fields)
