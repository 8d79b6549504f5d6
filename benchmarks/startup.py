"""What one call costs, against the floor: a Python that imports pydantic's BaseModel and yaml, and leaves.

Whole processes, user and system time, medians, interleaved in one run. Run: python benchmarks/startup.py [RUNS]
"""

import sys
import tempfile
from pathlib import Path

from measure import PLAN, ROADMAPCTL, compare, validate


def main() -> None:
    """Print each command's median and its ratio to the floor."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "floor": [sys.executable, "-c", "from pydantic import BaseModel; import yaml"],
            "--version": [ROADMAPCTL, "--version"],
            "validate (one plan, all rules)": [*validate(), str(PLAN)],
            "validate (known from before)": [ROADMAPCTL, "validate", str(PLAN)],
            "funnel (text)": [ROADMAPCTL, "funnel", str(PLAN)],
            "funnel (json)": [ROADMAPCTL, "funnel", str(PLAN), "--format", "json"],
            "report (Markdown)": [ROADMAPCTL, "report", str(PLAN), "-o", str(Path(folder) / "report.md")],
        }
        print(f"{PLAN.parent.name}: {len(PLAN.read_text('utf-8').splitlines())} lines; {runs} rounds")
        compare(commands, "floor", runs)


if __name__ == "__main__":
    main()
