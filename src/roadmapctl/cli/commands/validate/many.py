"""Many plans in one call: shared out to forked workers, in order, with memory that does not grow with their number."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

from roadmapctl.cli.console import STDIN

WORTH_FORKING = 24
"""Plans from which on a second process saves more than it costs to start."""
AT_A_TIME = 16
"""Plans that are checked together: what a rule needs is in the processor's cache for all but the first of them."""
COLLECT_AFTER = 6
"""Lots after which what refers to itself in a ring is let go."""

Result = TypeVar("Result")


Check = Callable[[Sequence[Path]], Iterable[Result]]
"""From some paths to as many results, in their order; they must be picklable and small."""


def each(paths: Iterable[Path], check: Check[Result]) -> Iterator[Result]:
    """What `check` makes of every path, in the order of the paths; it is given some at a time."""
    paths = list(paths)
    if len(paths) < WORTH_FORKING or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or STDIN in paths:
        yield from _alone(paths, check)
    else:
        yield from _shared(paths, check)


def _alone(paths: list[Path], check: Check[Result]) -> Iterator[Result]:
    for number, some in enumerate(_some(paths), 1):
        yield from check(some)
        if number % COLLECT_AFTER == 0:
            gc.collect()


def _some(paths: list[Path], workers: int = 1) -> Iterator[list[Path]]:
    """Lots of paths, small enough for every worker to get two of them."""
    size = min(AT_A_TIME, -(-len(paths) // (2 * workers)))
    return (paths[first : first + size] for first in range(0, len(paths), size))


def _shared(paths: list[Path], check: Check[Result]) -> Iterator[Result]:
    """Threads would take turns at the interpreter; forked processes start with everything loaded."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _check
    _check = check  # inherited by the fork: a closure could not be sent
    context = get_context("fork")
    cores = os.cpu_count() or 1
    yield from check(paths[:1])  # loads and builds what every worker would build again
    gc.freeze()  # nor need they look for garbage in it: a collection takes 1 ms and not 20
    with ProcessPoolExecutor(min(cores, len(paths)), mp_context=context, initializer=_begin) as workers:
        for results in workers.map(_one_lot, _some(paths[1:], cores)):
            yield from cast(list[Result], results)


_check: Check[object] | None = None
_done = 0


def _begin() -> None:
    """Workers leave Ctrl-C to the process that started them."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _one_lot(paths: list[Path]) -> list[object]:
    global _done
    assert _check is not None
    _done += 1
    if _done % COLLECT_AFTER == 0:
        gc.collect()
    return list(_check(paths))
