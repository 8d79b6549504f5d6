"""`roadmapctl events`: needed beside planned in both languages, JSON, and what happens where there is nothing to show."""

import json
import re
from pathlib import Path

import pytest

from tests.analysis.programme.plans import EVENTS
from tests.cli.run import roadmapctl

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def scaffolds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The plan that `init` writes for the method, in both languages."""
    folders = {language: tmp_path_factory.mktemp(language) for language in ("en", "zh")}
    for language, folder in folders.items():
        arguments = ("--framework", "events", "--language", language, "--year", 2027)
        assert roadmapctl("init", folder, *arguments).code == 0
    return folders


@pytest.mark.parametrize(
    ("language", "format", "ending"), [("zh", "text", "txt"), ("en", "text", "txt"), ("en", "md", "md")]
)
def test_golden(language: str, format: str, ending: str, scaffolds: dict[str, Path]) -> None:
    done = roadmapctl("events", scaffolds[language], "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"events.{language}.{ending}").read_text("utf-8")


def test_the_report_says_the_same(scaffolds: dict[str, Path]) -> None:
    """Every table and note of the command stands in the report too."""
    report = roadmapctl("report", scaffolds["en"], "--view", "events").out
    shown = (GOLDEN / "events.en.md").read_text("utf-8")
    lines = [line for line in shown.split("\n") if line.startswith(("|", "- "))]
    assert len(lines) > 60 and [line for line in lines if line not in report] == []


def test_both_languages_have_the_same_numbers() -> None:
    """With amounts below 10万, which Chinese would shorten; `1:84` is Chinese for `84×`."""
    tactics = "tactics: {a: {budget: 9_000, event: {format: webinar, events: 7, date: 2027-05-03}, end: 2027-09-30}}\n"
    plan = EVENTS.replace("3_600_000", "36_000").replace("60_000", "600") + tactics
    numbers = {}
    for language in ("en", "zh"):
        out = roadmapctl("events", "-", "--language", language, stdin=plan).out.replace(" 1:", " ")
        rows = [line for line in out.split("\n") if "2027" not in line and "ROI" not in line]
        numbers[language] = sorted(re.findall(r"\d[\d,.]*\d|\d", " ".join(rows)))
    assert numbers["en"] == numbers["zh"] and len(numbers["en"]) > 40


def test_json_is_stable(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text(
        EVENTS
        + "tactics:\n  a: {budget: 9_000, event: {tier: group, format: webinar, date: 2027-03-18, judged_by: [sqls],\n"
        "    cta: {action: book, leads_to: lead}, reuse: {replay: +1d}}}\n"
    )
    data = json.loads(roadmapctl("events", plan, "--format", "json").out)
    assert list(data) == [
        "version", "currency", "cannot", "programme", "events", "content", "experience", "actions", "reuse", "returns", "findings",
    ]  # fmt: skip
    assert (data["version"], data["currency"], data["cannot"]) == (1, "EUR", None)
    group, table, own = data["programme"]["sizes"]
    assert (group["tier"], group["held_by"], group["needed"], group["planned"], group["missing"]) == (
        "group",
        "group",
        2,
        1,
        1,
    )
    assert (table["tier"], table["held_by"], table["format"]) == ("roundtable", "partner", "webinar")
    assert (own["tier"], own["needed"], own["needed_exactly"], own["units"]) == (None, 13, 12.5, 0)
    assert group["planned_by_span"] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] and len(data["programme"]["spans"]) == 12
    assert data["events"][0]["misjudged"] is True and data["actions"][0]["step"] == "back"
    assert data["reuse"][0]["pieces"] == [{"what": "replay", "at": "+1d", "date": "2027-03-19"}]
    (event,) = data["returns"]["events"]
    # 60 SQLs at 15%: 9 customers of 60,000; a margin of 80% on 540,000 against 9,000
    assert (event["brings"], event["revenue"], event["roas"], event["roi"]) == (
        {"stage": "sql", "units": 60, "by": "funnel"},
        540_000,
        60,
        47,
    )
    assert "RM640" in [finding["code"] for finding in data["findings"]]


def test_another_value_and_other_spans(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text(EVENTS)
    arguments = ("--set", "funnel.sources.webinar.event.audience=50", "--by", "quarter", "--format", "json")
    data = json.loads(roadmapctl("events", plan, *arguments).out)
    assert data["programme"]["spans"] == ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]
    assert data["programme"]["sizes"][2]["needed"] == 25  # 250 / (50 × 20%)
    assert "Q1 2027" in roadmapctl("events", plan, "--by", "quarter").out
    assert roadmapctl("events", "-", "--by", "week", stdin=EVENTS).out.count("\n4 Jan 2027") == 1


def test_a_plan_whose_funnel_cannot_be_computed_still_shows_what_its_events_say() -> None:
    plan = "roadmap: 1\nname: X\nlanguage: zh\ntactics: {a: {event: {stage: buy, form_fields: 9}}}\n"
    done = roadmapctl("events", "-", stdin=plan)
    assert done.code == 0
    assert "无法计算需要的场次。计划没有漏斗" in done.out and "✗ 9" in done.out and "还没有活动写明行动号召" in done.out
    data = json.loads(roadmapctl("events", "-", "--format", "json", stdin=plan).out)
    assert data["cannot"] == {"path": "funnel", "reason": "no_funnel"}
    assert (
        data["programme"] is None
        and data["returns"]["events"][0]["roi"] is None
        and data["experience"]["events"][0]["few_fields"] is False
    )


def test_events_without_a_source_of_events(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    sources = EVENTS[EVENTS.index("  sources:") :]
    plan.write_text(
        EVENTS.replace(sources, "  sources: {search: {feeds: sql}}\n") + "tactics: {a: {event: {format: fair}}}\n"
    )
    done = roadmapctl("events", plan)
    assert done.code == 0 and "No source of the funnel holds events" in done.out


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("roadmap: 1\nname: X\n", 1, "the plan holds no events: give a tactic `event: {format: webinar, date: …}`"),
        ("roadmap: 1\nname: X\nbugdet: 1\ntactics: {a: {event: {}}}\n", 1, "RM010"),
    ],
)
def test_nothing_to_show(text: str, code: int, said: str) -> None:
    done = roadmapctl("events", "-", stdin=text)
    assert (done.code, done.out) == (code, "") and said in done.err


def test_no_plan(tmp_path: Path) -> None:
    done = roadmapctl("events", tmp_path / "none.yaml")
    assert (done.code, done.out) == (2, "") and "no such file" in done.err
    assert roadmapctl("events", tmp_path, "--by", "day").code == 2


def test_the_funnel_calls_tiers_by_their_names(scaffolds: dict[str, Path]) -> None:
    out = roadmapctl("funnel", scaffolds["zh"], "--explain").out
    assert "1 × 集团线上峰会、4 × 伙伴闭门会" in out and "集团线上峰会场次带来的数量" in out
