"""A bar on the terminal for work that takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """A function to tell how much is done of how much; None where nobody looks. The bar is gone at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    begun = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None, visible=False)

        def show(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total, visible=time.monotonic() - begun > PATIENCE)

        yield show
