"""One plan that grows: 1,000, 10,000 and 100,000 tactics, without a finding each and with one. Time, memory, output.

What a plan of one tactic takes is the start and is left out of the exponent: 1 is linear, 2 would be quadratic.
Run: python benchmarks/growth.py [LARGEST]
"""

import math
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import cpu_seconds, peak_memory, validate
from plans import plan


def main() -> None:
    """Print CPU seconds, peak memory and bytes written, and how they grow."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sizes = [size for size in (1_000, 10_000, 100_000) if size <= largest]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "plan.yaml")
        for faulty in (False, True):
            print("a finding for each tactic" if faulty else "no finding for a tactic")
            path.write_text(plan(1, 1, faulty=faulty), "utf-8")
            start, before = cpu_seconds([*validate(), str(path)]), None
            for size in sizes:
                path.write_text(plan(1, size, faulty=faulty), "utf-8")
                seconds = cpu_seconds([*validate(), str(path)]) - start
                growth = "" if before is None else f"  exponent {math.log(seconds / before, 10):4.2f}"
                print(f"{size:9,} tactics {path.stat().st_size / 1e6:6.1f} MB of text  {_told(path, seconds)}{growth}")
                before = seconds


def _told(path: Path, seconds: float) -> str:
    memory = peak_memory([*validate(), str(path)])
    texts = (
        subprocess.run([*validate(), str(path), *f], capture_output=True, check=False).stdout
        for f in ([], ["--format", "json"])
    )
    text, json = (len(written) / 1e6 for written in texts)
    return f"{seconds:6.2f} s CPU  {memory:5.0f} MB  output {text:5.2f} MB, JSON {json:5.2f} MB"


if __name__ == "__main__":
    main()
