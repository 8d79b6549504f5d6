"""The timeline as a diagram: every name comes back as it is, and none of them changes the diagram."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.report.figures import Arrow, Chart, Flow
from roadmapctl.report.mermaid import MAX_ARROWS, MAX_BARS, MAX_CHARACTERS, columns, escape, flowchart, gantt, quoted
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
    assert gantt(timeline(*["!" * 60] * MAX_BARS)) is None
    assert gantt(timeline(*["A name"] * MAX_BARS)) is not None
    assert gantt(timeline(*["A name"] * (MAX_BARS + 1))) is None


def flow(*labels: str, arrow: str = "") -> Flow:
    return Flow("Title", labels, (Arrow(0, len(labels) - 1, arrow),))


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_box_and_an_arrow_stay_on_their_lines(name: str, along: str) -> None:
    chart = flowchart((flow(name, "other", arrow=along),)) or ""
    boxes, lines = r'    n[01]\["[^"\n]*"\]', chart.split("\n")
    assert len(lines) == 4 and lines[0] == "flowchart LR"
    assert all(re.fullmatch(boxes, line) for line in lines[1:3])
    assert re.fullmatch(r'    n0 -->\|"[^"|\n]*"\| n1', lines[3])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co"]), min_size=1))
def test_a_quoted_name_reads_back(name: str) -> None:
    assert read_back(quoted(name)) == name
    assert not re.search(r'["`<>\\*_|:\[\](){}]', quoted(name))


def test_several_flows_stand_in_frames_and_unknown_boxes_are_dashed() -> None:
    one, two = flow("a", "b"), Flow("1. next", ("c", "d"), (), frozenset({1}))
    assert flowchart((one, two)) == (
        'flowchart LR\n    subgraph s1["Title"]\n    direction LR\n    s1n0["a"]\n    s1n1["b"]\n    s1n0 --> s1n1\n    end\n'
        '    subgraph s2["#49;#46; next"]\n    direction LR\n    s2n0["c"]\n    s2n1["d"]\n    style s2n1 stroke-dasharray: 4\n    end'
    )


def test_too_large_a_flow_is_not_drawn() -> None:
    assert flowchart((flow(*["A system of some length"] * (MAX_CHARACTERS // 20)),)) is None
    assert flowchart((Flow("Title", ("a", "b"), (Arrow(0, 1, ""),) * MAX_ARROWS),)) is not None
    assert flowchart((Flow("Title", ("a", "b"), (Arrow(0, 1, ""),) * (MAX_ARROWS + 1)),)) is None


def test_columns_stand_on_nothing() -> None:
    def axis(*values: int) -> str:
        chart = columns(Chart("Leads", tuple("abc"), tuple(Fraction(value) for value in values))) or ""
        return next(line for line in chart.split("\n") if "y-axis" in line).strip()

    assert axis(40, 41, 43) == "y-axis 0 --> 43"
    assert axis(0, 0, 0) == "y-axis 0 --> 1"
