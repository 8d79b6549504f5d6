"""`roadmapctl triage`: a request in both languages, JSON, and flags that cannot be understood."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapctl.cli.commands.triage.described import READERS, SCORE_READERS, described
from roadmapctl.i18n.text import say
from roadmapctl.model.unreadable import Unreadable
from tests.analysis.triage.test_triage import PLAN
from tests.cli.here import here
from tests.cli.run import Done, roadmapctl
from tests.plans import checked

Triaged = Callable[..., Done]
GOLDEN = Path(__file__).parent / "golden"
REQUEST = (
    "--name", "Clips from the workshop floor", "--what", "Workshops show a quote in minutes", "--goal", "list",
    "--segment", "makers", "--channel", "webinar", "--owner", "mira", "--budget", "2k", "--start", "2027-02-01",
    "--end", "2027-02-28", "--contributes", "readers=300",
)  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def triaged(capsys: pytest.CaptureFixture[str], plan: Path) -> Triaged:
    run = here(capsys)
    return lambda *arguments: run("triage", plan, *arguments)


@pytest.mark.parametrize(
    ("language", "format", "ending"), [("en", "text", "txt"), ("zh", "text", "txt"), ("zh", "md", "md")]
)
def test_golden(plan: Path, language: str, format: str, ending: str) -> None:
    done = roadmapctl("triage", plan, *REQUEST, "--language", language, "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"triage.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(triaged: Triaged) -> None:
    data = json.loads(triaged(*REQUEST, "--format", "json").out)
    assert list(data) == [
        "version", "currency", "as_of", "request", "verdict", "serves", "standing", "scores", "compared", "money", "hands",
        "displaced", "not_said", "findings",
    ]  # fmt: skip
    assert (data["version"], data["as_of"], data["verdict"]["kind"]) == (1, "2027-02-01", "swap")
    assert [one["id"] for one in data["displaced"]["tactics"]] == ["fair"]
    assert data["displaced"]["goals"] == [
        {
            "goal": "list",
            "metric": "readers",
            "planned": 800,
            "lost": 200,
            "gained": 300,
            "after": 900,
            "asked_for": 1000,
        }
    ]
    assert (data["displaced"]["missing_before"], data["displaced"]["missing_after"]) == (0.2, 0.1)
    assert data["money"] == {
        "budget": 20000,
        "planned": 19500,
        "left": 500,
        "asked": 2000,
        "short": 1500,
        "without_budget": [],
    }
    assert data["not_said"] == [{"key": "score", "flag": "--reach --impact --confidence --effort", "path": None}]


def test_flags_say_more_of_an_idea(triaged: Triaged) -> None:
    idea = json.loads(triaged("--idea", "podcast", "--format", "json").out)
    assert idea["request"]["name"] == "Workshop podcast" and idea["scores"][0]["rank"] == 2
    assert {"key": "owner", "flag": "--owner", "path": "ideas.podcast.owner"} in idea["not_said"]
    more = json.loads(triaged("--idea", "podcast", "--owner", "jo", "--budget", "0", "--format", "json").out)
    assert (more["request"]["owner"], more["request"]["budget"]) == ("jo", 0)


def test_points_of_a_rate(triaged: Triaged, plan: Path) -> None:
    plan.write_text(PLAN.replace("{name: Readers, unit: people, kind: stock}", "{name: Open rate, unit: rate, kind: stock}")
                    .replace("1_000", "10%").replace("2_000", "20%").replace("readers: 600", "readers: 6%").replace("readers: 200", "readers: 2%"), "utf-8")  # fmt: skip
    done = triaged("--name", "X", "--contributes", "readers=0.5pp", "--budget", "500", "--format", "json")
    (one,) = json.loads(done.out)["compared"]
    own = next(offer for offer in one["offers"] if offer["id"] is None)
    assert (one["unit"], own["amount"], own["cost_per_unit"]) == ("point", 0.5, 1000)


@pytest.mark.parametrize(
    ("flags", "flag", "said"),
    [
        ({"goal": "lists"}, "--goal", "“lists” is not in the plan"),
        ({"owner": "ann"}, "--owner", "“ann” is not in the plan"),
        ({"budget": "-1"}, "--budget", "“-1” is negative"),
        ({"budget": "lots"}, "--budget", "“lots” is not a number"),
        ({"contributes": "readers"}, "--contributes", "“readers” is no contribution"),
        ({"contributes": "reader=3"}, "--contributes", "“reader” is not in the plan"),
        ({"contributes": "readers=many"}, "--contributes", "“many” is not a number"),
        ({"start": "soon"}, "--start", "“soon” is not a date"),
        (
            {"start": "2027-02-02", "end": "2027-02-01"},
            "--end",
            "it ends on 2027-02-01, before it starts on 2027-02-02",
        ),
        ({"name": "Clips\u202egnp"}, "--name", "“Clips\\u202egnp” holds characters that cannot be seen"),
        ({"channel": "Über Kanal"}, "--channel", "write “uber-kanal”"),
        ({"confidence": "50"}, "--confidence", "a rate of 50 would be 50 times the whole"),
        ({"name": ""}, "--name", "write something"),
    ],
)
def test_flags_that_cannot_be_understood(flags: dict[str, str], flag: str, said: str) -> None:
    plan = checked(PLAN).usable
    assert plan is not None
    given = {**dict.fromkeys((*READERS, *SCORE_READERS)), **flags}
    contributes = [given.pop("contributes")] if "contributes" in given else []
    with pytest.raises(Unreadable) as caught:
        described(plan, None, given, [text or "" for text in contributes])
    message, help = caught.value.message, caught.value.help
    sentences = [say(m.en, m.zh, m.fields, "en") for m in (message, help) if m is not None]
    assert sentences[0].startswith(f"{flag}: ") and said in " ".join(sentences)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say what is asked for: --idea ID (the plan's ideas: podcast, quiz, unscored), or --name with"),
        (("--idea", "podcst"), "--idea: “podcst” is not in the plan; did you mean podcast? There are: podcast, quiz, unscored"),
        (("--name", "X", "--as-of", "2027-02-30", "--language", "zh"), "--as-of：2027-02-30 不存在"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(triaged: Triaged, arguments: tuple[str, ...], said: str) -> None:
    done = triaged(*arguments)
    assert (done.code, done.out) == (2, "") and said in done.err


def test_a_plan_with_errors_is_refused(triaged: Triaged, plan: Path) -> None:
    plan.write_text(PLAN.replace("budget: 20_000", "budget: 10_000"), "utf-8")
    done = triaged("--name", "X")
    assert (done.code, done.out) == (1, "") and "RM601" in done.err


def test_the_smallest_plan_will_do() -> None:
    done = roadmapctl("triage", "examples/smallest/roadmap.yaml", "--name", "<b>x</b>\x1b[31m", "--format", "json")
    assert done.code in (0, 2) and "\x1b" not in done.out + done.err
