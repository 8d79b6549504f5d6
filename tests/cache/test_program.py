"""A changed program knows nothing of what the one before found; the same one, installed elsewhere, knows all of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmapctl.cache import program as module
from roadmapctl.cache.program import program
from roadmapctl.cache.store import Store
from tests.cli.run import ROOT
from tests.plans import edited


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of three files."""
    folder = tmp_path / "package"
    (folder / "rules").mkdir(parents=True)
    for name in ("__init__.py", "rules/__init__.py", "rules/rm604.py"):
        (folder / name).write_text(f"# {name}\n")
    monkeypatch.setattr(module, "PACKAGE", str(folder))
    return folder


def older(folder: Path) -> None:
    """As if everything in a folder had been there for a while."""
    for path in folder.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))


def test_every_change_of_code_counts(package: Path, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    seen = [program(store)]
    rule = package / "rules" / "rm604.py"
    for change in (
        lambda: rule.write_text("# rules/rm605.py\n"),  # as long as before
        lambda: rule.rename(rule.with_name("rm605.py")),
        lambda: (package / "rules" / "rm606.py").write_text(""),
        lambda: (package / "rules" / "rm606.py").unlink(),
    ):
        change()
        seen.append(program(store))
    assert None not in seen and len(set(seen)) == 4 and seen[2] == seen[4]


def test_a_change_that_keeps_size_and_time_counts(package: Path, tmp_path: Path) -> None:
    store, rule = Store(str(tmp_path / "cache")), package / "rules" / "rm604.py"
    older(package)
    before = program(store)
    rule.write_text("# rules/rm605.py\n")
    older(package)
    assert program(store) != before


def test_where_and_when_it_was_installed_does_not_count(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(str(tmp_path / "cache"))
    before = program(store)
    older(package)
    assert program(store) == before
    (package / "rules" / "__pycache__").mkdir()
    (package / "rules" / "__pycache__" / "rm604.cpython-399.pyc").write_bytes(b"\0")
    assert program(store) == before
    monkeypatch.setattr(module, "PACKAGE", str(shutil.move(package, tmp_path / "elsewhere")))
    assert program(store) == before


def test_it_is_read_once(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(str(tmp_path / "cache"))
    first = program(store)
    read: list[object] = []
    contents = module._contents
    monkeypatch.setattr(module, "_contents", lambda files: read.append(files) or contents(files))
    assert program(store) == first and len(read) == 1  # changed a moment ago: its times say too little
    monkeypatch.setattr(module, "SETTLED", -1)
    assert program(store) == first and len(read) == 2
    assert program(store) == first and len(read) == 2


def test_the_libraries_that_read_plans_and_python_count(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(str(tmp_path / "cache"))
    seen = {program(store)}
    library = tmp_path / "site" / "yaml"
    library.mkdir(parents=True)
    (library / "__init__.py").write_text('__version__ = "99"\n')
    monkeypatch.syspath_prepend(library.parent)
    seen.add(program(store))
    monkeypatch.setattr(sys, "version", "3.99")
    seen.add(program(store))
    assert len(seen) == 3


def test_a_program_that_cannot_be_read_is_none(package: Path, tmp_path: Path) -> None:
    shutil.rmtree(package)
    assert program(Store(str(tmp_path / "cache"))) is None


def test_an_edited_rule_counts_at_once(tmp_path: Path) -> None:
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    plan = tmp_path / "plan.yaml"
    plan.write_text(edited("after: [page]", "after: [pgae]"))

    def said() -> str:
        environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "roadmapctl", "validate", plan]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout

    assert "is not in tactics" in said() and said() == said()
    rule = next((source / "roadmapctl" / "rules").rglob("rm030_*.py"))
    rule.write_text(rule.read_text("utf-8").replace("is not in", "was never in"), "utf-8")
    assert "was never in tactics" in said()
