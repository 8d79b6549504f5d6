"""The configuration of `validate`: where it is looked for, what it may hold, and what is said of everything else."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from roadmapctl.settings.globs import matches
from tests.cli.run import ROOT, Done, roadmapctl
from tests.plans import SMALL, edited

DANGLING = edited("after: [page]", "after: [pgae]")
WARNING = edited("contributes: {readers: 300}", "contributes: {readers: 200}")
BOTH = edited("contributes: {readers: 300}", "contributes: {readers: 200}", DANGLING)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a plan two folders down that has an error, RM030, and a warning, RM610."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "plans" / "old").mkdir(parents=True)
    (tmp_path / "plans" / "old" / "plan.yaml").write_text(BOTH)
    return tmp_path


def run(root: Path, *arguments: object, toml: str = "", name: str = "roadmapctl.toml") -> Done:
    if toml:
        (root / name).write_text(toml)
    return roadmapctl("validate", *arguments, "plans", cwd=root)


def codes(root: Path, *arguments: object, toml: str = "", name: str = "roadmapctl.toml") -> dict[str, str]:
    """Severities of the findings, by code."""
    done = run(root, "--format", "json", *arguments, toml=toml, name=name)
    assert done.code in (0, 1), done.err
    return {d["code"]: d["severity"] for d in json.loads(done.out)["diagnostics"]}


def test_without_a_configuration(root: Path) -> None:
    assert codes(root) == {"RM030": "error", "RM610": "warning"}


@pytest.mark.parametrize(
    ("toml", "left"),
    [
        ('ignore = ["RM030"]', {"RM610": "warning"}),
        ('select = ["rm0"]', {"RM030": "error"}),
        ('severity = {RM030 = "info", RM610 = "off"}', {"RM030": "info"}),
        ('severity = {RM0 = "off", RM030 = "warning"}', {"RM030": "warning", "RM610": "warning"}),
        ('per-path-ignores = {"plans/old/**" = ["RM6"]}', {"RM030": "error"}),
        ('per-path-ignores = {"old" = ["RM6"], "*.yaml" = ["RM0"]}', {}),
        (
            'per-path-ignores = {"plan.yaml/x" = ["RM6"], "*/plan.yaml" = ["RM0"]}',
            {"RM030": "error", "RM610": "warning"},
        ),
    ],
)
def test_what_is_left(root: Path, toml: str, left: dict[str, str]) -> None:
    assert codes(root, toml=toml) == left
    assert codes(root, toml=f"[tool.roadmapctl]\n{toml}", name="pyproject.toml") == left


@pytest.mark.parametrize(
    ("toml", "code"),
    [
        ('fail-on = "warning"\nignore = ["RM030"]', 1),
        ('ignore = ["RM030"]', 0),
        ('severity = {RM030 = "warning"}', 0),
        ('severity = {RM610 = "error"}\nignore = ["RM030"]', 1),
        ('severity = {RM030 = "info", RM610 = "info"}\nfail-on = "info"', 1),
    ],
)
def test_severities_apply_before_the_threshold(root: Path, toml: str, code: int) -> None:
    assert run(root, toml=toml).code == code


def test_language_and_method(root: Path) -> None:
    assert "错误 RM030" in run(root, toml='language = "zh"').out
    assert "RM401" in codes(root, toml='framework = ["seven-step"]')


def test_flags_win(root: Path) -> None:
    toml = 'select = ["RM6"]\nignore = ["RM610"]\nfail-on = "info"\nlanguage = "zh"\nseverity = {RM610 = "info"}'
    assert codes(root, toml=toml) == {}
    assert codes(root, "--ignore", "RM1", toml=toml) == {"RM610": "info"}
    assert codes(root, "--select", "RM0,rm6") == {"RM030": "error"}
    assert run(root, "--ignore", "RM0", "--fail-on", "error", "--language", "en").out.endswith("1 info.\n")


def test_the_nearest_wins_and_wins_wholly(root: Path) -> None:
    (root / "roadmapctl.toml").write_text('ignore = ["RM030"]')
    (root / "plans" / "pyproject.toml").write_text('[tool.roadmapctl]\nignore = ["RM610"]')
    assert codes(root) == {"RM030": "error"}
    (root / "plans" / "roadmapctl.toml").write_text('ignore = ["RM0", "RM6"]')
    assert codes(root) == {}


def test_a_pyproject_without_our_table_is_passed_over(root: Path) -> None:
    (root / "plans" / "pyproject.toml").write_text('[project]\nname = "roadmapctl-plans"\n')
    assert codes(root, toml='ignore = ["RM030"]') == {"RM610": "warning"}
    (root / "plans" / "pyproject.toml").write_text("this is = = no TOML")
    assert codes(root) == {"RM610": "warning"}


def test_the_search_ends_at_the_root_of_the_repository(root: Path) -> None:
    (root / "plans" / ".git").write_text("gitdir: elsewhere")
    assert codes(root, toml='ignore = ["RM030"]') == {"RM030": "error", "RM610": "warning"}


def test_each_plan_is_judged_by_its_own(root: Path) -> None:
    (root / "plans" / "new.yaml").write_text(WARNING)
    (root / "plans" / "old" / "roadmapctl.toml").write_text('severity = {RM030 = "info"}')
    assert run(root).code == 0
    assert run(root, toml='fail-on = "warning"').code == 1
    (root / "plans" / "new.yaml").write_text(SMALL)
    assert run(root).code == 0


def test_a_configuration_by_name_or_none(root: Path) -> None:
    (root / "strict.toml").write_text('select = ["RM6"]')
    assert codes(root, "--config", "strict.toml", toml='ignore = ["RM6"]') == {"RM610": "warning"}
    assert codes(root, "--no-config") == {"RM030": "error", "RM610": "warning"}
    assert run(root, "--no-config", "--config", "strict.toml").code == 2
    missing = run(root, "--config", "nowhere.toml")
    assert (missing.code, missing.out) == (2, "") and "nowhere.toml: no such file" in missing.err


def test_a_pyproject_that_is_named_must_have_our_table(root: Path) -> None:
    (root / "pyproject.toml").write_text("[project]\n")
    done = run(root, "--config", "pyproject.toml")
    assert done.code == 2 and "there is no table [tool.roadmapctl]" in done.err


def test_standard_input_has_that_of_the_working_folder(root: Path) -> None:
    (root / "roadmapctl.toml").write_text('ignore = ["RM030", "RM6"]')
    assert roadmapctl("validate", "-", cwd=root, stdin=BOTH).code == 0


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("fail_on = 1", "roadmapctl.toml: there is no key “fail_on”; did you mean “fail-on”?"),
        ("zzz = 1", "there is no key “zzz”; there are: select, ignore, fail-on"),
        ('fail-on = "never"', "“fail-on” must be one of error, warning, info, and is “never”"),
        ("fail-on = true", "“fail-on” must be one of error, warning, info, and is true"),
        ('ignore = "RM604"', '“ignore” must be a list of codes, such as ["RM604", "RM9"]'),
        ("select = [604]", "“select” must be a list of codes"),
        ('select = ["RM6O4"]', "“select” names RM6O4, and there is no such code; did you mean RM604?"),
        ('severity = "error"', "“severity” must be a table with lines such as RM604 = \"warning\""),
        ('[severity]\nRM604 = "fatal"', "“severity.RM604” must be one of error, warning, info, off, and is “fatal”"),
        ('[severity]\nRX = "off"', "“severity.RX” names RX, and there is no such code"),
        ('[per-path-ignores]\nold = "RM6"', "“per-path-ignores.old” must be a list of codes"),
        ('[per-path-ignores]\n"" = ["RM6"]', "“per-path-ignores” holds an empty glob"),
        ('framework = ["eight-step"]', "“framework” must be one of annual, events, pyramid, quarterly, seven-step"),
        ("framework = [{}]", "“framework” must be a list of methods"),
        ('language = "de"', "“language” must be one of en, zh, and is “de”"),
        ("baseline = 3", "“baseline” must be the name of a file, and is 3"),
        ("baseline = []", "“baseline” must be the name of a file, and is […]"),
        ("ignore = [", "this is not TOML: "),
        ("ignore = []\nignore = []", "this is not TOML: Cannot overwrite a value"),
        ("n = 1" + "0" * 5000, "this is not TOML: "),
        ("a = " + "[" * 50_000, "too many levels of nesting"),
        ("#" * 1_000_001, "are too many for a configuration"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_one_sentence(root: Path, toml: str, said: str) -> None:
    done = run(root, toml=toml)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and done.err.count("\n") == 1 and done.err.startswith("roadmapctl: roadmapctl.toml: ")


@pytest.mark.parametrize("table", ["tool = 1", "[tool]\nroadmapctl = 1"])
def test_a_table_that_is_none(root: Path, table: str) -> None:
    done = run(root, toml=f"{table}  # roadmapctl", name="pyproject.toml")
    assert done.code == 2 and "must be a table" in done.err


def test_the_place_in_a_pyproject_is_told(root: Path) -> None:
    done = run(root, toml="[tool.roadmapctl]\nignores = []", name="pyproject.toml")
    assert (
        done.err == "roadmapctl: pyproject.toml: [tool.roadmapctl]: there is no key “ignores”; did you mean “ignore”?\n"
    )


def test_bytes_that_are_no_text(root: Path) -> None:
    (root / "roadmapctl.toml").write_bytes(b'language = "\xff"')
    assert "the file is not UTF-8" in run(root).err
    (root / "roadmapctl.toml").write_bytes(b'\xef\xbb\xbfignore = ["RM030"]\r\n')
    assert codes(root) == {"RM610": "warning"}


def test_a_folder_of_that_name_is_none(root: Path) -> None:
    (root / "plans" / "roadmapctl.toml").mkdir()
    assert codes(root, toml='ignore = ["RM030"]') == {"RM610": "warning"}


def test_a_flag_with_an_unknown_code(root: Path) -> None:
    for flag in ("--select", "--ignore"):
        done = run(root, flag, "RM6O4")
        assert (done.code, done.out) == (2, "")
        assert done.err == f"roadmapctl: {flag} RM6O4: there is no such code; did you mean RM604?\n"


@pytest.mark.parametrize(
    ("path", "glob", "meant"),
    [
        ("plans/a.yaml", "*.yaml", True),
        ("plans/a.yaml", "plans", True),
        ("plans/a.yaml", "plans/", True),
        ("x/plans/a.yaml", "plans/", True),
        ("x/plans/a.yaml", "/plans/", False),
        ("x/plans/a.yaml", "plans/*", False),
        ("plans/a/b.yaml", "plans/*.yaml", False),
        ("plans/a/b.yaml", "plans/**/*.yaml", True),
        ("plans/b.yaml", "plans/**/*.yaml", True),
        ("plans/b.yaml", "./plans/b.yaml", True),
        ("plans/b.yaml", "**", True),
        ("plans/b.yaml", "PLANS/**", False),
        ("plans/b.yaml", "plans/[ab].yaml", True),
        ("计划/春.yaml", "计划/?.yaml", True),
        ("../b.yaml", "plans/**", False),
        ("a" * 200, "*a" * 60 + "b", False),
        ("/".join("a" * 100), "**/a/" * 40 + "b", False),
    ],
)
def test_globs(path: str, glob: str, meant: bool) -> None:
    assert matches(path, glob) is meant


def test_toml_is_loaded_only_where_there_is_some(root: Path) -> None:
    script = (
        "import sys; from roadmapctl.cli import run; code = run(['validate', 'plans']); print('tomllib' in sys.modules)"
    )

    def loaded() -> str:
        done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()[-1]

    assert loaded() == "False"
    (root / "pyproject.toml").write_text("[project]\n")
    assert loaded() == "False"
    (root / "roadmapctl.toml").write_text("")
    assert loaded() == "True"


@pytest.mark.parametrize("readme", sorted(ROOT.glob("README*.md")), ids=lambda p: p.name)
def test_the_configuration_of_the_readmes_works(root: Path, readme: Path) -> None:
    (toml,) = re.findall(r"^```toml\n(.*?)^```$", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    roadmapctl("validate", "--write-baseline", "baseline.json", "plans", "--framework", "seven-step", cwd=root)
    done = run(root, toml=toml)
    assert (done.code, done.err) == (0, "")
