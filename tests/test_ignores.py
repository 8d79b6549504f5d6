"""Ignores in comments: what counts as one, what it hides, and what is said of one that is no use."""

from pathlib import Path

import pytest

from roadmapctl.diagnostics import Message
from roadmapctl.diagnostics.ignores import MAX_HINTS, apply_ignores
from tests.cli.run import roadmapctl
from tests.plans import SMALL, checked, edited, found, mend, sentence

DANGLING = "after: [pgae]"


def with_comment(comment: str, text: str = SMALL) -> str:
    """The plan with a dangling reference on line 32, and this after it."""
    return edited("after: [page]", f"{DANGLING}{comment}", text)


@pytest.mark.parametrize(
    "comment",
    [
        "  # roadmapctl: ignore[RM030] coming soon",
        "  #roadmapctl:ignore[RM030]",
        "  # roadmapctl： ignore[RM030]",
        "  # roadmapctl: ignore[rm030]",
        "  # roadmapctl: ignore[RM03]",
        "  # roadmapctl: ignore[RM0]",
        "  # roadmapctl: ignore[RM]",
        "  # agreed with sales # roadmapctl: ignore[RM030]",
    ],
)
def test_ways_to_write_it(comment: str) -> None:
    assert found(with_comment(comment)) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end(line_end: str) -> None:
    text = with_comment("  # roadmapctl: ignore[RM030] soon") + "# roadmapctl: ignore[RM604]\n"
    assert found(text.replace("\n", line_end)) == [("RM098", 35, 1)]


def test_several_codes_of_which_some_are_used() -> None:
    (one,) = checked(with_comment("  # roadmapctl: ignore[RM604, rm030，RM601]")).diagnostics
    assert sentence(one) == "this ignore of RM604, RM601 ignores nothing"
    assert found(with_comment("  # roadmapctl: ignore[RM030, RM030]")) == []


def test_the_same_code_twice_on_a_line_is_one_too_many() -> None:
    text = with_comment("  # roadmapctl: ignore[RM030] # roadmapctl: ignore[RM030]")
    assert found(text) == [("RM098", 32, 48)]


@pytest.mark.parametrize(
    "text",
    [
        edited("name: Spring", 'name: "Spring # roadmapctl: ignore[RM604]"'),
        edited("name: Spring", "name: 'Spring\n  # roadmapctl: ignore[RM604]'"),
        SMALL + "strategy:\n  statement: |\n    Teach first\n    # roadmapctl: ignore[RM604]\n",
        edited("name: Spring", "name: Spring#roadmapctl: ignore[RM604]".replace("l: ", "l:")),
    ],
)
def test_a_value_that_looks_like_a_comment_is_none(text: str) -> None:
    assert found(text) == []


def test_a_value_does_not_hide_the_finding_of_its_line() -> None:
    text = edited("after: [page]", 'after: ["pgae # roadmapctl: ignore[RM030]"]')
    assert found(text) == [("RM030", 32, 13)]


@pytest.mark.parametrize("style", ["|", ">-", "&text |"])
def test_the_head_of_a_block_text_may_have_one(style: str) -> None:
    text = (
        SMALL
        + f"strategy:\n  statement: {style}  # roadmapctl: ignore[RM008]\n    Teach\n    # roadmapctl: ignore[RM605]\n"
    )
    assert [line for code, line, _ in found(text)] == ([] if "&" in style else [36])


@pytest.mark.parametrize(
    "comment",
    ["# roadmapctl: ignore", "# roadmapctl: ignore[]", "# roadmapctl: ignore[ ， ]", "# roadmapctl: ignore RM030",
     "# roadmapctl: ignore[RM030"]
)  # fmt: skip
def test_without_a_code_it_says_what_to_write(comment: str) -> None:
    text = with_comment("  " + comment)
    assert found(text) == [("RM030", 32, 13), ("RM096", 32, 20)]
    told = checked(text).diagnostics[1]
    assert mend(told) == "write the code and the reason: # roadmapctl: ignore[RM604] agreed with sales"
    assert "请写明代码" in mend(told, "zh")


@pytest.mark.parametrize(
    ("code", "near"),
    [("RM6O4", "RM604"), ("RM0300", "RM030"), ("R030", "RM030"), ("dangling", "“roadmapctl rules” lists")],
)
def test_an_unknown_code_is_answered_with_the_nearest(code: str, near: str) -> None:
    told = next(d for d in checked(with_comment(f"  # roadmapctl: ignore[{code}]")).diagnostics if d.code == "RM096")
    assert (told.span.column, told.span.end_column) == (41, 41 + len(code))
    assert near in mend(told) and near[:5] in mend(told, "zh")


def test_nothing_is_said_of_unused_ignores_where_rules_could_not_look() -> None:
    text = with_comment("  # roadmapctl: ignore[RM604]", edited("rate: 10%", "rate: 18"))
    assert "RM098" not in {code for code, _, _ in found(text)}
    assert found("# roadmapctl: ignore[RM604]\nroadmap: [") == [("RM002", 2, 11)]


def test_a_folder_has_them_in_every_file(tmp_path: Path) -> None:
    main, tactics = SMALL.split("tactics:\n")
    (tmp_path / "roadmap.yaml").write_text(main + "# roadmapctl: ignore[RM605]\n")
    (tmp_path / "tactics.yaml").write_text(
        edited("after: [page]", "after: [pgae]  # roadmapctl: ignore[RM030]", "tactics:\n" + tactics)
        + "# roadmapctl: ignore[RM606]\n"
    )
    done = roadmapctl("validate", ".", cwd=tmp_path)
    places = [line.partition(" ")[0] for line in done.out.splitlines() if "RM0" in line]
    assert places == ["roadmap.yaml:21:1:", "tactics.yaml:15:1:"]


def test_twenty_thousand_of_them_are_read() -> None:
    text = SMALL + "# roadmapctl: ignore[RM604]\n" * 20_000
    assert len(checked(text).diagnostics) == 20_000
    assert len(checked(SMALL + "# " + "# roadmapctl: ignore[RM604 " * 20_000).diagnostics) == 20_000
    assert len(checked(SMALL + "# roadmapctl: ignore[" + "RM604," * 20_000 + "]").diagnostics) == 1


def test_only_so_many_wrong_codes_are_compared() -> None:
    asked = []
    text = "".join(f"# roadmapctl: ignore[X{n}]\n" for n in range(1000))
    told = list(apply_ignores((), [("a", text)], mend=lambda code: asked.append(code) or Message("no", "no")))
    assert (len(told), len(asked)) == (1000, MAX_HINTS)
