"""Rows and cells of CSV files, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load.delimited import NoTable, delimited


def table(text: str, **bounds: int):  # type: ignore[no-untyped-def]
    return delimited(text.encode(), "x.csv", **{"max_bytes": 10**6, "max_rows": 1000, **bounds})


def test_cells_and_their_places() -> None:
    found = table('date,name,value\r\n\r\n2027,"a, ""b""",1\r\n2028,c\r\n')
    assert [(row.line, row.cells) for row in found.rows] == [
        (1, ["date", "name", "value"]),
        (3, ["2027", 'a, "b"', "1"]),
        (4, ["2028", "c"]),
    ]
    second, third = found.rows[1:]
    assert [tuple(found.span(second, at)[1:]) for at in range(3)] == [(3, 1, 3, 5), (3, 6, 3, 16), (3, 17, 3, 18)]
    assert tuple(found.span(third, 2)[1:]) == (4, 7, 4, 8)  # no such cell: the end of the line
    assert third.cell(2) == ""


def test_a_cell_of_several_lines() -> None:
    found = table('a,b\n"1\n2",3\n4,5\n')
    assert [(row.line, row.cells) for row in found.rows[1:]] == [(2, ["1\n2", "3"]), (4, ["4", "5"])]


@pytest.mark.parametrize("mark", [",", ";", "\t", "，"])
def test_delimiters(mark: str) -> None:
    assert table(f"a{mark}b\n1{mark}2\n").rows[1].cells == ["1", "2"]


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", 1, "the file is empty"),
        (b"\n \n", 1, "the file is empty"),
        (b'a,b\n"1,2\n3,4\n', 2, "check the quotes"),
        (b"a,b\n1,\xff\n", 2, "not UTF-8"),
        ("指标,数值\n".encode("gbk"), 1, "looks like {encoding}"),
        ("a,b\n".encode("utf-16"), 1, "not UTF-8"),
        (b"a\n1\n2\n3\n", 4, "more than {limit} rows"),
        (b"a" * 101, 1, "larger than"),
    ],
)
def test_what_is_no_table(data: bytes, line: int, says: str) -> None:
    with pytest.raises(NoTable) as error:
        delimited(data, "x.csv", max_bytes=100, max_rows=2)
    assert says in error.value.message.en
    assert (error.value.span.file, error.value.span.line) == ("x.csv", line)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_none(data: bytes) -> None:
    try:
        found = delimited(data, "x.csv", max_bytes=1000, max_rows=50)
    except NoTable:
        return
    for row in found.rows:
        for at in range(len(row.cells) + 1):
            span = found.span(row, at)
            assert 1 <= span.column < span.end_column
