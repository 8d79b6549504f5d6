"""Tables on a terminal: no number is cut, and words can be read, whatever the width. In a file nothing is folded."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.report.figures import Column, Figures, Line, Section, Table, bars
from roadmapctl.report.figures.lines import cells
from roadmapctl.report.figures.text import as_text

WIDE = Table(
    (Column("Goal", words=True), *(Column(f"Q{n} 2026") for n in range(1, 5)), Column("Sum"), Column("", words=True)),
    (("Revenue of the year", "£1,755,000", "£2,730,000", "£1,950,000", "£1,365,000", "£7,800,000", "adds up"),),
)


def shown(table: Table, width: int | None) -> list[str]:
    return as_text(Figures("Title", (Section(table=table),), ": "), width=width, colour=False).splitlines()[1:]


def test_a_table_that_has_room_stands_side_by_side() -> None:
    head, _, row = shown(WIDE, 120)
    assert " ".join(head.split()) == "Goal Q1 2026 Q2 2026 Q3 2026 Q4 2026 Sum"
    assert row.startswith("Revenue of the year   £1,755,000")


def test_words_give_way_before_a_row_is_taken_apart() -> None:
    narrow = shown(WIDE, 91)
    assert narrow[2].startswith("Revenue of the")
    assert narrow[3].strip() == "year"


def test_a_table_without_room_stands_row_under_row() -> None:
    assert shown(WIDE, 80) == [
        "Revenue of the year",
        "  Q1 2026  £1,755,000",
        "  Q2 2026  £2,730,000",
        "  Q3 2026  £1,950,000",
        "  Q4 2026  £1,365,000",
        "  Sum      £7,800,000",
        "           adds up",
    ]


def test_without_a_terminal_a_table_takes_what_it_needs() -> None:
    assert "£7,800,000   adds up" in shown(WIDE, None)[2]


@given(
    st.lists(st.lists(st.from_regex(r"[0-9]{1,12}", fullmatch=True), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(40, 140),
)
def test_no_number_is_cut(rows: list[list[str]], width: int) -> None:
    columns = (Column("Name", words=True), *(Column(head) for head in ("A number", "Another", "And a third")))
    lines = "\n".join(shown(Table(columns, tuple(("a name of several words", *row) for row in rows)), width)).split()
    assert all(cell in lines for row in rows for cell in row)


WORDS = st.text("aé中，€ -", max_size=12).map(str.strip)
ROWS = st.lists(st.tuples(WORDS, st.integers(0, 10**9).map(str), WORDS), min_size=1, max_size=5)


@given(ROWS, st.booleans(), st.lists(st.tuples(WORDS, WORDS), max_size=3), st.lists(WORDS, max_size=2))
def test_a_file_has_what_a_wide_terminal_shows(
    rows: list[tuple[str, str, str]], barred: bool, lines: list[tuple[str, str]], notes: list[str]
) -> None:
    columns = (Column("Name", words=True), Column("数字"), Column("What", words=True))
    drawn = bars(tuple(Fraction(row[1]) for row in rows)) if barred else ()
    labels = tuple(Line(label, value) for label, value in lines)
    section = Section("A title", labels, Table(columns, tuple(rows), drawn), notes=tuple(notes), steps=labels)
    figures = Figures("Title", (section, section), ": ")
    assert as_text(figures, width=None, colour=False) == as_text(figures, width=100, colour=False)


def test_a_file_folds_nothing() -> None:
    title, words = "a long title " * 12, "a long sentence " * 12
    table = Table((Column("Name", words=True), Column("Sum")), ((words.strip(), "1"),), bars((Fraction(1),)))
    shown = as_text(Figures(title.strip(), (Section(table=table),), ": "), width=None, colour=False).splitlines()
    assert [shown[0], shown[3]] == [title.strip(), f"{words.strip()}     1   ████"]


def test_a_text_of_two_lines_keeps_its_column() -> None:
    table = Table((Column("Name", words=True), Column("Sum")), (("one\ntwo", "1"), ("three", "23")))
    assert shown(table, None) == ["Name    Sum", "─" * 11, "one       1", "two", "three    23"]


CELLS = st.text("aé中，3-", min_size=1, max_size=40)


@given(
    st.lists(st.tuples(CELLS, st.integers(0, 10**9).map(str), CELLS), min_size=1, max_size=4),
    st.integers(48, 120),
    st.booleans(),
)
def test_nothing_stands_beyond_the_edge(rows: list[tuple[str, str, str]], width: int, barred: bool) -> None:
    """Left alone, Rich lets a table of Chinese words run over by a cell or two, and cuts what is there."""
    columns = (Column("A", words=True), Column("B"), Column("C", words=True))
    drawn = bars(tuple(Fraction(row[1]) for row in rows)) if barred else ()
    lines = shown(Table(columns, tuple(rows), drawn), width)
    assert max(map(cells, lines)) <= width
    asked, found = Counter("".join(map("".join, rows))), Counter("".join(lines))
    assert all(found[sign] == number for sign, number in asked.items())


def test_a_long_value_stands_beside_its_label() -> None:
    lines = (Line("Findings", "eight words " * 5 + "end"), Line("发现", "按计划出线索，" * 4 + "完"))
    text = as_text(Figures("T", (Section(lines=lines),), ": "), width=60, colour=False)
    assert text.splitlines()[1:] == [
        "Findings  eight words eight words eight words eight words",
        "          eight words end",
        "发现      按计划出线索，按计划出线索，按计划出线索，按计划出",
        "          线索，完",
    ]
