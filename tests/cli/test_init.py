"""`roadmapctl init`: a plan that validates clean and reports at once, in both languages, and never over anything."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.model.unreadable import Unreadable
from roadmapctl.project import check_text
from roadmapctl.scaffold import Header, scaffold
from tests.cli.here import here
from tests.cli.run import roadmapctl


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_scaffold_is_clean_and_computes_and_reports(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "plan"
    assert roadmapctl("init", folder, "--language", language, "--year", 2031).code == 0
    assert roadmapctl("validate", "--fail-on", "info", folder).code == 0
    assert roadmapctl("funnel", folder).code == 0
    assert len(roadmapctl("report", folder).out) > 4000


@pytest.mark.parametrize("currency", ["USD", "JPY", "CNY", "SEK"])
@pytest.mark.parametrize("year", [2024, 2027, 2032])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_clean_in_any_currency_and_year(language: str, year: int, currency: str) -> None:
    checked = check_text(scaffold("seven-step", language, Header("x", currency, year)).encode(), "roadmap.yaml")
    assert [d.code for d in checked.diagnostics] == []


@given(st.text(max_size=60))
def test_any_name_is_a_name_or_refused(name: str) -> None:
    try:
        text = scaffold("seven-step", "en", Header(name, "EUR", 2027))
    except Unreadable:
        return
    plan = check_text(text.encode("utf-8", "surrogatepass"), "roadmap.yaml").plan
    assert plan is None or plan.name == name


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").write_text("mine")
    done = roadmapctl("init", tmp_path)
    assert done.code == 2 and "exists already" in done.err
    assert (tmp_path / "roadmap.yaml").read_text() == "mine"
    assert os.listdir(tmp_path) == ["roadmap.yaml"]


def test_the_schema_for_editors_lies_beside_the_plan(tmp_path: Path) -> None:
    done = roadmapctl("init", tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["roadmap-1.schema.json", "roadmap.yaml"]
    assert (tmp_path / "roadmap-1.schema.json").read_text("utf-8") == roadmapctl("schema").out
    first = (tmp_path / "roadmap.yaml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=./roadmap-1.schema.json"
    assert done.err.splitlines()[:2] == [
        f"wrote {tmp_path / name}" for name in ("roadmap-1.schema.json", "roadmap.yaml")
    ]
    assert roadmapctl("validate", "--fail-on", "info", tmp_path).out == "1 plan, no findings.\n"


def test_without_the_schema(tmp_path: Path) -> None:
    done = roadmapctl("init", tmp_path, "--no-schema")
    assert os.listdir(tmp_path) == ["roadmap.yaml"] and "roadmap-1.schema.json" not in done.err
    assert "yaml-language-server" not in (tmp_path / "roadmap.yaml").read_text("utf-8")
    assert roadmapctl("validate", "--fail-on", "info", tmp_path).code == 0


@pytest.mark.parametrize("theirs", ["same", "other", "folder", "dangling link"])
def test_a_schema_that_is_there_is_kept(tmp_path: Path, theirs: str) -> None:
    schema = tmp_path / "roadmap-1.schema.json"
    if theirs == "folder":
        schema.mkdir()
    elif theirs == "dangling link":
        schema.symlink_to(tmp_path / "nowhere")
    else:
        schema.write_text(roadmapctl("schema").out if theirs == "same" else "{}", "utf-8")
    before = schema.lstat()
    done = roadmapctl("init", tmp_path)
    assert done.code == 0 and (tmp_path / "roadmap.yaml").exists()
    assert (schema.lstat().st_mtime_ns, schema.lstat().st_mode) == (before.st_mtime_ns, before.st_mode)
    assert ("which differs from this version's" in done.err) == (theirs != "same")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--currency", "RMB"), "not a currency code"),
        (("--name", ""), "empty"),
        (("--name", "a\nb"), "one line"),
        (("--year", "10000"), "1901<=x<=2999"),
        (("--name", "a\u202eb"), "--name: this text holds characters that reverse its direction (U+202E)"),
        (("--name", "a\u200bb"), "--name: this text holds invisible characters (U+200B); type the text again"),
        (("--name", "a\x07b", "--language", "zh"), "--name：文本中藏有控制字符（U+0007）"),
        (("--name", b"a\xffb".decode("utf-8", "surrogateescape")), "UTF-8"),
        (("--framework", "eight-step"), "seven-step"),
        (("--language", "fr"), "'zh'"),
    ],
)
def test_what_makes_no_plan_is_refused_and_writes_nothing(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = roadmapctl("init", tmp_path / "new", *arguments)
    assert done.code == 2 and says in done.err
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = roadmapctl("init", tmp_path / "file" / "plan")
    assert done.code == 2 and "file" in done.err


def answered(command: list[str], answers: list[str]) -> tuple[int, str]:
    """Run a command on a terminal of its own and answer its questions in turn; its exit code and everything it showed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command, pass_fds=(slave,), preexec_fn=lambda: os.login_tty(slave)
    )  # so that ^C interrupts
    os.close(slave)
    shown = ""
    waiting = list(answers)
    patience = 3
    while patience:
        if not select.select([master], [], [], 10)[0]:
            patience -= 1
            if answers[-1] == "\x03":  # as one does: an interrupt can fall into a moment in which Python hears none
                os.write(master, b"\x03")
            continue
        try:
            piece = os.read(master, 4096).decode("utf-8", "replace")
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if waiting and shown.rstrip().endswith(":"):
            os.write(master, waiting.pop(0).encode())
    os.close(master)
    return process.wait(timeout=20), shown


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    code, shown = answered(
        [sys.executable, "-m", "roadmapctl", "init", str(folder)], ["Herbst 2028\n", "EUR\n", "2028\n"]
    )
    assert code == 0, shown
    text = (folder / "roadmap.yaml").read_text("utf-8")
    assert 'name: "Herbst 2028"' in text and "currency: EUR" in text and "period: 2028" in text


@pytest.mark.parametrize("year", ["soon", "99999", "1900", ""])
def test_a_year_that_cannot_be_planned_is_refused_on_a_terminal_too(tmp_path: Path, year: str) -> None:
    folder = tmp_path / "plan"
    answers = ["Herbst\n", "EUR\n", f"{year}\n"]
    code, shown = answered([sys.executable, "-m", "roadmapctl", "init", str(folder)], answers)
    if year:
        assert code == 2 and f"--year: “{year}” is not a year that can be planned" in shown
    assert folder.exists() == (year == "")  # without an answer it is this year


@pytest.mark.parametrize("framework", ["seven-step", "quarterly", "events", "annual", "pyramid"])
@pytest.mark.parametrize("year", [1901, 2999])
def test_it_is_clean_from_the_first_year_to_the_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], framework: str, year: int
) -> None:
    run = here(capsys)
    folder = tmp_path / "our plan"
    done = run("init", folder, "--framework", framework, "--year", year)
    assert done.code == 0 and f"roadmapctl validate '{folder}' && " in done.err
    assert run("validate", folder, "--fail-on", "info").code == 0


def test_an_interrupted_question_leaves_nothing(tmp_path: Path) -> None:
    code, _ = answered([sys.executable, "-m", "roadmapctl", "init", str(tmp_path / "plan")], ["\x03"])
    assert code == 130
    assert not (tmp_path / "plan").exists()
