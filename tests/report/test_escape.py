"""Plan text in Markdown is text: no markup, no links, no mentions, and the tables keep their shape."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from roadmapctl.i18n.markdown import NOTHING, escape, inline, one_line
from roadmapctl.report.layout import table
from roadmapctl.report.view.strategy import JourneyRow

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LABELS = {"start": "From", "to": "To", "how": "How"}
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[click](javascript:alert(1))", "![x](http://e.org/t.png)",
    "a | b | c |", "a\\| b", "ends in \\", "*bold* _it_ __b__ ~~s~~ `code`", "--> <!-- gone", "&lt;b&gt; &#64;user &amp;",
    "# heading #", "- item", "+ item", "1. first", "1) first", "> quote", "===", "---", "| --- |", "    code", "\ttab",
    "line\n\nparagraph\n# heading", "[x]: http://e.org", "[^1]", "{{ 7 * 7 }}", "$x$ and $5", "<http://e.org>", "::", "\u202egnp",
    "``` mermaid", "~~~", "\x1b[31mred", "名称，第一行\n第二行", "snake_case_name", "_start and end_", "$$", "a  \nb", "!",
    "***", "_ _ _",
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1), st.text("\\`*_[]()<>|#~!&@:;-+=.1 \n$aA", min_size=1))


def shown(tokens: list[Token]) -> str:
    """The text a reader sees of inline tokens."""
    return "".join(t.content for t in tokens if t.type in ("text", "text_special"))


def inline_tokens(markdown: str) -> list[Token]:
    tokens = READER.parse(markdown)
    assert [t.type for t in tokens] in (["paragraph_open", "inline", "paragraph_close"], []), [t.type for t in tokens]
    return (tokens[1].children or []) if tokens else []


@given(TEXTS)
@example("a\\|b\\")
@example("2027. Plan")
def test_a_text_stays_one_paragraph_of_text(text: str) -> None:
    tokens = inline_tokens(escape(text))
    assert {t.type for t in tokens} <= {"text", "text_special", "html_inline"}
    assert {t.content for t in tokens if t.type == "html_inline"} <= {"<span>", "</span>"}


@pytest.mark.parametrize("text", [t for t in HOSTILE if t.isprintable()])
def test_it_is_shown_as_it_was_typed(text: str) -> None:
    assert shown(inline_tokens(escape(text))) == one_line(text)


def test_what_cannot_be_seen_is_written_out() -> None:
    assert shown(inline_tokens(escape("a\x1b[31mb\u202ec\u200b"))) == "a\\x1b[31mb\\u202ec\\u200b"


@given(TEXTS, TEXTS, TEXTS)
@example("\\", "|", "`")
def test_a_table_keeps_its_rows_and_columns(start: str, to: str, how: str) -> None:
    rows = [JourneyRow(start, to, how), JourneyRow("a", "b", "c")]
    tokens = READER.parse(table(rows, LABELS, "start", ">to", "how") + "\n\nafter")
    assert [t.type for t in tokens].count("tr_open") == 3
    assert [t.type for t in tokens].count("td_open") == 6
    assert tokens[-2].content == "after"
    cells = [t.children or [] for t in tokens if t.type == "inline"][3:6]
    assert {t.type for cell in cells for t in cell} <= {"text", "text_special", "html_inline"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ask @octocat", f"ask @{NOTHING}octocat"),
        ("closes #3", f"closes \\#{NOTHING}3"),
        ("see GH-12", f"see GH-{NOTHING}12"),
        ("so :smile: it is", f"so :{NOTHING}smile: it is"),
        ("https://e.org/a", "https\\://e.org/a"),
        ("www.e.org", f"www{NOTHING}.e.org"),
        ("mail a@b.org", f"mail a@{NOTHING}b.org"),
        ("R&D, a<b, 10:30, C#", "R&D, a&lt;b, 10:30, C\\#"),
        ("90_000", "90_000"),
    ],
)
def test_github_makes_nothing_of_bare_text(text: str, kept: str) -> None:
    assert inline(text) == kept


def test_a_break_between_chinese_lines_leaves_no_space() -> None:
    assert one_line("第一行，\n  第二行\nand more") == "第一行，第二行 and more"
