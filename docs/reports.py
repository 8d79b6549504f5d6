"""Reports of the example plans as they come out, to be read without installing anything."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORTS = {
    "aurora-crm": "aurora-crm",
    "larkwheel-q2": "larkwheel/q2.yaml",
    "tuoli-vision": "tuoli-vision",
    "muchi-dental": "muchi-dental",
}
"""The page's name, and the plan among the examples: one for each way of telling a plan, two of them in Chinese."""


def reports() -> dict[Path, str]:
    """Every page and its text."""
    return {ROOT / "docs" / "reports" / f"{name}.md": _report(plan) for name, plan in REPORTS.items()}


def _report(plan: str) -> str:
    command = [sys.executable, "-m", "roadmapctl", "report", f"examples/{plan}"]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode()
