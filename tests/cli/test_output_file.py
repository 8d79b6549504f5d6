"""Output files are written whole or not at all."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import ROOT, roadmapctl

PLAN = ROOT / "examples" / "smallest"


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_umasks_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        done = roadmapctl("report", PLAN, "-o", tmp_path / "r.md")
    finally:
        os.umask(before)
    assert (done.code, done.out, done.err) == (0, "", f"wrote {tmp_path / 'r.md'}\n")
    assert stat.S_IMODE((tmp_path / "r.md").stat().st_mode) == 0o640
    assert left(tmp_path) == ["r.md"]


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text("old")
    (tmp_path / "r.md").chmod(0o604)
    assert roadmapctl("report", PLAN, "-o", tmp_path / "r.md").code == 0
    assert stat.S_IMODE((tmp_path / "r.md").stat().st_mode) == 0o604


def test_the_file_is_utf_8_with_plain_line_ends_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    assert roadmapctl("report", ROOT / "examples" / "event-a", "-o", tmp_path / "r.md", env=env).code == 0
    data = (tmp_path / "r.md").read_bytes()
    assert "¥10亿" in data.decode("utf-8")
    assert b"\r" not in data


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    target.write_text("old")
    command = [sys.executable, "-B", "-m", "roadmapctl", "report", str(PLAN), "-o", str(target)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"roadmapctl: {target}: cannot be written: file too large\n"
    assert target.read_text() == "old"
    assert left(tmp_path) == ["r.md"]


def test_a_full_disk_is_said() -> None:
    done = roadmapctl("report", PLAN, "-o", "/dev/full")
    assert (done.code, done.err) == (2, "roadmapctl: /dev/full: cannot be written: no space left on device\n")


def test_a_full_stdout_is_said() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "roadmapctl", "report", str(PLAN)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr == "roadmapctl: the output could not be written: no space left on device\n"


@pytest.mark.parametrize("name", ["roadmap.yaml", "goals.yaml", "../parent.yaml", "own.j2"])
def test_what_was_read_is_never_overwritten(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "parent.yaml").write_text("roadmap: 1\nname: Above\n")
    (folder / "roadmap.yaml").write_text("roadmap: 1\nname: Folder\nparent: ../parent.yaml\n")
    (folder / "goals.yaml").write_text("goals:\n  leads: {statement: Win 5 customers by 1 May 2027}\n")
    (folder / "own.j2").write_text("own")
    before = (folder / name).read_bytes()
    done = roadmapctl("report", folder, "--template", folder / "own.j2", "-o", folder / name)
    assert done.code == 2, done.err
    assert "name another file" in done.err
    assert (folder / name).read_bytes() == before


def test_a_link_is_replaced_and_its_target_left(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "r.md").symlink_to(tmp_path / "kept")
    assert roadmapctl("report", PLAN, "-o", tmp_path / "r.md").code == 0
    assert (tmp_path / "kept").read_text() == "kept"
    assert not (tmp_path / "r.md").is_symlink()


def test_a_link_to_the_plan_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.md").symlink_to(PLAN / "roadmap.yaml")
    assert roadmapctl("report", PLAN, "-o", tmp_path / "r.md").code == 2


@pytest.mark.parametrize(
    ("name", "said"), [(".", "a folder; name a file in it"), ("gone/r.md", "its folder does not exist")]
)
def test_places_that_cannot_be_written(tmp_path: Path, name: str, said: str) -> None:
    done = roadmapctl("report", PLAN, "-o", tmp_path / name)
    assert done.code == 2
    assert said in done.err
    assert left(tmp_path) == []


def test_a_dash_is_stdout() -> None:
    assert roadmapctl("report", PLAN, "-o", "-").out == roadmapctl("report", PLAN).out
