"""A thousand different plans, nothing remembered: `roadmapctl validate`, all rules on, against other checkers of YAML.

check-jsonschema and ajv-cli hold the same files to the exported schema, which knows neither references nor rules; yamllint
looks at the layout. All are called once for all files, in turn, in each of several rounds; medians are shown. The two slow
ones get a part of the files, and the time of one file beyond their start is taken for the others. Last, our peak memory for
more and more plans. Run: python benchmarks/many_plans.py [PLANS] [PART FOR THE SLOW ONES] [ROUNDS]
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from measure import ROADMAPCTL, ROOT, Times, peak_memory, timed, validate
from plans import write

AJV = ROOT / ".bench" / "node_modules" / ".bin" / "ajv"
AJV_OPTIONS = ("--spec=draft2020", "--strict=false", "-c", "ajv-formats")
WANTED = {"check-jsonschema": 25.0, "yamllint": 25.0, "ajv-cli": 1 / 1.5}
"""How many times as fast by the clock roadmapctl is to be."""


class Tool(NamedTuple):
    """A checker: its command for some files; `slow` ones are timed on a part of them."""

    name: str
    command: list[str]
    slow: bool


def tools(schema: Path) -> list[Tool]:
    """roadmapctl, and those of the others that are installed (`make bench` installs all)."""
    beside = Path(sys.executable)
    known = [
        Tool("roadmapctl", validate(), False),
        Tool("ajv-cli", [str(AJV), "validate", *AJV_OPTIONS, "-s", str(schema)], False),
        Tool("check-jsonschema", [str(beside.with_name("check-jsonschema")), "--schemafile", str(schema)], True),
        Tool("yamllint", [str(beside.with_name("yamllint"))], True),
    ]
    for tool in known:
        if not Path(tool.command[0]).exists():
            print(f"{tool.name} is not installed: make bench installs it")
    return [tool for tool in known if Path(tool.command[0]).exists()]


def given(tool: Tool, files: list[Path]) -> list[str]:
    """A tool's command with its files."""
    if tool.name == "ajv-cli":
        return [*tool.command, *(part for file in files for part in ("-d", str(file)))]
    return [*tool.command, *map(str, files)]


def of_all(tool: Tool, files: list[Path], part: int) -> Times:
    """Seconds for all files; for a slow tool, from a part of them."""
    if not tool.slow or part >= len(files):
        return timed(given(tool, files))
    one, several = timed(given(tool, files[:1])), timed(given(tool, files[:part]))
    return Times(*(o + (s - o) / (part - 1) * (len(files) - 1) for o, s in zip(one, several, strict=True)))


def main() -> None:
    """Print seconds for each tool, the ratios, and memory."""
    count, part, rounds = (int(a) for a in (*sys.argv[1:4], *("1000", "30", "3")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        schema = folder / "roadmap-1.schema.json"
        schema.write_bytes(subprocess.run([ROADMAPCTL, "schema"], capture_output=True, check=True).stdout)
        files = write(folder, 4 * count)
        lines = len(files[0].read_text("utf-8").splitlines())
        present = tools(schema)
        for tool in present:
            timed(given(tool, files[:1]))  # byte code and file caches are warm for all of them
        times: dict[str, list[Times]] = {tool.name: [] for tool in present}
        for _ in range(rounds):
            for tool in present:
                times[tool.name].append(of_all(tool, files[:count], part))
        print(f"{count:,} different plans of about {lines} lines; {rounds} rounds in turn, medians")
        show({name: _median(rows) for name, rows in times.items()}, {t.name for t in present if t.slow}, part)
        for number in (count // 10, count, 4 * count):
            memory = peak_memory([*validate(), *map(str, files[:number])])
            print(f"peak memory of a roadmapctl process, {number:5,} plans: {memory:4.0f} MB")


def _median(rows: list[Times]) -> Times:
    return Times(*(statistics.median(column) for column in zip(*rows, strict=True)))


def show(found: dict[str, Times], slow: set[str], part: int) -> None:
    """A line for each tool: its seconds, and how many times as fast roadmapctl is, by the clock and in CPU time."""
    ours = found["roadmapctl"]
    for name, times in found.items():
        ratio = f"{times.wall / ours.wall:6.2f} × by the clock, {times.cpu / ours.cpu:6.2f} × in CPU time"
        wanted = f"  (wanted: {WANTED[name]:.2f})" if name in WANTED else ""
        guess = f"  (from {part} plans)" if name in slow else ""
        print(f"{name:18} {times.wall:7.2f} s wall {times.cpu:7.2f} s CPU  {ratio}{wanted}{guess}")


if __name__ == "__main__":
    main()
