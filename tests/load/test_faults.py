"""What cannot be read is a finding at its place, with a mend, and never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.load import load_text
from tests.plans import SMALL, checked, edited, found, mend, sentence

NAME = "name: Spring"


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"),
    [
        ("", "RM004", 1, 1, "init"),
        ("\n\n  \n", "RM004", 1, 1, "init"),
        ("# only a comment\n", "RM004", 1, 1, "init"),
        ("- roadmap: 1\n", "RM004", 1, 1, "begin with"),
        ("hello\n", "RM004", 1, 1, "begin with"),
        (SMALL + "---\nroadmap: 1\n", "RM004", 35, 1, "file of its own"),
        (edited(NAME, 'name: "Spring'), "RM002", 2, 7, "close it"),
        (edited(NAME, "name: Spring: the plan"), "RM002", 2, 13, "quotes"),
        (edited(NAME, "name:Spring"), "RM002", 2, 1, "colon and a space"),
        (edited(NAME, "name：Spring"), "RM002", 2, 1, "ordinary colon"),
        (edited(NAME, "name: %50"), "RM002", 2, 7, "quotes"),
        (edited(NAME, "name: `x`"), "RM002", 2, 7, "quotes"),
        (edited(NAME, "name: **x** y"), "RM002", 2, 7, "quotes"),
        (edited(NAME, 'name: "C:\\qlik"'), "RM002", 2, 7, "single quotes"),
        (edited(NAME, "name: {{ company }}"), "RM002", 2, 7, "text itself"),
        (edited(NAME, "name: !important x"), "RM005", 2, 7, "quotes"),
        (edited(NAME, 'name: !!python/object/new:os.system ["x"]'), "RM005", 2, 7, "quotes"),
        (edited(NAME, "name: *nobody"), "RM005", 2, 7, "quotes"),
        (edited("after: [page]", "after: &a [*a]"), "RM005", 32, 16, "write the value out"),
        (edited("after: [page]", "<<: [1, 2]"), "RM005", 32, 9, "keys out"),
        (edited(NAME, "name: " + "[" * 100), "RM006", 2, 66, "six"),
        (edited(NAME, f"name: Spring\n{NAME}"), "RM003", 3, 1, "one of the two"),
        (edited("budget: 10_000", "\tbudget: 10_000"), "RM002", 5, 1, "spaces"),
        (edited(NAME, 'name: "a\\x1b[2J"'), "RM007", 2, 7, "again"),
        (edited(NAME, 'name: "a\\u202eb"'), "RM007", 2, 7, "again"),
        (edited(NAME, "<<<<<<< HEAD\nname: Spring"), "RM009", 2, 1, "<<<<<<<"),
        (edited(NAME, "name: a\x7fb"), "RM001", 2, 8, "plain text"),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_place(text: str, code: str, line: int, column: int, hint: str) -> None:
    first = checked(text).diagnostics[0]
    assert (first.code, first.span.line, first.span.column) == (code, line, column)
    assert hint in mend(first)
    assert sentence(first, "zh") != sentence(first)


@pytest.mark.parametrize(
    ("data", "line", "column", "hint"),
    [
        (SMALL.replace("Spring", "销售").encode("gbk"), 2, 7, "GBK"),
        (SMALL.replace("Spring", "Café").encode("latin-1"), 2, 10, "Latin-1"),
        (SMALL.encode("utf-16"), 1, 1, "UTF-16"),
        (SMALL.encode("utf-16-le"), 1, 1, "UTF-16"),
        (SMALL.encode("utf-32"), 1, 1, "UTF-32"),
        (b"PK\x03\x04\x00" + bytes(range(256)), 1, 1, "yaml"),
        (SMALL.encode() + "# 注".encode()[:-1], 35, 3, "UTF-8"),
    ],
)
def test_what_is_no_utf8_names_the_likely_encoding(data: bytes, line: int, column: int, hint: str) -> None:
    (finding,) = checked(data).diagnostics
    assert finding.code == "RM001"
    assert (finding.span.line, finding.span.column) == (line, column) or b"PK" in data
    assert hint in sentence(finding) + mend(finding)


def test_every_missing_key_is_named() -> None:
    assert [(d.code, d.path) for d in checked("language: en\n").diagnostics if d.code == "RM011"] == [
        ("RM011", ("roadmap",)),
        ("RM011", ("name",)),
    ]


def test_an_alias_bomb_is_defused_where_it_begins() -> None:
    bomb = 'a0: &a0 ["x","x","x","x","x","x","x","x","x"]\n'
    bomb += "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10))
    assert ("RM006", 2, 10) in found(bomb)


def test_a_dropped_ampersand_is_pointed_out() -> None:
    assert ("RM008", 2, 7) in found(edited(NAME, "name: &D spend"))


def test_all_faults_are_found_in_one_run() -> None:
    text = edited(NAME, "nmae: Spring")
    text = edited("rate: 10%", "rate: 18", text)
    text = edited("end: 2027-01-14", "end: 2027-02-30", text)
    text = edited("after: [page]", "after: [pgae]", text)
    text = edited("    budget: 5_000", "    buget: 5_000", text)
    codes = {(code, line) for code, line, _ in found(text)}
    assert codes == {("RM011", 1), ("RM010", 2), ("RM020", 16), ("RM022", 25), ("RM030", 32), ("RM010", 33)}


@given(st.binary(max_size=200))
def test_no_bytes_can_break_the_loader(data: bytes) -> None:
    document = load_text(data, "x")
    assert document.value is not None or document.faults


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@` \n\t0159.,?~<\\\u3000：é中\x85\u2028😀"), max_size=80))
def test_no_text_can_break_a_check(text: str) -> None:
    for finding in checked("roadmap: 1\nname: x\ndiscovery:\n  today: " + text).diagnostics:
        assert finding.span.line >= 1 and finding.span.column >= 1
        assert sentence(finding) and sentence(finding, "zh")


@pytest.mark.parametrize(
    ("value", "hint"),
    [("5,000", "write 5_000"), ("12,500", "write 12_500"), ("a, 000", "whole sentence"), ("5,00", "whole sentence")],
)
def test_a_comma_that_cuts_a_value_in_braces_is_pointed_out(value: str, hint: str) -> None:
    text = edited("budget: 10_000", f"budget: 10_000\ndiscovery: {{today: {value}}}")
    (cut,) = (finding for finding in checked(text).diagnostics if finding.code == "RM010")
    assert hint in mend(cut)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("  a: {start: 2027-01-04，end: 2027-02-01, budget: 3万}", 24),
        ("  a: {start: 2027-01-04, channel: 抖音，end: 2027-02-01}", 37),
        ("  a: ｛start: 2027-01-04, end: 2027-02-01｝", 6),
    ],
)
def test_full_width_punctuation_in_braces_is_shown_where_it_stands(line: str, column: int) -> None:
    assert found(f"roadmap: 1\nname: 春季\nperiod: 2027\ntactics:\n{line}\n") == [("RM002", 5, column)]
