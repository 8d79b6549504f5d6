"""A thousand plans: `roadmapctl validate`, all rules on, against check-jsonschema with the exported schema.

Both get the same files in one call. check-jsonschema knows neither references nor rules, and is slow: it gets a part of the
files, and the time of one file beyond its start is taken for the others. Wall and CPU time, and our peak memory for a tenth
of the plans beside all of them. Run: python benchmarks/many_plans.py [PLANS] [PLANS FOR CHECK-JSONSCHEMA]
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from measure import PLAN, ROADMAPCTL, cpu_seconds, peak_memory


class Times(NamedTuple):
    """Seconds of one call."""

    wall: float
    cpu: float


def timed(command: list[str]) -> Times:
    """One run of a command."""
    start = time.perf_counter()
    cpu = cpu_seconds(command)
    return Times(time.perf_counter() - start, cpu)


def main() -> None:
    """Print seconds for each tool, the ratios, and memory."""
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    part = int(sys.argv[2]) if len(sys.argv) > 2 else min(plans, 60)
    checker = Path(sys.executable).with_name("check-jsonschema")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = folder / "roadmap-1.schema.json"
        schema.write_bytes(subprocess.run([ROADMAPCTL, "schema"], capture_output=True, check=True).stdout)
        files = [str(folder / f"plan-{i:04}.yaml") for i in range(plans)]
        for file in files:
            shutil.copy(PLAN, file)
        timed([ROADMAPCTL, "validate", files[0]])
        ours = timed([ROADMAPCTL, "validate", *files])
        show("roadmapctl validate", plans, ours)
        few, all_ = (
            peak_memory([ROADMAPCTL, "validate", *files[: plans // 10]]),
            peak_memory([ROADMAPCTL, "validate", *files]),
        )
        print(f"peak memory of a process: {few:.0f} MB for {plans // 10} plans, {all_:.0f} MB for {plans}")
        if not checker.exists():
            print("check-jsonschema is not installed: make bench installs it")
            return
        command = [str(checker), "--schemafile", str(schema)]
        one, several = timed([*command, files[0]]), timed([*command, *files[:part]])
        theirs = Times(*(o + (s - o) / (part - 1) * (plans - 1) for o, s in zip(one, several, strict=True)))
        show(f"check-jsonschema (from {part})", plans, theirs)
        print(
            f"roadmapctl is {theirs.wall / ours.wall:.1f} × faster by the clock, {theirs.cpu / ours.cpu:.1f} × in CPU time"
        )


def show(name: str, plans: int, times: Times) -> None:
    """One line of the result."""
    print(
        f"{name:28} {plans:5} plans  {times.wall:7.2f} s wall  {times.cpu:7.2f} s CPU  {times.wall / plans * 1000:6.2f} ms a plan"
    )


if __name__ == "__main__":
    main()
