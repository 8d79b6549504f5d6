"""A bracket too many is told as one, and not as a list that is open."""

import pytest

from tests.plans import checked, sentence

HEAD = "roadmap: 1\nname: Spring\nperiod: 2027\nmarket:\n  segments:\n"


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("    a: {channels: [x, y]], who: z}", 25, "this “]” closes nothing"),
        ("    a: {channels: [x, y], who: z}}", 34, "this “}” closes nothing"),
        ("    a: {channels: [x, y}, who: z}", 24, "a list or mapping in brackets is not closed, or a comma is missing"),
    ],
)
def test_a_closing_bracket(line: str, column: int, said: str) -> None:
    [finding] = checked(HEAD + line + "\n").diagnostics
    assert (finding.code, finding.span.line, finding.span.column, sentence(finding)) == ("RM002", 6, column, said)


@pytest.mark.parametrize(
    ("text", "column", "key"),
    [
        ("measurement:\n  reviews:\n    midpoint： {date: 2027-06-30}\n    final: {date: 2027-12-10}\n", 5, "midpoint"),
        ("organization:\n  people:\n    lin: {name： Lin Mei, role: Editor}\n", 11, "name"),
    ],
)
def test_a_full_width_colon_that_yaml_can_read_is_told_once(text: str, column: int, key: str) -> None:
    [finding] = checked("roadmap: 1\nname: Spring\nperiod: 2027\n" + text).diagnostics
    assert (finding.code, finding.span.line, finding.span.column) == ("RM010", 6, column)
    assert sentence(finding) == f"a full-width colon ： (U+FF1A) stands after “{key}”"
