"""Run a command in this process, which takes a tenth of the time; how a process of its own ends is tested elsewhere."""

from collections.abc import Callable

import pytest

from roadmapctl.cli import run
from tests.cli.run import Done

Here = Callable[..., Done]


def here(capsys: pytest.CaptureFixture[str]) -> Here:
    """A function that runs a command and returns what it left behind."""

    def ran(*arguments: object) -> Done:
        capsys.readouterr()
        try:
            code = run([*map(str, arguments)])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return ran
