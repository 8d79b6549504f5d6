"""The coverage-guided fuzzer: python -m tests.fuzz.run SECONDS. Needs the extra `fuzz`, and Linux.

It starts from the seeds, changes bytes and words (libFuzzer) or lines (accidents), and keeps what reaches new code in .fuzz/corpus.
What breaks something, or takes longer than a plan of its size ever should, is written to .fuzz/ as crash-… or timeout-…; give it a
telling name, move it to tests/fuzz/found/, and mend what it shows.
"""

import random
import sys
import time
from pathlib import Path
from zlib import crc32

import atheris

with atheris.instrument_imports(include=["roadmapctl"]):
    import pkgutil
    from importlib import import_module

    import roadmapctl

    for module in pkgutil.walk_packages(roadmapctl.__path__, "roadmapctl."):
        if not module.name.endswith("__main__"):
            import_module(module.name)

from tests.fuzz.accidents import with_accident
from tests.fuzz.seeds import write_seeds, write_words
from tests.fuzz.survive import survive

FOLDER = Path(".fuzz")
LONGEST = 20_000
SLOW = 10
HANGS = 60
"""Bytes of a plan, processor seconds it may take, and seconds by the clock; instrumented, all takes about ten times as long."""


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Half of the time one more accident, else what libFuzzer does to bytes."""
    dice = random.Random(seed)
    if dice.random() < 0.5:
        return atheris.Mutate(data, most)
    return with_accident(data.decode("utf-8", "replace"), dice).encode()[:most]


def one(data: bytes) -> None:
    """One text."""
    start = time.process_time()
    survive(data, crc32(data))
    assert time.process_time() - start < SLOW, "slow"


def main() -> None:
    """Fuzz for so many seconds."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 900
    corpus, words = FOLDER / "corpus", FOLDER / "words"
    write_seeds(corpus)
    write_words(words)
    options = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "timeout": HANGS,
        "report_slow_units": HANGS,
        "rss_limit_mb": 2000,
        "artifact_prefix": f"{FOLDER}/",
        "dict": words,
        "print_final_stats": 1,
    }
    atheris.Setup([sys.argv[0], str(corpus), *(f"-{k}={v}" for k, v in options.items())], one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
