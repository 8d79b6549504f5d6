"""The reports of the examples are the ones that were read and accepted."""

import hashlib

import pytest

from roadmapctl import __version__
from roadmapctl.i18n import Language
from tests.cli.run import roadmapctl
from tests.report.rendered import REPORTS, ROOT, golden_file, rendered


@pytest.mark.parametrize(("example", "language"), REPORTS)
def test_report(example: str, language: Language) -> None:
    assert rendered(example, language) == golden_file(example, language).read_text("utf-8")


@pytest.mark.parametrize(("example", "language"), REPORTS[:1] + REPORTS[2:3])
def test_the_command_writes_the_same(example: str, language: Language) -> None:
    golden = golden_file(example, language).read_text("utf-8").replace("roadmapctl X.Y.Z", f"roadmapctl {__version__}")
    assert roadmapctl("report", f"examples/{example}").out == golden


def test_the_hash_is_that_of_the_file() -> None:
    plan = ROOT / "examples" / "smallest" / "roadmap.yaml"
    assert hashlib.sha256(plan.read_bytes()).hexdigest() in roadmapctl("report", plan).out


def test_neither_the_place_nor_the_day_shows(tmp_path_factory: pytest.TempPathFactory) -> None:
    reports = []
    for name in ("first-machine", "second-machine"):
        plan = tmp_path_factory.mktemp(name) / "roadmap.yaml"
        plan.write_bytes((ROOT / "examples" / "aurora-crm" / "roadmap.yaml").read_bytes())
        reports.append(roadmapctl("report", plan).out)
        assert name not in reports[-1]
    assert reports[0] == reports[1]
