"""What a report says, and to whom."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from roadmapctl.project import check_text
from roadmapctl.report.markdown import as_markdown
from roadmapctl.report.view.budget import budget_section
from roadmapctl.report.wording import Wording
from tests.cli.run import roadmapctl
from tests.report.rendered import ROOT, view_of, view_of_text
from tests.strategies import plans

READER = MarkdownIt("commonmark", {"html": True}).enable(["table"])
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/roadmap.yaml"))
BARE = "roadmap: 1\nname: Bare\n"


@given(plans())
@settings(max_examples=60)
def test_any_plan_without_errors_can_be_reported(text: str) -> None:
    checked = check_text(text.encode(), "plan.yaml")
    if checked.usable is None:
        return
    for language in ("en", "zh"):
        report = as_markdown(view_of(checked, language))
        tokens = READER.parse(report)
        assert not [t for t in tokens if t.type == "html_block"]
        assert "\n\n\n" not in report and report.endswith("\n")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_in_both_languages(example: str) -> None:
    funnel = "\nfunnel:" in (ROOT / "examples" / example / "roadmap.yaml").read_text("utf-8")
    for language, heading in (("en", "The funnel, from the target back"), ("zh", "漏斗：从目标倒推")):
        done = roadmapctl("report", ROOT / "examples" / example, "--language", language)
        assert (done.code, done.err) == (0, "")
        assert (f"## {heading}\n" in done.out) == funnel


def test_no_table_has_a_column_without_content() -> None:
    for path in (ROOT / "tests" / "report" / "golden").glob("*.md"):
        rows: list[list[str]] = []
        for line in [*path.read_text("utf-8").split("\n"), ""]:
            if line.startswith("|"):
                rows.append(line.strip("|").split("|"))
            elif rows:
                assert len({len(row) for row in rows}) == 1
                assert all(any(cell.strip() for cell in column) for column in zip(*rows[2:], strict=True)), rows[0]
                rows = []


def test_a_plan_that_says_next_to_nothing() -> None:
    assert as_markdown(view_of_text(BARE)) == f"# Bare\n\n---\n\nPlan SHA-256 `{'0' * 64}` · roadmapctl X.Y.Z\n"


def test_findings_that_are_no_errors_are_listed() -> None:
    plan = BARE + "framework: [seven-step]\ngoals:\n  leads: {statement: Generate more leads}\n"
    report = as_markdown(view_of_text(plan))
    assert "## Open findings" in report
    assert "| warning | RM" in report


def test_a_plan_with_errors_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "report.md"
    done = roadmapctl("report", "-", "-o", output, stdin="roadmap: 1\nname: x\nbudgett: 3\n")
    assert (done.code, done.out) == (1, "")
    assert "RM010" in done.err
    assert not output.exists()


def test_another_value_is_named_in_the_report() -> None:
    done = roadmapctl("report", ROOT / "examples" / "smallest", "--set", "funnel.deal_size=3_000")
    assert "| Deals to win | 30 |" in done.out
    assert "changed for this report: funnel.deal_size=3_000" in done.out


def test_where_actuals_come_from_stays_out() -> None:
    plan = BARE + "measurement: {actuals: 'postgresql://user:secret@db/x', rhythm: month}\n"
    report = as_markdown(view_of_text(plan))
    assert "every month" in report
    assert "secret" not in report


def test_more_planned_than_there_is() -> None:
    text = BARE + "currency: USD\nbudget: 100\ntactics: {a: {budget: 80}, b: {budget: 40, channel: email}}\n"
    plan = check_text(text.encode(), "plan.yaml").plan  # with an error, so that the command refuses it
    assert plan is not None
    budget = budget_section(Wording(plan, "en"))
    assert budget is not None and budget.is_over
    assert budget.sentence == "$120 is planned and $100 granted: $20 too much."
    assert [(row.name, row.share) for row in budget.by_channel] == [("No channel", "67%"), ("E-mail", "33%")]


def test_a_rate_moves_in_points_and_money_in_money() -> None:
    plan = BARE + (
        "currency: CNY\nmetrics:\n  rate: {unit: rate, kind: stock}\n  cash: {unit: CNY, kind: flow}\n"
        "discovery:\n  review:\n    a: {metric: rate, previous: 1.1%, current: 0.9%}\n"
        "    b: {metric: cash, previous: 7.6亿, current: 8.3亿}\n    c: {metric: cash, previous: 0, current: 1}\n"
    )
    for language, changes in (
        ("en", ["−0.2 points", "+¥70,000,000", "+¥1"]),
        ("zh", ["−0.2 个百分点", "+¥7,000万", "+¥1"]),
    ):
        discovery = view_of_text(plan, language).discovery  # type: ignore[arg-type]
        assert discovery is not None
        assert [line.change for line in discovery.review] == changes
        assert [line.growth for line in discovery.review] == ["−18.2%", "+9.2%", ""]


def test_a_trend_is_told_with_its_pace_and_a_level_alone_is_called_one() -> None:
    plan = BARE + (
        "metrics: {leads: {kind: flow}, churn: {unit: rate, kind: stock, better: down}}\ndiscovery:\n  review:\n"
        "    a: {metric: leads, history: [200, 250], previous: 300, current: 330}\n"
        "    b: {metric: churn, previous: 2%, current: 3%}\n    c: {metric: leads, current: 5}\n"
    )
    discovery = view_of_text(plan).discovery
    assert discovery is not None
    assert [(line.earlier, line.trend) for line in discovery.review] == [
        ("200 → 250", "better, slower than before (+20%)"),
        ("", "worse"),
        ("", "a level without a trend"),
    ]
