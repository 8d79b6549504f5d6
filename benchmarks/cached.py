"""Plans that have not changed since an earlier run: one against the floor, a thousand against ajv-cli.

The floor is a Python that imports pydantic's BaseModel and yaml, and leaves. ajv-cli holds the same files to the exported
schema. Whole processes, in turn in each of several rounds after one that is not counted; medians by the clock and in CPU time.
Last, our peak memory for more and more known plans. Run: python benchmarks/cached.py [PLANS] [ROUNDS]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from many_plans import AJV, AJV_OPTIONS
from measure import PLAN, ROADMAPCTL, Times, peak_memory, timed, validate
from plans import write

FLOOR = [sys.executable, "-c", "from pydantic import BaseModel; import yaml"]
KNOWN = [ROADMAPCTL, "validate"]
Command = list[str]
Runs = Mapping[str, tuple[Callable[[], object], Command]]
"""By name: what is done first, untimed, and the command."""


def medians(runs: Runs, rounds: int) -> dict[str, Times]:
    """Every command in turn in every round, its preparation before it."""
    times: dict[str, list[Times]] = {name: [] for name in runs}
    for round in range(rounds + 1):
        for name, (prepare, command) in runs.items():
            prepare()
            spent = timed(command)
            if round:
                times[name].append(spent)
    return {
        name: Times(*(statistics.median(column) for column in zip(*rows, strict=True))) for name, rows in times.items()
    }


def show(found: Mapping[str, Times], yardstick: str) -> None:
    """A line for each command, with its part of the yardstick."""
    unit = found[yardstick]
    for name, times in found.items():
        parts = f"{times.wall / unit.wall:6.3f} × by the clock, {times.cpu / unit.cpu:6.3f} × in CPU time"
        print(f"  {name:34} {times.wall * 1000:8.1f} ms wall {times.cpu * 1000:8.1f} ms CPU  {parts}")


def nothing() -> None:
    """What most runs need before them."""


def of_one(rounds: int) -> None:
    """One plan, against the floor."""
    runs: Runs = {
        "floor": (nothing, FLOOR),
        "validate --no-cache": (nothing, [*validate(), str(PLAN)]),
        "validate, known": (nothing, [*KNOWN, str(PLAN)]),
        "validate --format json, known": (nothing, [*KNOWN, "--format", "json", str(PLAN)]),
    }
    print(f"one plan of {len(PLAN.read_text('utf-8').splitlines())} lines; {rounds} rounds; × floor")
    show(medians(runs, rounds), "floor")


def of_many(folder: Path, cache: Path, count: int, rounds: int) -> None:
    """A thousand plans, against ajv-cli (`make bench` installs it)."""
    files = write(folder, count)
    names = [str(file) for file in files]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def change() -> None:
        files[-1].write_text(files[-1].read_text("utf-8") + "#\n", "utf-8")

    runs: Runs = {
        **ajv(folder, names),
        "validate --no-cache": (nothing, [*validate(), *names]),
        "validate, nothing known": (forget, [*KNOWN, *names]),
        "validate, all known": (nothing, [*KNOWN, *names]),
        "validate FOLDER, all known": (nothing, [*KNOWN, str(folder)]),
        "validate, all known but one": (change, [*KNOWN, *names]),
    }
    print(f"{count:,} different plans; {rounds} rounds; × {next(iter(runs))}")
    found = medians(runs, rounds)
    show(found, next(iter(runs)))
    known = found["validate, all known"]
    for name in ("ajv-cli", "validate --no-cache"):
        if name in found:
            wall, cpu = (theirs / ours for theirs, ours in zip(found[name], known, strict=True))
            print(f"  known plans are {wall:.1f} × as fast as {name} by the clock, {cpu:.1f} × in CPU time")
    for number in (count // 10, count):
        print(f"  peak memory, {number:5,} known plans: {peak_memory([*KNOWN, *names[:number]]):4.0f} MB")


def ajv(folder: Path, names: list[str]) -> Runs:
    """ajv-cli with all files, where it is installed."""
    if not AJV.exists():
        print("ajv-cli is not installed: make bench installs it")
        return {}
    schema = folder / "roadmap-1.schema.json"
    schema.write_bytes(subprocess.run([ROADMAPCTL, "schema"], capture_output=True, check=True).stdout)
    data = [part for name in names for part in ("-d", name)]
    return {"ajv-cli": (nothing, [str(AJV), "validate", *AJV_OPTIONS, "-s", str(schema), *data])}


def main() -> None:
    """Measure both, with a cache of our own."""
    count, rounds = (int(a) for a in (*sys.argv[1:3], *("1000", "5")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name:
        cache = Path(name) / "cache"
        os.environ["ROADMAPCTL_CACHE_DIR"] = str(cache)
        of_one(3 * rounds)
        (Path(name) / "plans").mkdir()
        of_many(Path(name) / "plans", cache, count, rounds)


if __name__ == "__main__":
    main()
