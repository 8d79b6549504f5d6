"""Combinations of segments and their dimensions, beyond the rules' pages."""

import pytest

from roadmapctl.project import check_text

HEAD = "roadmap: 1\nname: X\nmarket:\n"


def codes(text: str) -> list[tuple[str, str]]:
    """The findings about the market, each with its path."""
    found = check_text((HEAD + text).encode(), "plan.yaml").diagnostics
    return [(d.code, ".".join(map(str, d.path))) for d in found]


@pytest.mark.parametrize(
    ("segments", "found"),
    [
        ("a: {size: 5}, b: {size: 9}, c: {combines: [a, b], size: 5}", []),
        ("a: {size: 5}, b: {size: 9}, c: {combines: [a, b], size: 6}", [("RM209", "c.size")]),
        ("a: {}, b: {}, c: {combines: [a, b], size: 6}", []),
        ("a: {}, b: {}, c: {combines: [c, b]}", [("RM210", "c.combines")]),
        ("a: {}, b: {}, c: {combines: [b, b]}", [("RM210", "c.combines")]),
        ("a: {}, c: {combines: [a, gone]}", [("RM030", "c.combines.1")]),
        ("a: {traits: {x: 1}}, b: {traits: {x: 1.0}}, c: {combines: [a, b]}", []),
        ("a: {traits: {x: any}}, b: {traits: {x: 不限}}, c: {combines: [a, b], traits: {x: 2}}", []),
        ("a: {traits: {x: 1}}, b: {traits: {y: 1}}, c: {combines: [a, b], traits: {x: 2}}", [("RM211", "c.combines")]),
    ],
)
def test_combinations(segments: str, found: list[tuple[str, str]]) -> None:
    assert codes(f"  segments: {{{segments}}}\n") == [(code, f"market.segments.{path}") for code, path in found]


@pytest.mark.parametrize(
    ("market", "found"),
    [
        (
            "dimensions: [x], segments: {a: {traits: {x: 1}}, b: {traits: {x: 2}}, c: {combines: [a, a-2]}, a-2: {}}",
            ["RM212"],
        ),
        ("dimensions: [x, y], segments: {a: {traits: {x: 1}}, b: {traits: {x: 1}}}", ["RM213"]),
        (
            "dimensions: [x], segments: {a: {traits: {x: 1}}, b: {traits: {x: 1}}, c: {traits: {x: 1}}}",
            ["RM214", "RM214"],
        ),
        ("dimensions: [x], segments: {}", []),
        ("dimensions: [x]", []),
    ],
)
def test_dimensions(market: str, found: list[str]) -> None:
    assert [code for code, _ in codes(f"  {{{market}}}\n")] == found


def test_the_market_does_not_count_a_combination_twice() -> None:
    text = """roadmap: 1
name: X
currency: EUR
period: 2027
metrics: {revenue: {unit: EUR, kind: flow}}
market: {segments: {a: {size: 60}, b: {size: 50}, c: {combines: [a, b], size: 40}}}
goals: {sales: {metric: revenue, baseline: 0, target: 1_200, due: 2027-12-31}}
funnel: {goal: sales, deal_size: 10, stages: [{id: lead, rate: 20%}, {id: customer}]}
"""
    found = {d.code: d for d in check_text(text.encode(), "plan.yaml").diagnostics}
    assert "RM814" in found and found["RM814"].message.fields["size"] == 110  # 120 customers of 60 + 50
