"""Run the program as a user would: a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


def roadmapctl(
    *arguments: object, cwd: Path = ROOT, stdin: str | bytes | None = None, env: dict[str, str] | None = None
) -> Done:
    """Exit code, stdout and stderr of one run. No traceback is ever accepted."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, "-m", "roadmapctl", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=cwd, input=data if data is not None else b"", capture_output=True, env=env, check=False
    )
    result = Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in result.out + result.err, result.err
    return result
