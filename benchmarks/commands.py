"""Every command on a plan with much of everything: 100, 1,000 and 10,000 tactics. Time, memory, output, and how they grow.

What a plan of ten tactics takes is the start and is left out of the exponent: 1 is linear, 2 would be quadratic.
Run: python benchmarks/commands.py [LARGEST [COMMAND…]]
"""

import math
import subprocess
import sys
import tempfile
from pathlib import Path

from large import write
from measure import ROADMAPCTL, cpu_seconds, peak_memory

SIZES = (10, 100, 1_000, 10_000)
REQUEST = "--name X --goal goal-1 --budget 1_000 --start 2027-03-01 --end 2027-04-01 --owner person-1 --contributes metric-1=40"
COMMANDS = {
    "validate": "validate PLAN --no-cache",
    "coverage": "coverage PLAN",
    "goals": "goals PLAN",
    "goals by week": "goals PLAN --by week",
    "funnel": "funnel PLAN",
    "funnel by week": "funnel PLAN --by week",
    "budget": "budget PLAN",
    "events": "events PLAN",
    "ideas": "ideas PLAN",
    "triage": f"triage PLAN {REQUEST}",
    "status": "status PLAN",
    "review": "review PLAN --midpoint",
    "carry over": "review PLAN --final --carry-over -",
    "playbooks": "playbooks PLAN",
    "people": "people PLAN",
    "report": "report PLAN",
    "quarter": "quarter PLAN Q2",
}


def main() -> None:
    """Print a line for each command and size."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    names = sys.argv[2:] or list(COMMANDS)
    with tempfile.TemporaryDirectory() as name:
        plans = {size: write(Path(name, str(size)), size) for size in SIZES if size <= largest}
        for command in names:
            _grow(command, plans)


def _grow(name: str, plans: dict[int, Path]) -> None:
    start = before = 0.0
    for size, plan in plans.items():
        command = [ROADMAPCTL, *(str(plan) if word == "PLAN" else word for word in COMMANDS[name].split())]
        seconds = cpu_seconds(command)
        if size == SIZES[0]:
            start = seconds
            continue
        growth = f"  exponent {math.log((seconds - start) / before, 10):4.2f}" if before > 0 and seconds > start else ""
        written = len(subprocess.run(command, capture_output=True, check=False).stdout) / 1e6
        print(
            f"{name:15}{size:7,} tactics {seconds:7.2f} s CPU {peak_memory(command):5.0f} MB {written:6.2f} MB{growth}",
            flush=True,
        )
        before = seconds - start


if __name__ == "__main__":
    main()
