"""A bar on the terminal for work that takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None] | None]:
    """A function to call with the number that is done so far; None where nobody looks. The bar is gone at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    begun = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=False) as bars:
        task = bars.add_task("", total=total, visible=False)

        def show(done: int) -> None:
            bars.update(task, completed=done, visible=time.monotonic() - begun > PATIENCE)

        yield show
