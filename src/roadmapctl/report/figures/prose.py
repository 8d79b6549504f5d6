"""Rich's texts, broken as Chinese is. Only for who works with Rich already: this module imports it."""

from typing import Any

from rich.console import Console  # noqa: TID253
from rich.containers import Lines  # noqa: TID253
from rich.text import Text  # noqa: TID253

from roadmapctl.report.figures.breaks import line_starts


class Prose(Text):
    """A text that is broken as Chinese is: Rich alone breaks at spaces, and leaves half a line empty where there are few."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """The lines of a text no wider than so many cells."""
        starts = line_starts(self.plain, width)
        if not starts or options.get("no_wrap") or self.no_wrap:
            return super().wrap(console, width, **options)
        lines = self.divide(starts)
        for line in lines:
            line.rstrip()
        lines.justify(console, width, justify=options.get("justify") or "left", overflow="fold")
        return lines
