"""The terminal sessions of the READMEs: replayed, so that what they show is what the program prints.

A block that begins with ```console holds commands after `$ ` and their output, standard error included. All blocks of a file
are one session in one folder that holds nothing but the examples, with the program on PATH.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

OUR_FAULT = 3
EXAMPLES = Path(__file__).parents[1] / "examples"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def replayed(text: str) -> str:
    """The text with the output of every command in it written anew."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(EXAMPLES)
        return BLOCK.sub(lambda block: f"```console\n{_session(block.group(1), Path(folder))}```", text)


def _session(block: str, folder: Path) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    """Standard output and error of a command, in the order a terminal shows them."""
    kept = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR", "COLUMNS")}
    kept["ROADMAPCTL_CACHE_DIR"] = os.devnull  # nowhere: every session begins with nothing known
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**kept, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode == OUR_FAULT:
        raise RuntimeError(f"{command}: {done.stdout.decode()}")
    return done.stdout.decode()
