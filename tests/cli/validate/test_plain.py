"""The plain forms of `validate` are read without Typer, and mean what they mean to Typer."""

from itertools import product
from pathlib import Path

import pytest
import typer

from roadmapctl.cli import application
from roadmapctl.cli.commands.validate import answer, request
from roadmapctl.cli.commands.validate.command import Format, validate
from roadmapctl.cli.commands.validate.request import Request, plain
from roadmapctl.cli.options import FailOn
from tests.cache.corpus import outcome, written

WORDS = [
    *(f"--format {name}" for name in (*request.CHOICES["--format"], "yaml", "TEXT", "", "-", "--no-config")),
    *(f"--fail-on {name}" for name in ("error", "warning", "info", "Error", "never")),
    *(f"--language {name}" for name in ("en", "zh", "ZH", "fr")),
    *(
        f"--{name} {value}"
        for name in ("select", "ignore", "framework")
        for value in ("RM6", "rm604,RM1", "", "-", "-x", "a=b")
    ),
    *(
        f"--{name} {value}"
        for name in ("config", "baseline", "write-baseline")
        for value in ("a.toml", "./a//b", "-", "-x", "")
    ),
    *("--no-config", "--no-cache", "--fix", "--diff", "--unsafe-fixes", "--help", "-h", "--", "-", "--no-confi", "-x"),
    *(
        "--no-config=",
        "--no-cache=true",
        "--format=json",
        "--format=",
        "--select=RM6",
        "--baseline=b=c.json",
        "--=",
        "---",
    ),
    *("plan.yaml", "./a//b/", "..", "-- --format", "-- -", "计划.yaml", "--format", "--select", "--format\tjson"),
]


def to_typer(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> Request | None:
    """What Typer makes of the arguments after `validate`; None where it refuses them, or answers with help."""
    asked: list[Request] = []
    with monkeypatch.context() as instead:
        instead.setattr(answer, "answer", lambda request: asked.append(request) or 0)
        outcome(["validate", *arguments], application.run)
    return asked[0] if asked else None


def split(words: str) -> list[str]:
    return words.split(" ")


@pytest.mark.parametrize("first", WORDS)
def test_each_form_means_what_it_means_to_typer(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for second in ("", *WORDS):
        arguments = split(first) + (split(second) if second else [])
        read = plain(arguments)
        if read is not None:
            assert read == to_typer(monkeypatch, arguments), arguments


def test_ordinary_calls_are_plain() -> None:
    choices = product(
        ("--format json", "--format=sarif", ""), ("--fail-on warning", ""), ("--no-cache", "--no-config", "")
    )
    for words in choices:
        assert plain([*(w for word in words for w in split(word) if w), "--select", "RM6", "plans", "-"]) is not None
    assert plain([]) == Request()
    assert plain(["--ignore", "RM6", "a", "--ignore=RM7", "--", "--no-cache"]) == Request(
        (Path("a"), Path("--no-cache")), ignore=("RM6", "RM7")
    )


def test_every_option_is_plain_or_known_to_be_left_to_typer() -> None:
    app = typer.Typer(add_completion=False)
    app.command()(validate)
    command = typer.main.get_command(app)
    options = {name for parameter in command.params for name in parameter.opts if name.startswith("--")}
    read = {*request.CHOICES, *request.FILES, *request.SEVERAL, *request.SWITCHES}
    assert options == read | {"--fix", "--diff", "--unsafe-fixes"}
    assert {name[2:].replace("-", "_") for name in options} == {*Request._fields} - {"paths"}


def test_both_offer_the_same_choices() -> None:
    assert set(request.CHOICES["--format"]) == {choice.value for choice in Format}
    assert set(request.CHOICES["--fail-on"]) == {choice.value for choice in FailOn}


@pytest.mark.parametrize(
    "arguments",
    [
        "clean.yaml",
        "errors.yaml --format json",
        "nowhere.yaml",
        "nowhere chinese.yaml --fail-on=info",
        "year --select RX1",
        "--config gone.toml",
        "--baseline errors.yaml clean.yaml",
        "--config a.toml --no-config",
        "/dev/null",
    ],
)
def test_runs_end_the_same_way(arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    words = ["validate", *split(arguments)]
    assert outcome(words) == outcome(words, application.run)
