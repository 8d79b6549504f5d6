"""Imports point one way, and what is heavy is loaded only by what uses it."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "roadmapctl"
BOTTOM = {"diagnostics": set(), "i18n": set(), "shipped": set()}
MAY_IMPORT: dict[str, set[str]] = {
    **BOTTOM,
    "load": {"diagnostics"},
    "model": {"diagnostics", "load"},
    "fixes": {"diagnostics", "load", "model"},
    "analysis": {"model"},
    "frameworks": {"diagnostics", "load", "model"},
    "rules": {"diagnostics", "load", "model", "analysis", "frameworks"},
    "settings": {"diagnostics", "i18n", "load", "model", "frameworks", "rules"},
    "scenarios": {"diagnostics", "i18n", "load", "model", "analysis"},
    "tables": {"diagnostics", "load", "model"},
    "actuals": {"diagnostics", "load", "model"},
    "beside": {"diagnostics", "load", "model", "tables", "actuals"},
    "project": {"diagnostics", "i18n", "load", "model", "beside", "analysis", "frameworks", "rules", "scenarios"},
    "output": {"diagnostics", "i18n"},
    "cache": {"diagnostics", "i18n", "load", "output"},
    "report": {"diagnostics", "model", "analysis", "frameworks", "i18n", "scenarios", "shipped"},
    "calculators": {"diagnostics", "i18n", "load", "model", "analysis", "report"},
    "scaffold": {"model", "shipped"},
    "cutting": {"diagnostics", "i18n", "model", "load", "analysis"},
    "carrying": {"diagnostics", "i18n", "model", "analysis", "cutting"},
    "cli": {
        "diagnostics", "i18n", "load", "model", "analysis", "frameworks", "rules", "project", "output", "report", "settings", "scaffold", "shipped",
        "fixes", "scenarios", "calculators", "cache", "cutting", "carrying",
    },
}  # fmt: skip
LOADERS = {"model/build.py", "model/faults.py", "model/write.py"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("roadmapctl."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "roadmapctl":
            found.update(name.name for name in node.names if not name.name.startswith("__"))
    return found


@pytest.mark.parametrize(
    "path", [p for p in modules() if part_of(p) in MAY_IMPORT], ids=lambda p: str(p.relative_to(SOURCE))
)
def test_a_part_imports_only_what_is_below_it(path: Path) -> None:
    part = part_of(path)
    assert imported(path) - {part} <= MAY_IMPORT[part]
    if part == "model" and "load" in imported(path):
        assert str(path.relative_to(SOURCE)) in LOADERS


def test_every_part_has_its_place() -> None:
    assert {part_of(p) for p in modules()} <= {*MAY_IMPORT, "__init__", "__main__"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 300


def _module(path: Path) -> str:
    return ".".join(["roadmapctl", *path.relative_to(SOURCE).with_suffix("").parts]).removesuffix(".__init__")


def _named(path: Path) -> set[str]:
    """The modules of ours that a module imports as it runs, also inside functions; not the packages it lies in."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
    found = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name for name in found if name.startswith("roadmapctl.") and not f"{_module(path)}.".startswith(f"{name}.")}


def test_no_modules_import_each_other_in_a_ring() -> None:
    """Not even inside functions: what two rules need has a file of its own. A ring is named by the error."""
    TopologicalSorter({_module(path): _named(path) for path in modules()}).prepare()


HEAVY = {"jinja2", "numpy", "rich", "pydantic"}


def loaded_by(*arguments: str) -> set[str]:
    """The heavy libraries that a run of the program loads."""
    script = (
        "import atexit, os, sys; sys.argv = ['roadmapctl', *sys.argv[1:]]; real = os._exit\n"
        f"os._exit = lambda code: (sys.stderr.write('LOADED ' + ' '.join(m for m in {sorted(HEAVY)} if m in sys.modules)), "
        "sys.stderr.flush(), real(code))\n"
        "from roadmapctl.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--version"], set()),
        (["validate", "examples/smallest/roadmap.yaml"], {"pydantic"}),
        (["report", "examples/smallest/roadmap.yaml"], {"pydantic", "jinja2"}),
        (["budget", "examples/aurora-crm", "--format", "json"], {"pydantic"}),
        (["goals", "examples/aurora-crm", "--by", "week", "--format", "md"], {"pydantic"}),
        (["ideas", "examples/larkwheel/year.yaml", "--format", "json"], {"pydantic"}),
        (["quarter", "examples/event-a", "2027-Q3"], {"pydantic"}),
        (["rollup", "examples/event-a", "examples/aurora-crm", "--format", "md"], {"pydantic"}),
        (["triage", "examples/aurora-crm", "--name", "X", "--format", "json"], {"pydantic"}),
        (["review", "examples/aurora-crm", "--final", "--format", "md"], {"pydantic"}),
        (["events", "examples/event-a", "--format", "json"], {"pydantic"}),
        (["playbooks", "examples/fjordline", "--format", "json"], {"pydantic"}),
        (["people", "examples/fjordline", "--format", "json"], {"pydantic"}),
        (["status", "tests/rules/clean/saas.yaml", "--format", "json"], {"pydantic"}),
        (["calc"], {"pydantic"}),
        (["calc", "ab", "--a", "3/9", "--b", "4/9", "--format", "json"], {"pydantic"}),
    ],
)
def test_what_is_heavy_is_loaded_only_by_what_uses_it(arguments: list[str], heavy: set[str]) -> None:
    assert loaded_by(*arguments) == heavy
