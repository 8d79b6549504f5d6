"""What is known of a plan is told exactly as what is found in it: every format, language and way of asking, byte for byte."""

from itertools import product
from pathlib import Path

import pytest

from roadmapctl import project
from roadmapctl.output.formats import NAMES
from tests.cache.corpus import PLANS, Done, outcome, written

FORMATS = (None, *NAMES, "md")
LANGUAGES = (None, "en", "zh")
NOT_KEPT = {"deluge"}


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    monkeypatch.chdir(tmp_path)
    return {name: path.relative_to(tmp_path) for name, path in written(tmp_path).items()}


def asked(format: str | None, language: str | None) -> list[str]:
    return [*(["--format", format] if format else []), *(["--language", language] if language else [])]


def known(arguments: list[object], monkeypatch: pytest.MonkeyPatch) -> Done:
    """A run that may check nothing."""
    with monkeypatch.context() as without:
        without.delattr(project, "check_files")
        return outcome(["validate", *arguments])


@pytest.mark.parametrize("name", [*PLANS, "year"])
def test_every_format_and_language(name: str, plans: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for number, (format, language) in enumerate(product(FORMATS, LANGUAGES)):
        arguments = [*asked(format, language), plans[name]]
        found = outcome(["validate", "--no-cache", *arguments])
        assert number or outcome(["validate", *arguments]) == found  # kept now
        if name not in NOT_KEPT:
            assert known(arguments, monkeypatch) == found
        assert found.code in (0, 1) and found.out


@pytest.mark.parametrize("format", FORMATS)
def test_all_together(format: str | None, plans: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    (plans["deluge"]).unlink()
    arguments = [*asked(format, None), ".", "nowhere.yaml", "year/tactics.yaml", "year"]
    found = outcome(["validate", "--no-cache", *arguments])
    assert outcome(["validate", *arguments]) == found
    assert known(arguments, monkeypatch) == found
    assert found.code == 2 and b"nowhere.yaml" in found.err


CONFIGURATIONS = {
    "none": "",
    "severities": 'fail-on = "info"\n[severity]\nRM030 = "info"\nRM610 = "off"\n',
    "selection": 'select = ["RM0", "RM6"]\nignore = ["RM031"]\n',
    "paths": '[per-path-ignores]\n"year" = ["RM0"]\n"*.yaml" = ["RM020"]\n',
    "methods": 'framework = ["seven-step"]\n',
    "language": 'language = "zh"\n',
    "baseline": 'baseline = "base.json"\n',
    "broken": 'select = ["RM999"]\n',
}
FLAGS: tuple[tuple[str, ...], ...] = (
    (),
    ("--fail-on", "warning"),
    ("--select", "RM03", "--select=rm020,RM6"),
    ("--ignore", "RM0"),
    ("--ignore", "RM0O"),
    ("--framework", "seven-step"),
    ("--framework", "no-such"),
    ("--baseline", "base.json"),
    ("--baseline", "clean.yaml"),
    ("--baseline", "gone.json"),
    ("--no-config",),
    ("--config", "other.toml"),
    ("--config", "gone.toml"),
    ("--config", "other.toml", "--no-config"),
    ("--write-baseline", "-"),
)


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_configurations_flags_and_baselines(
    configuration: str, plans: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    plans["deluge"].unlink()
    plans["flood"].write_bytes(PLANS["errors"])
    outcome(["validate", "--no-config", "--write-baseline", "base.json", "errors.yaml", "year", "flood.yaml"])
    plans["errors"].write_bytes(plans["errors"].read_bytes().replace(b"[pgae]", b"[page]"))
    Path("other.toml").write_text('ignore = ["RM020"]\n')
    Path("roadmapctl.toml").write_text(CONFIGURATIONS[configuration])
    for flags in FLAGS:
        for format in ("text", "gitlab"):
            arguments = [*flags, "--format", format, "."]
            found = outcome(["validate", "--no-cache", *arguments])
            assert outcome(["validate", *arguments]) == found
            assert known(arguments, monkeypatch) == found


@pytest.mark.parametrize("format", [None, "github", "text"])
def test_a_step_of_github_actions(
    format: str | None, plans: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plans["deluge"].unlink()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    told = []
    for number, options in enumerate((["--no-cache"], [], [])):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", f"summary-{number}")
        arguments = [*options, *asked(format, None), "."]
        done = known(arguments, monkeypatch) if number == 2 else outcome(["validate", *arguments])
        told.append((done, Path(f"summary-{number}").read_bytes() if format != "text" else b""))
    assert told[0] == told[1] == told[2]


def test_a_name_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    name = b"pl\xffan \x1b[31m.yaml".decode("utf-8", "surrogateescape")
    try:
        Path("errors.yaml").rename(name)
    except OSError:
        pytest.skip("names are text here")
    for format in FORMATS:
        found = outcome(["validate", "--no-cache", *asked(format, None), name])
        assert outcome(["validate", *asked(format, None), name]) == found
        assert known([*asked(format, None), name], monkeypatch) == found and found.code == 1
