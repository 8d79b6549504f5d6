"""Chinese plans of several trades and methods: clean as they are, and each fault planted in them found alone and in its place."""

from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest
import yaml

from roadmapctl.diagnostics import dotted
from roadmapctl.project import check

PLANS = Path(__file__).parent / "zh"
MARK = "⟦"
FAULTS: list[dict[str, str]] = yaml.safe_load((PLANS / "faults.yaml").read_text("utf-8"))


def _found(path: Path) -> list[str]:
    return [f"{d.code} {dotted(d.path)}".strip() for d in check(path).diagnostics]


def _laid_out(fault: dict[str, Any], at: Path) -> Path:
    """A copy of the plan that the fault is planted in; its path."""
    name = str(fault["in"]).partition("/")[0]
    if not (at / name).exists():
        copytree(PLANS / name, at / name) if (PLANS / name).is_dir() else copy(PLANS / name, at / name)
    return at / name


def _planted(fault: dict[str, str], at: Path) -> tuple[int, int] | None:
    """The fault in the copy; the place that the mark stands for, if there is one."""
    file = at / fault["in"]
    before = file.read_text("utf-8")
    assert before.count(fault["was"]) == 1, fault
    text = before.replace(fault["was"], fault["is"])
    file.write_text(text.replace(MARK, ""), "utf-8")
    ahead = text.partition(MARK)[0]
    return (ahead.count("\n") + 1, len(ahead) - ahead.rfind("\n")) if MARK in text else None


@pytest.mark.parametrize("plan", sorted(p.name for p in PLANS.iterdir() if p.name != "faults.yaml"))
def test_the_plans_themselves_are_clean(plan: str) -> None:
    assert _found(PLANS / plan) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{f['finds'].split()[0]}-{i}" for i, f in enumerate(FAULTS)])
def test_a_fault_is_found_alone_and_in_its_place(fault: dict[str, str], tmp_path: Path) -> None:
    path = _laid_out(fault, tmp_path)
    place = _planted(fault, tmp_path)
    findings = check(path).diagnostics
    assert [f"{d.code} {dotted(d.path)}".strip() for d in findings] == [fault["finds"]]
    if place is not None:
        assert (findings[0].span.line, findings[0].span.column) == place


@pytest.mark.parametrize("group", sorted({f["with"] for f in FAULTS if "with" in f}))
def test_ten_faults_at_once_are_ten_findings(group: str, tmp_path: Path) -> None:
    faults = [fault for fault in FAULTS if fault.get("with") == group]
    assert len(faults) == 10
    path = _laid_out(faults[0], tmp_path)
    for fault in faults:
        _planted(fault, tmp_path)
    assert sorted(_found(path)) == sorted(fault["finds"] for fault in faults)
