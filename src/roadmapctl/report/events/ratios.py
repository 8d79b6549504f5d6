"""How the ratios of events are written: ROAS, ROI, cost per lead."""

from collections.abc import Sequence

from roadmapctl.analysis.programme.returns import Return
from roadmapctl.i18n.numbers import number, share
from roadmapctl.report.events.tables import told
from roadmapctl.report.figures import Column
from roadmapctl.report.wording import Wording


def roas_text(words: Wording, row: Return) -> str:
    return "" if row.roas is None else told(words, "ratio", number=number(row.roas))


def roi_text(row: Return) -> str:
    return "" if row.roi is None else share(row.roi, 0)


def units_column(words: Wording, rows: Sequence[Return]) -> Column:
    """The head over what events bring: the stage where it is the same for all."""
    stage = _only_stage(rows)
    return Column(told(words, "units") if stage is None else words.stage(stage))


def cost_column(words: Wording, rows: Sequence[Return]) -> Column:
    """The head over the cost of one of these units."""
    stage = _only_stage(rows)
    return Column(told(words, "per_any_unit") if stage is None else told(words, "per_unit", stage=words.stage(stage)))


def _only_stage(rows: Sequence[Return]) -> str | None:
    stages = {row.brought.stage for row in rows if row.brought is not None}
    return stages.pop() if len(stages) == 1 else None
