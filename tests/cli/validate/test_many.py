"""Many plans are shared out to processes; nobody can tell by the output."""

import json
from pathlib import Path

import pytest

from roadmapctl.cli.commands.validate.many import WORTH_FORKING
from tests.cli.run import roadmapctl
from tests.plans import SMALL, edited


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"plan-{i:03}.yaml" for i in range(WORTH_FORKING + 6)]
    for number, path in enumerate(paths):
        path.write_text(edited("rate: 10%", "rate: 18") if number % 7 == 3 else SMALL)
    paths[11].write_bytes(b"\xff\xfe\x00")
    paths[15].write_text(edited("end: 2027-03-20", "end: 2027-04-20"))  # a finding that names a second place
    return paths


def test_the_findings_are_those_of_each_plan_alone_and_in_order(plans: list[Path]) -> None:
    together = json.loads(roadmapctl("validate", "--format", "json", *plans).out)
    alone = [
        json.loads(roadmapctl("validate", "--format", "json", *plans[i : i + 10]).out) for i in range(0, len(plans), 10)
    ]
    assert together["diagnostics"] == [d for part in alone for d in part["diagnostics"]]
    assert together["summary"]["files"] == len(plans)


def test_the_text_quotes_the_lines(plans: list[Path]) -> None:
    assert roadmapctl("validate", *plans).out.count("{id: lead, rate: 18}") == 4


def test_a_path_that_is_not_there_is_told_and_the_others_are_checked(plans: list[Path]) -> None:
    done = roadmapctl("validate", *plans, "nowhere.yaml")
    assert done.code == 2
    assert "nowhere.yaml: no such file" in done.err and f"{len(plans)} plans: " in done.out
