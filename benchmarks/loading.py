"""Loading YAML with positions, size and nesting guards, against PyYAML's CSafeLoader, which has none of them.

Same text, same process, collection off for both, best of many rounds in turn. Run: python benchmarks/loading.py
"""

import gc
import time
from collections.abc import Callable

import yaml

from measure import PLAN
from roadmapctl.load import load_text

ROUNDS = 60


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print both times and their ratio."""
    data = PLAN.read_bytes()
    text = data.decode()
    gc.disable()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(seconds(lambda: yaml.load(text, yaml.CSafeLoader)))
        ours.append(seconds(lambda: load_text(data, "plan.yaml")))
    best, stock = min(ours), min(theirs)
    print(f"yaml.load(CSafeLoader)   {stock * 1000:6.2f} ms")
    print(f"load_text, with places   {best * 1000:6.2f} ms   {best / stock:4.2f} × CSafeLoader")


if __name__ == "__main__":
    main()
