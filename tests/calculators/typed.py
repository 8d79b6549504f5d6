"""Commands typed into the program, in this process."""

import json
import shlex
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from roadmapctl.cli import run


class Typed(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its output as JSON, numbers as they were written."""
        return json.loads(self.out, parse_float=str, parse_int=str)


def typed(capsys: pytest.CaptureFixture[str], command: str | Sequence[str]) -> Typed:
    """Run `roadmapctl COMMAND`."""
    try:
        code = run(shlex.split(command) if isinstance(command, str) else list(command))
    except SystemExit as exit:
        code = exit.code if isinstance(exit.code, int) else 2
    captured = capsys.readouterr()
    return Typed(code, captured.out, captured.err)
