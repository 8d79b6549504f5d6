"""How a report is laid out: headings one below the other, nothing twice, dates whole, figures of a column alike."""

import re
from itertools import pairwise

import pytest

from roadmapctl.i18n.numbers import in_wan
from roadmapctl.i18n.text import filled
from tests.cli.run import ROOT, roadmapctl
from tests.report.rendered import view_of_text

EXAMPLES = sorted(str(path.relative_to(ROOT / "examples")) for path in (ROOT / "examples").glob("*/*.yaml"))
PLANS = [name for name in EXAMPLES if not name.startswith("larkwheel/f")]


def report(*arguments: object) -> str:
    done = roadmapctl("report", *map(str, arguments))
    assert done.code == 0, done.err
    return done.out


@pytest.mark.parametrize("example", PLANS)
def test_every_heading_has_something_under_it(example: str) -> None:
    found = re.findall(r"^(#+) (.*)\n\n(?=(#*))", report(ROOT / "examples" / example), re.M)
    bare = [text for signs, text, following in found if following and len(following) <= len(signs)]
    assert bare == []


@pytest.mark.parametrize("example", PLANS)
def test_no_heading_comes_twice_in_a_chapter_and_no_level_is_skipped(example: str) -> None:
    for chapter in report(ROOT / "examples" / example).split("\n## ")[1:]:
        headings = re.findall(r"^(#+) (.*)$", chapter, re.M)
        assert len(headings) == len(set(headings))
        depths = [2, *(len(signs) for signs, _ in headings)]
        assert all(after <= before + 1 for before, after in pairwise(depths))


@pytest.mark.parametrize("example", ["larkwheel/year.yaml", "larkwheel/q2.yaml"])
def test_people_are_told_in_one_table(example: str) -> None:
    out = report(ROOT / "examples" / example)
    assert out.count("| Sasha Reid | Test-ride manager |") == 1
    assert re.search(r"\| Sasha Reid \| Test-ride manager \|.*\| 2 \| £[0-9,]+ \|\n", out)


@pytest.mark.parametrize("example", ["larkwheel/year.yaml", "tuoli-vision", "fjordline"])
def test_cost_and_return_are_told_once(example: str) -> None:
    out = report(ROOT / "examples" / example, "--language", "en")
    costs = out.partition("| Cost and return |")[2].partition("### New units")[0]
    assert len(re.findall(r"^\| ROI", costs, re.M)) == 1
    assert "| Cost and return | Programmes | Fully loaded | How |" in out


def test_a_date_is_not_broken_in_a_column() -> None:
    out = report(ROOT / "examples/aurora-crm")
    assert "| 31\u00a0Mar\u00a02027 |" in out
    assert "| 18\u00a0Jan\u00a0– 18\u00a0Jun\u00a02027 |" in out


def test_budgets_of_a_chinese_plan_are_all_said_alike() -> None:
    plan = (
        "roadmap: 1\nname: X\nlanguage: zh\ncurrency: CNY\nbudget: 30万\nmilestones: {m: {name: M, date: 2027-06-30}}\n"
        "tactics:\n  a: {name: A, milestone: m, channel: email, budget: 12万}\n  b: {name: B, milestone: m, channel: seo, budget: %s}\n"
    )
    for second, said in (
        ("6万", ["¥12万", "¥6万"]),
        ("6_000", ["¥120,000", "¥6,000"]),
        ("60_001", ["¥120,000", "¥60,001"]),
    ):
        view = view_of_text(plan % second)
        assert view.budget is not None and [row.planned for row in view.budget.by_channel] == said
        assert view.tactics is not None and sorted(row.budget for row in view.tactics.groups[0].rows) == sorted(said)


def test_an_amount_in_wan() -> None:
    assert [
        in_wan(value, currency) for value, currency in ((96_000, "EUR"), (123_450_000, "CNY"), (-20_000, None))
    ] == [
        "€9.6万",
        "¥12,345万",
        "−2万",
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [("SQL", "新增 SQL 需求"), ("线索", "新增线索需求"), ("2026年", "新增2026年需求"), ("A{0}B", "新增 A{0}B 需求")],
)
def test_latin_words_stand_apart_in_chinese(value: str, said: str) -> None:
    assert filled("新增{stage}需求", {"stage": value}) == said


def test_a_value_may_be_laid_out_between_chinese_characters() -> None:
    text = "请写 {year:d}-{month:02d} 或{day:>4}日"
    assert filled(text, {"year": 2027, "month": 2, "day": "28"}) == "请写 2027-02 或  28日"


def test_the_months_of_a_funnel_add_up_to_what_it_needs() -> None:
    """Two contracts of tuoli-vision come anyway, but only after the year."""
    out = report(ROOT / "examples/tuoli-vision", "--language", "en").replace("\u00a0", " ")
    assert "| After 31 Dec 2026 | 0 | 1 | 2 | 2 |\n| In all | 610 | 280 | 80 | 80 |" in out
