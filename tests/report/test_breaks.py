"""Chinese on a terminal: where lines end, and that nothing is lost between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.report.figures import Column, Figures, Section, Table
from roadmapctl.report.figures.breaks import NEVER_FIRST, NEVER_LAST, broken
from roadmapctl.report.figures.lines import cells
from roadmapctl.report.figures.text import as_text

TEXTS = st.text(st.sampled_from("线索目标，。（）“”%12 ab年月日/"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("比进度目标少 91.4。", 12, ["比进度目标少", "91.4。"]),
        ("按天均摊。", 8, ["按天均", "摊。"]),
        ("目标（当前）", 6, ["目标", "（当", "前）"]),
        ("于2026年7月23日达成", 12, ["于", "2026年7月23", "日达成"]),
        ("用 roadmapctl 检查", 10, ["用", "roadmapctl", "检查"]),
        ("no Chinese, which Rich breaks", 4, ["no Chinese, which Rich breaks"]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width) == lines


@given(TEXTS, st.integers(6, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = broken(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if len(lines) > 1:
        assert all(cells(line) <= width for line in lines)


@given(st.text(st.sampled_from("线索目标，。（）“”"), min_size=10, max_size=60), st.integers(12, 30))
def test_marks_stay_with_their_words(text: str, width: int) -> None:
    """As long as some break is free of them: marks alone may fill a line."""
    lines = broken(text, width)
    for before, after in pairwise(lines):
        stuck = all(a in NEVER_LAST or b in NEVER_FIRST for a, b in zip(before, before[1:] + after[0], strict=True))
        assert stuck or (after[0] not in NEVER_FIRST and before[-1] not in NEVER_LAST)


def test_a_cell_of_a_table_is_filled() -> None:
    table = Table(
        (Column("项", words=True), Column("说明", words=True)),
        (("甲", "✗ 延迟达成，还有很多事情要在这个季度结束之前做完"),),
    )
    out = as_text(Figures("题", (Section(table=table),), "："), width=40, colour=False)
    assert "✗ 延迟达成" in out and max(map(cells, out.splitlines())) <= 40
