"""Measuring whole processes: CPU time as the system counts it, runs interleaved, medians, ratios to a yardstick."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "examples" / "aurora-crm" / "roadmap.yaml"
ROADMAPCTL = str(Path(sys.executable).with_name("roadmapctl"))


def validate() -> list[str]:
    """Our command, which is to know nothing from earlier runs."""
    return [ROADMAPCTL, "validate", "--no-cache"]


class Times(NamedTuple):
    """Seconds of one run of a command: by the clock, and of the processors (user and system) for it and all its children."""

    wall: float
    cpu: float


def cpu_seconds(command: Sequence[str], cwd: Path | None = None) -> float:
    """Processor time of one run of a command and all its children."""
    return timed(command, cwd).cpu


def timed(command: Sequence[str], cwd: Path | None = None) -> Times:
    """One run of a command."""
    # As installed: with byte code beside the modules, which some environments forbid to write.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        subprocess.run(command, stdout=nowhere, stderr=nowhere, cwd=cwd, env=environment, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Times(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def compare(commands: Mapping[str, Sequence[str]], yardstick: str, runs: int) -> dict[str, float]:
    """Median CPU seconds of each command; one uncounted round first, then all of them in turn in every round."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round in range(runs + 1):
        for name, command in commands.items():
            spent = cpu_seconds(command)
            if round:
                times[name].append(spent)
    medians = {name: statistics.median(t) for name, t in times.items()}
    for name, seconds in medians.items():
        print(f"{name:32} {seconds * 1000:9.1f} ms   {seconds / medians[yardstick]:6.2f} × {yardstick}")
    return medians


def peak_memory(command: Sequence[str]) -> float:
    """The largest resident set of any process of a command, in MB."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
