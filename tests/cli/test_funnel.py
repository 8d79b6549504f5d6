"""`roadmapctl funnel`, as it is typed."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import ROOT, roadmapctl
from tests.plans import SMALL, edited

EVENT_A = (
    "--target",
    "1e9",
    "--deal-size",
    "100000",
    "--stage",
    "sql:50%",
    "--stage",
    "opportunity:6%",
    "--stage",
    "customer",
)


def funnel(*arguments: object, **options: Any) -> dict[str, Any]:
    done = roadmapctl("funnel", *arguments, "--format", "json", **options)
    assert done.code == 0, done.err
    data: dict[str, Any] = json.loads(done.out)
    return data


def test_the_worked_case_of_the_events_method() -> None:
    data = funnel(*EVENT_A, "--event", "sql:200:18%")
    assert (data["deals"], data["deals_whole"], data["currency"], data["deal_size"]) == (10_000, 10_000, None, 100_000)
    assert [(s["id"], s["need"], s["need_whole"]) for s in data["stages"]] == [
        ("sql", 333333.333333, 333_334),
        ("opportunity", 166666.666667, 166_667),
        ("customer", 10_000, 10_000),
    ]
    (event,) = data["sources"]
    assert (event["id"], event["feeds"], event["units"]) == ("event", "sql", 333333.333333)
    assert (event["events"], event["events_whole"], event["cost"]) == (9259.259259, 9260, None)
    assert {data["costs"][k] for k in ("spend", "cac", "roi", "roas")} == {None}


def test_the_webinars_that_the_article_counts_ten_times_too_few() -> None:
    (event,) = funnel("--target", "340000", "--stage", "sql", "--event", "sql:200:18%")["sources"]
    assert event["events_whole"] == 9445


def test_both_roundings() -> None:
    typed = ("--target", "2_000_000", "--deal-size", "60k", "--stage", "opportunity:22%", "--stage", "customer")
    assert funnel(*typed)["stages"][0]["need_whole"] == 152
    assert funnel(*typed, "--rounding", "each")["stages"][0]["need_whole"] == 155


def test_what_is_in_hand_won_and_brought_by_others_is_netted() -> None:
    data = funnel(
        "--target", "1000万", "--deal-size", "10万", "--stage", "opportunity:20%", "--stage", "customer",
        "--in-hand", "opportunity:40", "--already-won", "1M", "--other-teams", "50%", "--currency", "CNY",
    )  # fmt: skip
    assert (data["net_target"], data["deals"], data["currency"]) == (4_000_000, 40, "CNY")
    assert [(s["need"], s["new"]) for s in data["stages"]] == [(200, 160), (40, 40)]


def test_stages_go_by_any_name() -> None:
    data = funnel(
        "--target", "1000万", "--deal-size", "8万", "--stage", "线索：10%", "--stage", "Demo Call:25%", "--stage", "客户",
        "--event", "线索：200：20%", "--in-hand", "demo call:5",
    )  # fmt: skip
    assert [(s["id"], s["need"], s["in_hand"]) for s in data["stages"]] == [
        ("线索", 4950, 0),
        ("demo-call", 500, 5),
        ("客户", 125, 0),
    ]
    assert data["sources"][0]["feeds"] == "线索"


def test_several_events_are_alternatives() -> None:
    data = funnel(*EVENT_A, "--event", "sql:200:18%", "--event", "opportunity:5000:10%")
    assert [(s["id"], s["events_whole"]) for s in data["sources"]] == [("event", 9260), ("event-2", 334)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--target", "1e9"), "needs a target and stages"),
        (("--stage", "lead:5%"), "needs a target and stages"),
        (("--target", "many", "--stage", "lead"), "--target: “many” is not a number"),
        (("--target", "1e9", "--stage", "lead", "--margin", "high"), "--margin: “high” is not a rate"),
        (("--target", "1e9", "--stage", "lead", "--in-hand", "lead:some"), "--in-hand lead: “some” is not"),
        (("--target", "1e9", "--stage", "lead", "--in-hand", "{won: 1, of: 1}"), "--in-hand {won: “1, of: 1}” is not"),
        (
            ("--target", "1e9", "--stage", "lead:18"),
            "--stage lead: a rate of 18 would be 18 times the whole; write 18% or 0.18",
        ),
        (("--target", "1e9", "--stage", ":5%"), "write --stage NAME[:RATE], such as --stage sql:50%"),
        (
            ("--target", "9", "--stage", "lead=5%", "--stage", "deal"),
            "--stage lead=5% cannot be read; write --stage NAME[:RATE]",
        ),
        (
            ("--target", "1e9", "--stage", "lead:5%"),
            "--stage lead is the last one: its rate leads nowhere; add the stage",
        ),
        (("--target", "9", "--stage", "a", "--in-hand", "a:5", "--in-hand", "A:7"), "--in-hand A is written twice"),
        (
            ("--target", "9", "--stage", "Demo Call", "--stage", "deal"),
            "--stage Demo Call has no rate to the next stage",
        ),
        (("--target", "-5", "--stage", "lead"), "negative"),
        (("--target", "1e9", "--stage", "lead:0", "--stage", "customer"), "rate of 0"),
        (("--target", "1e9", "--stage", "lead", "--stage", "customer"), "no rate"),
        (("--target", "1e9", "--stage", "lead", "--event", "lead:200"), "STAGE:AUDIENCE:RATE"),
        (("--target", "1e9", "--stage", "lead", "--event", "mql:200:5%"), "there are: lead"),
        (("--target", "1e9", "--stage", "lead", "--in-hand", "mql:200"), "there are: lead"),
        (("--target", "1e9", "--stage", "lead", "--currency", "RMB"), "did you mean CNY"),
        (("--target", "1e9", "--stage", "lead:1e-30", "--stage", "a:1e-30", "--stage", "customer"), "10^18"),
        (("--target", "1e9", "--stage", "lead", "examples/smallest"), "without a plan"),
        (("nowhere.yaml",), "no such file"),
        (("examples/smallest", "--set", "funnel.stages.nope.rate=5%"), "there are"),
    ],
)
def test_what_cannot_be_computed_is_said_with_its_mend(arguments: tuple[str, ...], says: str) -> None:
    done = roadmapctl("funnel", *arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_plan_with_errors_is_refused_and_shown(tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").write_text(edited("rate: 10%", "rate: 18"))
    done = roadmapctl("funnel", tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "roadmap.yaml:16:24: error RM020" in done.err


def test_a_plan_without_a_funnel_says_so(tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").write_text("roadmap: 1\nname: x\nperiod: 2027\n")
    done = roadmapctl("funnel", tmp_path)
    assert done.code == 1 and "no funnel" in done.err


def test_set_changes_one_value() -> None:
    plain = funnel("-", stdin=SMALL)
    better = funnel("-", "--set", "funnel.stages.lead.rate=20%", stdin=SMALL)
    assert better["stages"][0]["need"] * 2 == plain["stages"][0]["need"] == 5000


def test_csv_reads_back(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(edited("{id: lead, rate: 10%}", '{id: lead, rate: 10%, name: "=1+1"}'))
    done = roadmapctl("funnel", tmp_path / "plan.yaml", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(r["stage"], r["need_whole"]) for r in rows] == [
        ("lead", "5000"),
        ("opportunity", "500"),
        ("customer", "100"),
    ]
    assert rows[0]["name"] == "'=1+1"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_numbers_in_text_and_markdown(language: str) -> None:
    for format in ("text", "markdown", "md"):
        done = roadmapctl("funnel", "examples/aurora-crm", "--format", format, "--language", language, "--explain")
        for number in ("1,800", "675", "220", "14 × 2,500 = 35,000"):
            assert number in done.out.replace("\\", "")


GOLDEN = Path(__file__).parent / "golden"
GOLDEN_RUNS = [
    ("aurora-explained.en.txt", ("examples/aurora-crm", "--explain")),
    ("event-a.zh.txt", ("examples/event-a",)),
    ("typed.en.txt", (*EVENT_A, "--event", "sql:200:18%")),
    ("aurora.en.md", ("examples/aurora-crm", "--format", "md")),
    ("fjordline-month.en.txt", ("examples/fjordline", "--by", "month", "--scenario", "slow-sales,price-rise")),
    ("fjordline-quarter.zh.md", ("examples/fjordline", "--by", "quarter", "--language", "zh", "--format", "md")),
    ("fjordline-week.json", ("examples/fjordline", "--by", "week", "--format", "json")),
]


@pytest.mark.parametrize(("name", "arguments"), GOLDEN_RUNS)
def test_golden(name: str, arguments: tuple[str, ...]) -> None:
    """Regenerate with `python -m tests.cli.regenerate`, then read the difference."""
    assert roadmapctl("funnel", *arguments, cwd=ROOT).out == (GOLDEN / name).read_text("utf-8")


def test_recycled_units_and_the_names_of_segments_are_said() -> None:
    """150 SQL at 8% are 12 of the opportunities: (320 − 40 − 12) / 40% = 670."""
    assert (
        "回流的 150 个销售认可线索按 8% 带来 12 个商机。" in roadmapctl("funnel", "examples/tuoli-vision", cwd=ROOT).out
    )
    english = roadmapctl("report", "examples/tuoli-vision", "--language", "en", cwd=ROOT).out
    assert "150 recycled units of 销售认可线索 bring 12 of the 商机 at 8%." in english
    assert "City families" in roadmapctl("funnel", "examples/larkwheel/year.yaml", cwd=ROOT).out
