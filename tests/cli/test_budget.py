"""`roadmapctl budget`, as it is typed."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from roadmapctl.report.json_number import plain
from tests.cli.run import Done, roadmapctl

PLAN = """\
roadmap: 1
name: Tyres 2027
currency: EUR
period: 2027
budget: 150_000
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 1M, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 10_000
  stages:
    - {id: lead, rate: 20%}
    - {id: mql, rate: 40%, in_hand: 50}
    - {id: opportunity, rate: 25%, in_hand: 20}
    - {id: customer}
  sources:
    webinar: {feeds: mql, share: 30%, event: {audience: 120, rate: 15%, cost: 2_500}, capacity: 3 per month}
    guides: {name: Guides "A–Z", feeds: lead, share: 25%, cost_per_unit: 30, capacity: 100 per month}
    search-ads:
      feeds: lead
      share: 15%
      spend: 16_000
      at_least: 5_000
      response: {table: curves.csv, rows: {channel: search}, units: leads}
    trade-fair:
      feeds: mql
      share: 20%
      spend: 20_000
      response: {gives: [{spend: 10k, leads: 10}, {spend: 20k, leads: 80}, {spend: 40k, leads: 200}]}
    partner: {feeds: opportunity, share: 10%}
"""
CURVES = "channel,spend,leads\ntv,10000,90\nsearch,20000,800\nsearch,60000,1600\nsearch,0,0\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "roadmap.yaml").write_text(PLAN)
    (tmp_path / "curves.csv").write_text(CURVES)
    return tmp_path


def budget(*arguments: object, code: int = 0, **options: Any) -> dict[str, Any]:
    done = roadmapctl("budget", *arguments, "--format", "json", **options)
    assert done.code == code, done.err
    data: dict[str, Any] = json.loads(done.out)
    return data


def test_both_questions_are_answered_and_the_plans_own_split_stands_beside(plan: Path) -> None:
    data = budget(plan)
    assert (data["version"], data["currency"], data["amount_from"], data["target_deals"]) == (1, "EUR", "sources", 100)
    assert data["amount"] == data["plan"]["spend"] == data["most_deals"]["spend"]
    assert data["most_deals"]["deals"] > data["plan"]["deals"]
    assert data["most_deals"]["proved"] and data["most_deals"]["bound"] == pytest.approx(data["most_deals"]["deals"])
    least = data["least_spend"]
    assert least["deals"] == pytest.approx(100, abs=1e-4)
    # 80.5 deals: 64.8 of 36 webinars, those of search up to a marginal cost of 1,500, and guides at 1,500 for the rest.
    search = (1500 * 3200 * 60_000 * 0.02) ** 0.5 - 60_000
    rest = 80.5 - 64.8 - 0.02 * 3200 * search / (60_000 + search)
    assert least["spend"] == pytest.approx(90_000 + search + 1500 * rest, abs=0.02)
    assert least["bound"] == pytest.approx(least["spend"], abs=0.02)
    assert [source["id"] for source in data["plan"]["sources"]] == ["webinar", "guides", "search-ads", "trade-fair"]
    assert [source["id"] for source in data["fixed"]] == ["partner"]


def test_marginal_returns_prove_the_optimum(plan: Path) -> None:
    best = budget(plan)["most_deals"]
    next_deal = {source["id"]: source["next_deal"] for source in best["sources"]}
    held = {source["id"]: source["held_by"] for source in best["sources"]}
    assert held == {"webinar": "capacity", "guides": "between", "search-ads": "between", "trade-fair": "nothing"}
    # 30 / 2% = 1,500; the Hill curve 3,200·x / (60,000 + x) falls to that where 3,200·60,000·2% / (60,000 + x)² = 1 / 1,500
    assert next_deal["guides"] == best["next_deal"] or best["next_deal"] == pytest.approx(1500, rel=1e-6)
    assert next_deal["search-ads"] == pytest.approx(1500, rel=1e-6)
    spend = {source["id"]: source["spend"] for source in best["sources"]}
    assert spend["search-ads"] == pytest.approx((1500 * 3200 * 60_000 * 0.02) ** 0.5 - 60_000, abs=0.01)
    assert next_deal["webinar"] < 1500 < next_deal["trade-fair"]


def test_the_curves_are_stated(plan: Path) -> None:
    sources = {source["id"]: source for source in budget(plan)["sources"]}
    assert sources["search-ads"]["curve"] == {"form": "hill", "most": 3200, "half": 60_000, "shape": 1}
    assert sources["search-ads"]["fitted"] == {"points": 3, "error": 0, "first": 20_000, "last": 60_000}
    assert sources["guides"]["curve"] == {"form": "proportional", "cost_per_unit": 30}
    assert (sources["webinar"]["event_cost"], sources["webinar"]["cap"], sources["webinar"]["cap_by"]) == (
        2500,
        90_000,
        "capacity",
    )
    assert sources["search-ads"]["floor"] == 5000


def test_a_flag_names_the_question(plan: Path) -> None:
    assert budget(plan, "--amount", "10万")["least_spend"] is None
    assert budget(plan, "--amount", "100k")["most_deals"]["spend"] == 100_000
    assert budget(plan, "--for-target")["most_deals"] is None
    both = budget(plan, "--for-target", "--amount", "100k")
    assert both["amount_from"] == "given" and both["most_deals"] and both["least_spend"]


def test_set_changes_a_value(plan: Path) -> None:
    held = budget(plan, "--set", "funnel.sources.guides.at_least=9k")["most_deals"]
    assert [(s["spend"], s["held_by"]) for s in held["sources"] if s["id"] == "guides"] == [(9_000, "floor")]


def test_what_is_impossible_is_answered_with_what_would_change_it(plan: Path) -> None:
    done = roadmapctl("budget", plan, "--for-target", "--set", "goals.sales.target=9M")
    assert done.code == 1
    assert "900 deals are wanted, and with every source at its limit" in done.out.replace("\n", " ")
    data = budget(plan, "--for-target", "--set", "goals.sales.target=9M", code=1)["least_spend"]["impossible"]
    assert (data["reason"], data["path"]) == ("out_of_reach", "funnel.sources") and "raise a limit" in data["message"]
    floors = roadmapctl("budget", plan, "--amount", "1000")
    assert floors.code == 2 and "must get €5,000 at least, and there is €1,000" in floors.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--amount", "much"), 2, "“much” is not a number"),
        (("--amount", "0"), 2, "above 0"),
        (("--set", "funnel.stages.nope.rate=5%"), 2, "there are"),
        (("--set", "funnel.sources.search-ads.at_most=1k"), 1, "RM841"),
        (("--set", "funnel.sources.search-ads.response.table=no.csv"), 1, "RM843"),
        (("nowhere.yaml",), 2, "Got unexpected extra argument"),
    ],
)
def test_what_cannot_be_done_is_said(plan: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = roadmapctl("budget", plan, *arguments)
    assert (done.code, done.out) == (code, "")
    assert says in done.err


def test_a_plan_without_sources_that_money_moves() -> None:
    done = roadmapctl("budget", "examples/smallest")
    assert (done.code, done.out) == (
        1,
        "",
    ) and "no source says what money brings: add “cost_per_unit”, “event: {cost: …}”" in done.err
    assert "没有来源写明投入的产出" in roadmapctl("budget", "examples/event-a").err


def test_csv_reads_back(plan: Path) -> None:
    (plan / "roadmap.yaml").write_text(PLAN.replace('Guides "A–Z"', '"=1+1"'))
    rows = list(csv.DictReader(io.StringIO(roadmapctl("budget", plan, "--format", "csv").out)))
    assert [row["split"] for row in rows] == ["plan"] * 4 + ["most_deals"] * 4 + ["least_spend"] * 4
    assert [row["name"] for row in rows if row["source"] == "guides"] == ["'=1+1"] * 3
    assert sum(float(row["spend"]) for row in rows[:4]) == pytest.approx(sum(float(row["spend"]) for row in rows[4:8]))


def test_names_are_text_and_no_markup(plan: Path) -> None:
    (plan / "roadmap.yaml").write_text(PLAN.replace('Guides "A–Z"', '"[red]x[/red] :smile: |"'))
    text = roadmapctl("budget", plan).out
    assert "[red]x[/red]" in text and ":smile: |" in text
    assert "\\[red\\]x" in roadmapctl("budget", plan, "--format", "md").out


GOLDEN = Path(__file__).parent / "golden"


def golden(plan: Path, *arguments: str) -> Done:
    return roadmapctl("budget", "-", *arguments, cwd=plan, stdin=PLAN)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("budget.en.txt", ("--explain",)),
        ("budget.zh.txt", ("--language", "zh")),
        ("budget.en.md", ("--amount", "300k")),
        ("budget.zh.md", ("--language", "zh", "--for-target", "--explain")),
    ],
)
def test_golden(plan: Path, name: str, arguments: tuple[str, ...]) -> None:
    format = () if name.endswith("txt") else ("--format", "md")
    done = golden(plan, *arguments, *format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / name).read_text("utf-8")


def test_the_same_again(plan: Path) -> None:
    assert golden(plan, "--format", "json").out == golden(plan, "--format", "json").out


def test_json_holds_numbers_of_any_size() -> None:
    assert plain(Fraction(10**37)) == 10**37 and plain(Fraction(10**30, 3)) == pytest.approx(1e30 / 3)
