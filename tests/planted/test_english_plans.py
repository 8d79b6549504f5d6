"""English plans of several trades and methods: clean as they are, and each fault planted in them found alone and in its place."""

from pathlib import Path

import pytest

from roadmapctl.project import check
from tests.planted.planting import Fault, faults_of, found, laid_out, plans_in, plant, said

PLANS = Path(__file__).parent / "en"
FAULTS = faults_of(PLANS)


@pytest.mark.parametrize("plan", plans_in(PLANS))
def test_the_plans_themselves_are_clean(plan: str) -> None:
    assert found(PLANS / plan) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{f['finds'].split()[0]}-{i}" for i, f in enumerate(FAULTS)])
def test_a_fault_is_found_alone_and_in_its_place(fault: Fault, tmp_path: Path) -> None:
    path = laid_out(PLANS, fault, tmp_path)
    place = plant(fault, tmp_path)
    findings = check(path).diagnostics
    assert [said(finding) for finding in findings] == [fault["finds"]]
    if place is not None:
        assert (findings[0].span.line, findings[0].span.column) == place


@pytest.mark.parametrize("group", sorted({f["with"] for f in FAULTS if "with" in f}))
def test_ten_faults_at_once_are_ten_findings(group: str, tmp_path: Path) -> None:
    faults = [fault for fault in FAULTS if fault.get("with") == group]
    assert len(faults) == 10
    path = laid_out(PLANS, faults[0], tmp_path)
    for fault in faults:
        plant(fault, tmp_path)
    assert sorted(found(path)) == sorted(fault["finds"] for fault in faults)
