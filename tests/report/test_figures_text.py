"""Tables on a terminal: no number is cut, and words can be read, whatever the width."""

from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.report.figures import Column, Figures, Section, Table
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
