"""Loading YAML with size and nesting guards, without and with positions, against PyYAML's CSafeLoader, which has none of them.

Same text, same process, collection off for both, best of many rounds in turn. Run: python benchmarks/loading.py
"""

import gc
import time
from collections.abc import Callable

import yaml

from measure import PLAN
from roadmapctl.load import load_text
from roadmapctl.load.builder import build
from roadmapctl.load.document import Atlas
from roadmapctl.load.source import Source

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
    source = Source("plan.yaml", text)
    works: dict[str, Callable[[], object]] = {
        "yaml.load(CSafeLoader)": lambda: yaml.load(text, yaml.CSafeLoader),
        "load_text, values alone": lambda: load_text(data, "plan.yaml"),
        "build, with places": lambda: build(source, Atlas()),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(seconds(work))
    stock = min(times["yaml.load(CSafeLoader)"])
    for name, spent in times.items():
        print(f"{name:24} {min(spent) * 1000:6.2f} ms   {min(spent) / stock:4.2f} × CSafeLoader")


if __name__ == "__main__":
    main()
