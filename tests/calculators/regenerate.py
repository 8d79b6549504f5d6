"""The accepted outputs of a few calculators. `python -m tests.calculators.regenerate` writes them anew."""

import contextlib
import io
import shlex
from pathlib import Path

from roadmapctl.cli import run

GOLDEN = Path(__file__).parent / "golden"
OUTPUTS = {
    "list.en.txt": "calc",
    "list.zh.txt": "calc --language zh",
    "cac.en.txt": "calc cac --spend 300k --salaries 500k --overhead 1.5 --customers 30k --currency CNY --explain",
    "payback-never.zh.txt": "calc payback --cac 600 --monthly 100 --margin 50% --churn 10% --language zh --explain",
    "pipeline.en.md": "calc pipeline --goal 10M --win-rate 25% --open 20M --open 4M:60% --format md --explain",
    "ab.zh.txt": "calc ab --a 47/312 --b 61/289 --language zh",
    "ice.en.txt": "calc ice --item trust-badges:5:8:9 --item checkout:9:7:3 --form product",
    "breakeven.en.json": "calc breakeven --fixed 8k --price 50 --variable 20 --format json --explain",
    "capacity.zh.json": "calc capacity --team 老手:7:150k:85% --team 新人:3:150k:85%:40% --format json --language zh",
}
"""What is typed after `roadmapctl`, by file."""


def main() -> None:
    """Write all of them."""
    for file, command in OUTPUTS.items():
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            run(shlex.split(command))
        (GOLDEN / file).write_text(printed.getvalue(), "utf-8")


if __name__ == "__main__":
    main()
