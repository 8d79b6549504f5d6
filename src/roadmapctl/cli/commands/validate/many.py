"""Many plans in one call: shared out to forked workers, in order, with memory that does not grow with their number."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar, cast

from roadmapctl.cli.console import STDIN

WORTH_FORKING = 24
"""Plans from which on a second process saves more than it costs to start."""
AT_A_TIME = 8
COLLECT_AFTER = 100

Result = TypeVar("Result")


def each(paths: Iterable[Path], check: Callable[[Path], Result]) -> Iterator[Result]:
    """`check` of every path, in the order of the paths; its results must be picklable and small."""
    paths = list(paths)
    if len(paths) < WORTH_FORKING or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or STDIN in paths:
        yield from _alone(paths, check)
    else:
        yield from _shared(paths, check)


def _alone(paths: list[Path], check: Callable[[Path], Result]) -> Iterator[Result]:
    for number, path in enumerate(paths, 1):
        yield check(path)
        if number % COLLECT_AFTER == 0:
            gc.collect()


def _shared(paths: list[Path], check: Callable[[Path], Result]) -> Iterator[Result]:
    """Threads would take turns at the interpreter; forked processes start with everything loaded."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _check
    _check = check  # inherited by the fork: a closure could not be sent
    context = get_context("fork")
    yield check(paths[0])  # loads and builds what every worker would build again
    gc.freeze()  # nor need they look for garbage in it: a collection takes 1 ms and not 20
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(paths)), mp_context=context, initializer=_begin) as workers:
        yield from cast(Iterator[Result], workers.map(_one, paths[1:], chunksize=AT_A_TIME))


_check: Callable[[Path], object] | None = None
_done = 0


def _begin() -> None:
    """Workers leave Ctrl-C to the process that started them."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _one(path: Path) -> object:
    global _done
    assert _check is not None
    _done += 1
    if _done % COLLECT_AFTER == 0:
        gc.collect()
    return _check(path)
