"""`roadmapctl ideas`: the order, the best set, the levers, in both languages; options and what cannot be done."""

import json
from pathlib import Path

import pytest

from tests.cli.run import roadmapctl

GOLDEN = Path(__file__).parent / "golden"
PLAN = """roadmap: 1
name: Spring
currency: EUR
period: 2027-H1
budget: 60_000
organization: {headcount: {now: 3, asked: 4}}
tactics:
  letter: {lever: media, budget: 42_000}
ideas:
  podcast: {name: Podcast, lever: content, budget: 8_000, score: {reach: 800, impact: 0.5, confidence: 50%, effort: 3}}
  column: {name: Column in the press, lever: media, budget: 5_000, score: {reach: 2_000, impact: 0.25, confidence: 80%, effort: 1}}
  tables: {name: Round tables, lever: activity, budget: 9_000, score: {reach: 180, impact: 2, confidence: 50%, effort: 2}}
  clips: {name: Clips, lever: content, budget: 6_000, score: {reach: 1_500, impact: 0.5, confidence: 80%, effort: 2}}
  forum: {name: Forum, lever: activity, budget: 4_000, score: {reach: 200, impact: 1, confidence: 50%, effort: 1.5}}
  quiz: {name: Quiz, lever: content, budget: 3_000, score: {impact: 6, confidence: 50%, ease: 8}}
  badge: {name: Badge, lever: content, budget: 1_000, score: {impact: 9, confidence: 20%, ease: 10}}
  radio: {name: Radio, score: {reach: 5_000, impact: 0.25}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.mark.parametrize(("language", "format", "ending"), [("en", "text", "txt"), ("zh", "markdown", "md")])
def test_golden(plan: Path, language: str, format: str, ending: str) -> None:
    done = roadmapctl("ideas", plan, "--language", language, "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"ideas.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(plan: Path) -> None:
    data = json.loads(roadmapctl("ideas", plan, "--format", "json").out)
    assert list(data) == [
        "version",
        "currency",
        "score",
        "ice",
        "money",
        "person_months",
        "rankings",
        "set",
        "levers",
        "missing",
        "findings",
    ]
    assert data["money"] == {"amount": 18_000, "from": "left", "budget": 60_000, "planned": 42_000}
    assert data["person_months"] == {"amount": 6, "from": "asked", "people": 1, "months": 6}
    # Column (400) and clips (600) take 11,000 of 18,000; of the others only forum (100) fits. For 1,000 more podcast (200) would.
    assert data["set"]["ideas"] == ["column", "clips", "forum"]
    assert (data["set"]["effect"], data["set"]["budget"], data["set"]["effort"]) == (1_100, 15_000, 4.5)
    assert data["set"]["proved"] is True and data["set"]["bound"] == 1_100
    assert [(one["id"], one["more_money"], one["to_add"]) for one in data["set"]["left"]] == [
        ("tables", None, {"money": 6_000, "person_months": 0.5}),
        ("podcast", {"amount": 1_000, "out": ["forum"], "effect": 1_200}, {"money": 5_000, "person_months": 1.5}),
    ]
    assert data["missing"] == [
        {
            "idea": "radio",
            "keys": [
                "ideas.radio.score.confidence",
                "ideas.radio.score.effort",
                "ideas.radio.budget",
                "ideas.radio.lever",
            ],
        }
    ]
    first = data["rankings"][0]["ideas"][0]
    assert (first["id"], first["rank"], first["value"], first["reach"]) == ("column", 1, 400, 2_000)


def test_limits_and_forms_are_options(plan: Path) -> None:
    def chosen(*options: str) -> list[str]:
        found: list[str] = json.loads(roadmapctl("ideas", plan, "--format", "json", *options).out)["set"]["ideas"]
        return found

    assert chosen("--budget", "5k") == ["column"]
    assert chosen("--headcount", "0.5", "--budget", "1亿") == ["column", "clips"]
    assert chosen("--person-months", "0") == []
    assert chosen("--score", "ice", "--budget", "3_000") == ["quiz"]  # 24 against 18
    assert chosen("--score", "ice", "--ice", "mean", "--budget", "3_000") == ["badge"]  # 7 against 6 1/3
    assert chosen("--set", "budget=61_000") == ["column", "clips", "podcast"]


def test_what_cannot_be_done(plan: Path, tmp_path: Path) -> None:
    for arguments, said in (
        (("--budget", "many"), "--budget: “many” is not a number"),
        (("--budget", "-5"), "--budget: “-5” is negative"),
        (("--headcount", "1", "--person-months", "2"), "--headcount and --person-months"),
        (("--score", "best"), "best"),
    ):
        done = roadmapctl("ideas", plan, *arguments)
        assert (done.code, done.out) == (2, "") and said in done.err
    plan.write_text(PLAN.replace("period: 2027-H1\n", ""), "utf-8")
    done = roadmapctl("ideas", plan, "--headcount", "1")
    assert done.code == 2 and "use --person-months" in done.err
    (tmp_path / "none.yaml").write_text("roadmap: 1\nname: X\nlanguage: zh\n")
    done = roadmapctl("ideas", tmp_path / "none.yaml")
    assert (done.code, done.out) == (1, "") and "还没有点子" in done.err
    assert roadmapctl("ideas", tmp_path / "gone.yaml").code == 2
