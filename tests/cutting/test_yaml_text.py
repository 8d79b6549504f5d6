"""What is written reads back as the same values, whatever they are, and looks as people write plans."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapctl.cutting.yaml_text import Comments, Written, scalar, yaml_text
from roadmapctl.load import load_text

SCALARS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=20),
    st.integers(-(10**17), 10**17),
    st.decimals(-1000, 1000, places=3).map(lambda d: d + Decimal("0.0005")),
    st.booleans(),
    st.none(),
    st.sampled_from(
        [
            "yes",
            "010",
            "1:30",
            "2027-01-01",
            "18%",
            "~",
            "null",
            "a: b",
            "x #y",
            "- z",
            "[a]",
            "a,b",
            "“引号”",
            "\\n",
            "::error x",
            ":x",
            "?x",
            "-x",
            "?",
            ":",
            "-",
            "a:",
            "a :b",
            "%x",
            "@x",
            "`x",
            "!x",
            "&x",
            "*x",
            "|",
            ">x",
            "=",
            "<<",
            "---",
            "--- x",
        ]
    ),
)
KEYS = st.one_of(
    st.from_regex("[a-z][a-z0-9-]{0,8}", fullmatch=True), st.sampled_from(["01", "Q1", "a b", "traits", "tactics"])
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
@example({"goals": {"g": {"name": "::error file=x", "what": "?x"}}})
def test_it_reads_back(values: dict[str, Any]) -> None:
    text = yaml_text(values, {(key,): ("a comment: with [anything]",) for key in values})
    document = load_text(text.encode(), "plan.yaml")
    assert not [fault for fault in document.faults if fault.code not in ("RM007",)], text
    assert document.value == values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (84000, "84_000"),
        (999, "999"),
        (Written("42.5万"), "42.5万"),
        ("18%", "18%"),
        ("-21d", "-21d"),
        ("- a", '"- a"'),
        ("2027-01-01", "2027-01-01"),
        ("010", "010"),
        ("12", '"12"'),
        ("a: b", '"a: b"'),
        ("", '""'),
        ("true", '"true"'),
        ("two\nlines", '"two\\nlines"'),
        (True, "true"),
        (None, "null"),
    ],
)
def test_scalars(value: Any, text: str) -> None:
    assert scalar(value) == text


PLAN = {
    "roadmap": 1,
    "market": {"segments": {"peers": {"size": 3400, "traits": {"founded": 1987}}}},
    "metrics": {"leads": {"name": "Leads, new", "unit": "people"}},
    "tactics": {"fair": {"budget": Written("7_040"), "after": ["page"]}},
}
TEXT = """\
# opens the file
roadmap: 1

market:
  segments:
    peers: {size: 3_400, traits: {founded: 1987}}

metrics:
  leads: {name: "Leads, new", unit: people}

# what is done
tactics:
  # 10 of 54 days
  fair:
    budget: 7_040
    after: [page]
"""


def test_the_form() -> None:
    comments: Comments = {
        (): ("opens the file",),
        ("tactics",): ("what is done",),
        ("tactics", "fair"): ("10 of 54 days",),
    }
    assert yaml_text(PLAN, comments) == TEXT


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@example("2026\u2028name: another")
def test_no_comment_becomes_a_value(words: str) -> None:
    text = yaml_text({"name": "Growth"}, {(): (words,), ("name",): (words,)})
    assert load_text(text.encode(), "plan.yaml").value == {"name": "Growth"}, text
