"""The timeline as a diagram: every name comes back as it is, and none of them changes the diagram."""

import re

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.report.mermaid import MAX_CHARACTERS, escape, gantt
from roadmapctl.report.view.tactics import Bar, Lane, Timeline


def read_back(text: str) -> str:
    """What Mermaid makes of `#NN;`."""
    return re.sub("#([0-9]+);", lambda m: chr(int(m.group(1))), text)


def timeline(*names: str) -> Timeline:
    bars = tuple(Bar(name, "2027-01-01", "2027-02-01", False) for name in names)
    return Timeline((Lane("Lane", bars),), "month", "%b")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co"]), min_size=1))
def test_a_name_reads_back(name: str) -> None:
    escaped = escape(name)
    assert read_back(escaped) == name
    assert all(not c.isascii() or c.isalnum() or c in "#; " for c in escaped)


@given(st.text(min_size=1))
def test_a_name_stays_on_its_line(name: str) -> None:
    chart = gantt(timeline(name, "other")) or ""
    assert len(chart.split("\n")) == 10
    assert chart.count(" :t") == 2


def test_words_of_the_language_are_no_commands() -> None:
    chart = gantt(timeline("section two", "click t1 href", "gantt", "a: b, c", "%% gone", "```")) or ""
    assert [line.split("#")[0].strip() for line in chart.split("\n")[8:14]] == [""] * 6
    assert "```" not in chart


def test_milestones_are_marked_at_their_day() -> None:
    lane = Lane("Lane", (Bar("31 Mar 2027", "2027-03-31", "2027-03-31", True),))
    assert (gantt(Timeline((lane,), "month", "%b")) or "").endswith("#51;1 Mar 2027 :milestone, m1, 2027-03-31, 0d")


def test_too_large_a_diagram_is_not_drawn() -> None:
    assert gantt(timeline(*["A name of some length"] * (MAX_CHARACTERS // 40))) is None
