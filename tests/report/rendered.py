"""The example plans as reports, with a version that does not change from release to release."""

import hashlib
from pathlib import Path

from roadmapctl.i18n import Language
from roadmapctl.project import Checked, check, check_text
from roadmapctl.report.markdown import as_markdown
from roadmapctl.report.view import Overview, build
from roadmapctl.report.view.build import Origin
from roadmapctl.scenarios.overlay import side_by_side

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS: tuple[tuple[str, Language], ...] = (
    ("aurora-crm", "en"),
    ("aurora-crm", "zh"),
    ("event-a", "zh"),
    ("smallest", "en"),
    ("fjordline", "en"),
    ("fjordline", "zh"),
)


def golden_file(example: str, language: Language) -> Path:
    """Where the accepted report of an example is kept."""
    return GOLDEN / f"{example}.{language}.md"


def rendered(example: str, language: Language) -> str:
    """The report of an example, as it is now."""
    path = ROOT / "examples" / example / "roadmap.yaml"
    origin = Origin(hashlib.sha256(path.read_bytes()).hexdigest(), "", "X.Y.Z")
    return as_markdown(view_of(check(path), language, origin))


def view_of(checked: Checked, language: Language | None = None, origin: Origin | None = None) -> Overview:
    """The view of a plan that has been checked."""
    assert checked.usable is not None, checked.diagnostics
    scenarios = side_by_side(checked.document, checked.usable)
    return build(checked.usable, checked.diagnostics, origin or Origin("0" * 64, "", "X.Y.Z"), language, scenarios)


def view_of_text(text: str, language: Language | None = None) -> Overview:
    """The view of a plan in hand."""
    return view_of(check_text(text.encode(), "plan.yaml"), language)
