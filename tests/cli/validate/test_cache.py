"""The cache as its users meet it: never stale, never in the way, whoever else is at it and whatever became of it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapctl.cache.store import Store, digest
from tests.cache.corpus import QUARTER, written
from tests.cli.run import ROOT, Done, roadmapctl
from tests.plans import SMALL, edited

DANGLING = edited("after: [page]", "after: [pgae]")
WARNING = edited("contributes: {readers: 300}", "contributes: {readers: 200}")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("ROADMAPCTL_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plans" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(DANGLING)
    return path


def codes(path: Path, *arguments: object) -> list[str]:
    """The findings of a run, which another run without the cache has as well."""
    command = ("validate", "--format", "json", *arguments, path.name)
    done = roadmapctl(*command, cwd=path.parent)
    assert done == roadmapctl(*command, "--no-cache", cwd=path.parent)
    return [d["code"] for d in json.loads(done.out)["diagnostics"]]


def results(cache: Path) -> dict[str, bytes]:
    folder = cache / "results"
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.exists() else {}


# What changes, and what is then known anew.


def test_a_change_of_content_that_keeps_size_and_time(cache: Path, plan: Path) -> None:
    assert codes(plan) == ["RM030"] == codes(plan)
    os.utime(plan, (1_600_000_000, 1_600_000_000))
    assert codes(plan) == ["RM030"]
    plan.write_text(DANGLING.replace("pgae", "page"))
    os.utime(plan, (1_600_000_000, 1_600_000_000))
    assert codes(plan) == []


def test_the_methods_asked_for(cache: Path, plan: Path) -> None:
    plain = codes(plan)
    asked = codes(plan, "--framework", "seven-step")
    assert len(asked) > len(plain) == len(codes(plan))
    (plan.parent / "roadmapctl.toml").write_text('framework = ["seven-step"]\n')
    assert codes(plan) == asked
    assert codes(plan, "--no-config") == plain


def test_the_name_it_is_called_by(cache: Path, plan: Path) -> None:
    roadmapctl("validate", "plan.yaml", cwd=plan.parent)
    assert roadmapctl("validate", plan).out.startswith(f"{plan}:32:13: error RM030")
    assert roadmapctl("validate", "plans/plan.yaml", cwd=plan.parents[1]).out.startswith("plans/plan.yaml:32:13")


def test_the_parent(cache: Path, plan: Path) -> None:
    year = plan.with_name("year.yaml")
    plan.write_text(QUARTER)
    assert codes(plan) == ["RM031"] == codes(plan)  # it is not there
    year.write_text(SMALL)
    assert codes(plan) == [] == codes(plan)
    year.write_text(SMALL.replace("sales", "profit"))
    assert codes(plan) == ["RM030"] == codes(plan)
    year.write_text("roadmap: [\n")
    assert codes(plan) == ["RM031"] == codes(plan)
    year.unlink()
    year.mkdir()
    assert codes(plan) == ["RM031"]
    (year / "roadmap.yaml").write_text(SMALL)
    assert codes(plan) == []  # `year.yaml` is now a folder with a plan
    (year / "goals.yaml").write_text("goals: {profit: {metric: revenue, target: 3}}\n")
    plan.write_text(QUARTER.replace("supports: sales", "supports: profit"))
    assert codes(plan) == []
    (year / "goals.yaml").rename(year / "goals.yml.off")
    assert codes(plan) == ["RM030"]


def test_a_table(cache: Path, plan: Path) -> None:
    """What a response of a source names is read beside the plan."""
    response = "response: {table: search.csv, units: leads}"
    plan.write_text(edited("milestones:\n", f"  sources:\n    search:\n      {response}\nmilestones:\n"))
    table = plan.with_name("search.csv")
    assert codes(plan) == ["RM843"] == codes(plan)  # it is not there
    table.write_text("spend,leads\n0,0\n1000,50\n2000,80\n")
    clean = codes(plan)
    assert "RM843" not in clean and codes(plan) == clean
    table.write_text("spend,leads\n0,0\n1000,fifty\n")
    assert codes(plan) == ["RM843"] == codes(plan)
    table.write_text("spend,leads\n0,0\n1000,50\n2000,80\n")
    assert codes(plan) == clean


def test_actual_figures(cache: Path, plan: Path) -> None:
    plan.write_text(SMALL + "measurement: {actuals: figures.csv}\n")
    figures = plan.with_name("figures.csv")
    assert codes(plan) == [] == codes(plan)  # they are not there yet
    figures.mkdir()
    assert codes(plan) == ["RM720"] == codes(plan)
    figures.rmdir()
    figures.write_text("date,metric,value\n2027-01-31,readers,4100\n")
    assert codes(plan) == [] == codes(plan)
    figures.write_text("date,metric,value\n2027-01-31,readers,41OO\n")
    assert codes(plan) == ["RM722"] == codes(plan)
    assert roadmapctl("validate", "plan.yaml", cwd=plan.parent).out.startswith("figures.csv:2:20: error RM722")
    figures.write_text("date,metric,value\n2027-01-31,reader,4100\n")
    assert codes(plan) == ["RM723"]
    figures.write_text("date,metric,value\n2027-01-31,readers,4100\n")
    assert codes(plan) == []


def test_the_files_of_a_plan_folder(cache: Path, plan: Path) -> None:
    folder = plan.parent / "year"
    folder.mkdir()
    head, _, tactics = DANGLING.partition("tactics:\n")
    (folder / "roadmap.yaml").write_text(head)
    assert "RM030" not in codes(folder)
    (folder / "tactics.yaml").write_text("tactics:\n" + tactics)
    assert "RM030" in codes(folder)
    (folder / "tactics.yaml").rename(folder / "tactics.yml")
    assert roadmapctl("validate", "year", cwd=plan.parent).out.startswith("year/tactics.yml:12:13")
    (folder / "tactics").mkdir()
    (folder / "tactics.yml").rename(folder / "tactics" / "spring.yaml")
    assert roadmapctl("validate", "year", cwd=plan.parent).out.startswith("year/tactics/spring.yaml:12:13")
    (folder / "tactics" / "spring.yaml").unlink()
    assert "RM030" not in codes(folder)


def test_a_file_that_becomes_a_plan(cache: Path, plan: Path) -> None:
    other = plan.with_name("other.yaml")
    other.write_text("name: no plan\n")
    assert roadmapctl("validate", ".", cwd=plan.parent).out.endswith("1 plan: 1 error, 0 warnings, 0 infos.\n")
    other.write_text(SMALL)
    assert roadmapctl("validate", ".", cwd=plan.parent).out.endswith("2 plans: 1 error, 0 warnings, 0 infos.\n")


def test_what_a_team_has_agreed_on_is_applied_afterwards(cache: Path, plan: Path) -> None:
    assert codes(plan) == ["RM030"]
    before = results(cache)
    for toml, left in (
        ('ignore = ["RM030"]', []),
        ('severity = {RM030 = "off"}', []),
        ('select = ["RM030"]', ["RM030"]),
    ):
        (plan.parent / "roadmapctl.toml").write_text(toml)
        assert codes(plan) == left
    roadmapctl("validate", "--no-config", "--write-baseline", "base.json", "plan.yaml", cwd=plan.parent)
    assert codes(plan, "--no-config", "--baseline", "base.json") == []
    assert results(cache) == before


# Where nothing is kept.


def test_nothing_is_kept_or_asked_with_no_cache(cache: Path, plan: Path) -> None:
    roadmapctl("validate", "--no-cache", plan)
    assert not cache.exists()
    roadmapctl("validate", plan)
    told = roadmapctl("validate", plan)
    forged(cache, DANGLING, plan, '["en",[],[],{}]')
    assert (
        roadmapctl("validate", plan).out == "1 plan, no findings.\n"
    )  # the forgery is believed: it is in the user's own folder
    assert roadmapctl("validate", "--no-cache", plan) == told


def test_nothing_is_kept_of_standard_input_or_of_plans_that_are_mended(cache: Path, plan: Path) -> None:
    assert roadmapctl("validate", "-", stdin=DANGLING).code == 1
    assert roadmapctl("validate", "--diff", plan).code == 1
    roadmapctl("validate", "--fix", plan)
    assert results(cache) == {}
    assert roadmapctl("validate", plan, "-", stdin=DANGLING).out.count("RM030") == 1


def test_nothing_is_kept_of_a_rule_that_failed(cache: Path, plan: Path) -> None:
    script = (
        "import sys; from roadmapctl.rules.engine import checks; from roadmapctl.cli import run; from dataclasses import replace\n"
        "checks(); import roadmapctl.rules.engine as engine\n"
        "def fail(plan): raise MemoryError\n"
        "real = engine.checks\n"
        "engine.checks = lambda *a: (real(*a)[0]._replace(check=fail, asked=False, whole=()),)\n"
        f"run(['validate', {str(plan)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "RM099" in done.stdout
    assert not any(b"RM099" in data for data in results(cache).values())
    assert roadmapctl("validate", plan).out.count("RM030") == 1


@pytest.mark.parametrize("where", ["a file", "below a file", "no home", "a home that is not there", "no such device"])
def test_without_a_place_to_keep_anything_all_is_as_ever(
    where: str, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ROADMAPCTL_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "file").write_text("mine")
    if "file" in where:
        monkeypatch.setenv(
            "ROADMAPCTL_CACHE_DIR", str(tmp_path / "file" / ("x" if "below" in where else "")).rstrip("/")
        )
    if "not there" in where:
        monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    if "device" in where:
        monkeypatch.setenv("ROADMAPCTL_CACHE_DIR", "/proc/none" if os.path.isdir("/proc") else os.devnull)
    told = roadmapctl("validate", "--no-cache", plan)
    assert roadmapctl("validate", plan) == told == roadmapctl("validate", plan)
    assert told.err == "" and (tmp_path / "file").read_text() == "mine" and not (tmp_path / "gone").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_only_be_read(cache: Path, plan: Path) -> None:
    told = roadmapctl("validate", plan)
    kept = results(cache)
    (cache / "results").chmod(0o500)
    try:
        assert roadmapctl("validate", plan) == told
        plan.write_text(SMALL)
        assert roadmapctl("validate", plan).out == "1 plan, no findings.\n"
        assert results(cache) == kept
    finally:
        (cache / "results").chmod(0o700)


# What becomes of it.


def test_whatever_is_damaged_is_found_anew(cache: Path, plan: Path) -> None:
    told = roadmapctl("validate", plan)
    kept = results(cache)
    for damage in (b"", b"\0" * 100, b"{}", None):
        for name, data in kept.items():
            (cache / "results" / name).write_bytes(data[:-1] if damage is None else damage)
        assert roadmapctl("validate", plan) == told
        assert results(cache) == kept


def forged(cache: Path, text: str, plan: Path, content: str) -> None:
    """Put a well-formed file in the place of the result about a plan."""
    from roadmapctl.cache.program import program

    store = Store(str(cache))
    known = program(store)
    assert known is not None
    key = digest(known, b"()", os.fsencode(plan), text.encode())
    assert (cache / "results" / key).exists()
    store.write(key, content.encode())


@pytest.mark.parametrize(
    "content",
    [
        '["en",[["RM030","error",[0,32,13,32,17],["\\u001b[31m{0}","\\u009b{",{"a":"\\u202e"}],null,["\\u001b"],[],null]],[[0,32,"\\u001b"]],{}]',
        '["en",[["RM030\\u001b","error",[0,32,13,32,17],["x","x",{}],null,[],[],null]],[],{}]',
        '["en",[["RM030","error",[7,32,13,32,17],["x","x",{}],null,[],[],null]],[],{}]',
        '["en",[["RM030","fatal",[0,-1,13,32,17],["x","x",{}],null,[],[],null]],[],{}]',
        '["\\u001b",[],[],{}]',
        '["en",[],[],{"/dev/stdin":"0"}]',
        "[" * 5000,
        "null",
        "__import__('os').system('touch owned')",
    ],
)
def test_a_hostile_result_does_no_more_than_say_something_wrong(cache: Path, plan: Path, content: str) -> None:
    roadmapctl("validate", plan)
    forged(cache, DANGLING, plan, content)
    for format in ("text", "json", "github", "sarif", "junit", "gitlab", "markdown"):
        done = roadmapctl("validate", "--format", format, plan, cwd=plan.parent)
        assert done.code in (0, 1) and done.err == ""
        assert not set(done.out) & set("\x1b\x9b\u202e")
    assert sorted(p.name for p in plan.parent.iterdir()) == ["plan.yaml"]


def test_several_processes_at_once(cache: Path, tmp_path: Path) -> None:
    """Cold, all at once, on the same plans and others, some of them sharing the work out; what is left is whole."""
    folder = tmp_path / "plans"
    folder.mkdir()
    written(folder)
    for name in ("deluge", "flood", "methods"):
        (folder / f"{name}.yaml").unlink()
    for number in range(12):
        (folder / f"many-{number:02}.yaml").write_text((SMALL, DANGLING, WARNING)[number % 3])
    calls = [[".", "--format", format] for format in ("json", "text", "json")]
    calls += [[f"many-{number:02}.yaml", "errors.yaml"] for number in range(2)]
    told = {tuple(call): roadmapctl("validate", "--no-cache", *call, cwd=folder) for call in calls}
    command = [sys.executable, "-m", "roadmapctl", "validate"]
    for _ in range(2):
        running = [
            (call, subprocess.Popen([*command, *call], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
            for call in calls
        ]
        for call, process in running:
            out, err = process.communicate()
            assert Done(process.returncode, out.decode(), err.decode()) == told[tuple(call)]
    store = Store(str(cache))
    assert results(cache) and all(len(name) == 40 and store.read(name) for name in results(cache))


def test_a_run_that_is_killed_leaves_nothing_that_harms(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.yaml").write_text(edited("name: Spring", f"name: Spring {number}", DANGLING))
    told = roadmapctl("validate", "--no-cache", ".", cwd=folder)
    command = [sys.executable, "-m", "roadmapctl", "validate", "."]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and len(list((cache / "results").glob("*"))) < 10:
        pass
    os.killpg(process.pid, 9)
    process.wait()
    assert roadmapctl("validate", ".", cwd=folder) == told == roadmapctl("validate", ".", cwd=folder)


def test_some_known_and_many_not_are_told_in_order(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.yaml").write_text(edited("name: Spring", f"name: Spring {number}", DANGLING))
    told = roadmapctl("validate", "--no-cache", ".", cwd=folder)
    for number in (0, 7, 8, 30, 59):
        roadmapctl("validate", f"{number:02}.yaml", cwd=folder)
    assert (
        roadmapctl("validate", ".", "gone.yaml", cwd=folder).out
        == told.out
        == roadmapctl("validate", ".", cwd=folder).out
    )


# What it costs.


def loaded(*arguments: object) -> set[str]:
    """What a run loads of all that takes long."""
    script = (
        "import os, sys; sys.argv = ['roadmapctl', *sys.argv[1:]]; real = os._exit\n"
        "names = ('pydantic', 'yaml', 'typer', 'rich', 'hashlib', 'decimal', 'datetime', 'concurrent.futures', 'roadmapctl.model',\n"
        "         'roadmapctl.rules.engine', 'tomllib')\n"
        "os._exit = lambda code: (print('LOADED', *(m for m in names if m in sys.modules), flush=True), real(code))\n"
        "from roadmapctl.__main__ import main; main()"
    )
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return set(done.stdout.rpartition("LOADED")[2].split())


def test_what_is_known_is_told_without_whatever_checks(cache: Path, plan: Path) -> None:
    (plan.parent / "clean.yaml").write_text(SMALL)
    calls: Iterator[list[object]] = (
        [*options, *paths]
        for options in ([], ["--format", "json"], ["--format=junit"], ["--select", "RM030"], ["--fail-on", "info"])
        for paths in ([plan], [plan.parent], [plan.parent / "clean.yaml"])
    )
    assert {"pydantic", "yaml"} <= loaded("validate", plan.parent)
    roadmapctl("validate", plan)
    for call in calls:
        assert loaded("validate", *call) == set(), call
    (plan.parent / "roadmapctl.toml").write_text('ignore = ["RM604"]\nfail-on = "info"\n')
    assert loaded("validate", plan) - {"datetime"} == {"tomllib"}


def test_only_the_plans_that_changed_are_checked(cache: Path, plan: Path) -> None:
    other = plan.with_name("other.yaml")
    other.write_text(SMALL)
    roadmapctl("validate", plan.parent)
    before = results(cache)
    other.write_text(WARNING)
    roadmapctl("validate", plan.parent)
    assert set(before) < set(results(cache)) and len(results(cache)) == len(before) + 1


def test_two_checkouts_know_the_same(cache: Path, plan: Path, tmp_path: Path) -> None:
    """What is told of a plan depends on its name as given, not on where it lies."""
    roadmapctl("validate", "plan.yaml", cwd=plan.parent)
    before = results(cache)
    shutil.copytree(plan.parent, tmp_path / "elsewhere")
    roadmapctl("validate", "plan.yaml", cwd=tmp_path / "elsewhere")
    assert results(cache) == before


def test_the_help_tells_how_to_do_without(cache: Path) -> None:
    assert "--no-cache" in roadmapctl("validate", "--help").out


@pytest.mark.parametrize(
    "example", sorted(p.parent for p in (ROOT / "examples").glob("*/roadmap.yaml")), ids=lambda p: p.name
)
def test_examples(cache: Path, example: Path) -> None:
    told = roadmapctl("validate", "--no-cache", example)
    assert roadmapctl("validate", example) == told == roadmapctl("validate", example)
