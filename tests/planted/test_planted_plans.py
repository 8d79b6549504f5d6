"""Plans of several trades and methods in both languages: clean as they are, and each fault planted in them found alone and in its
place."""

from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.planted.planting import Fault, faults_of, found, laid_out, plans_in, plant, said

HERE = Path(__file__).parent
ENGLISH, CHINESE = HERE / "en", HERE / "zh"
FAULTS = [(plans, fault) for plans in (ENGLISH, CHINESE) for fault in faults_of(plans)]
GROUPS = sorted({(plans, fault["with"]) for plans, fault in FAULTS if "with" in fault})


@pytest.mark.parametrize(
    "plan", [plans / name for plans in (ENGLISH, CHINESE) for name in plans_in(plans)], ids=lambda plan: plan.name
)
def test_the_plans_themselves_are_clean(plan: Path) -> None:
    assert found(plan) == []


@pytest.mark.parametrize(
    ("plans", "fault"), FAULTS, ids=[f"{f['finds'].split()[0]}-{plans.name}-{i}" for i, (plans, f) in enumerate(FAULTS)]
)
def test_a_fault_is_found_alone_and_in_its_place(plans: Path, fault: Fault, tmp_path: Path) -> None:
    path = laid_out(plans, fault, tmp_path)
    place = plant(fault, tmp_path)
    findings = check(path).diagnostics
    assert [said(finding) for finding in findings] == [fault["finds"]]
    if place is not None:
        assert (findings[0].span.line, findings[0].span.column) == place


@pytest.mark.parametrize(("plans", "group"), GROUPS, ids=[f"{plans.name}-{group}" for plans, group in GROUPS])
def test_ten_faults_at_once_are_ten_findings(plans: Path, group: str, tmp_path: Path) -> None:
    faults = [fault for fault in faults_of(plans) if fault.get("with") == group]
    assert len(faults) == 10
    path = laid_out(plans, faults[0], tmp_path)
    for fault in faults:
        plant(fault, tmp_path)
    assert sorted(found(path)) == sorted(fault["finds"] for fault in faults)
