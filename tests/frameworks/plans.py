"""The scaffolds as plain data, to be taken apart, and as plans."""

from pathlib import Path
from typing import Any

import yaml

from roadmapctl.frameworks import framework, names
from roadmapctl.frameworks.coverage import Coverage, coverage
from roadmapctl.load import load_text
from roadmapctl.project import Checked, check
from roadmapctl.scaffold import PARENT_FILE, Header, scaffold, scaffold_parent

HEADER = Header("Sample", "EUR", 2027)
METHODS = names()
LANGUAGES = ("en", "zh")


def scaffolded(method: str, language: str = "en", header: Header = HEADER) -> dict[str, Any]:
    """The plan that `init` writes, as our loader reads it."""
    value = load_text(scaffold(method, language, header).encode(), "x").value
    assert value is not None
    return value


def written(value: dict[str, Any], folder: Path, method: str, language: str = "en", header: Header = HEADER) -> Path:
    """A plan's values in a file, beside the wider plan it belongs to."""
    text = yaml.dump(plain(value), allow_unicode=True, sort_keys=False)
    (folder / "roadmap.yaml").write_text(text, "utf-8")
    wider = scaffold_parent(method, language, header)
    if wider is not None:
        (folder / PARENT_FILE).write_text(wider, "utf-8")
    return folder / "roadmap.yaml"


def plain(value: Any) -> Any:
    """Decimals as texts a plan may hold."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value if isinstance(value, (str, int, bool, type(None))) else float(value)


def covered(path: Path, method: str) -> tuple[Checked, Coverage]:
    """A plan held against a method, with what the rules find in it."""
    found = framework(method)
    checked = check(path, methods=(method,))
    assert found is not None and checked.plan is not None, checked.diagnostics
    return checked, coverage(checked.plan, found, checked.diagnostics)


def states(path: Path, method: str) -> dict[str, str]:
    """The state of every element, by its id."""
    return {one.element.id: one.state for one in covered(path, method)[1].judged}
