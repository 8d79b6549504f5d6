"""A plan is other people's text, and so is a file's name: no command hands on what would take over a terminal."""

import re
from pathlib import Path

import pytest

from tests.cli.here import here
from tests.cli.run import ROOT

EVIL = "\x1b[2J\u202eName"
HIDDEN = "\\e[2J\\u202eName"
"""The same as YAML writes it."""
PLAN = f'''roadmap: 1
name: "{HIDDEN}"
framework: [pyramid, events]
organization:
  people:
    "{HIDDEN}": {{name: "{HIDDEN}", functions: ["{HIDDEN}"]}}
playbooks:
  "{HIDDEN}": {{sequence: [{{at: -7d, message: "{HIDDEN}"}}]}}
'''
"""What reverses a line or moves a cursor is an error in a plan; `coverage` also looks at plans with errors."""
EXAMPLE = "examples/tuoli-vision"
COMMANDS = (
    ("validate", "PLAN"), ("coverage", "PLAN"), ("coverage", "PLAN", "--framework", "annual"), ("coverage", "PLAN", "--format", "json"),
    ("funnel", "PLAN"), ("report", "PLAN"), ("rollup", "PLAN"), ("quarter", "PLAN", "Q2"),
    ("rules", EVIL), ("init", f"{EVIL}/in"), ("coverage", EXAMPLE, "--framework", EVIL), ("validate", EXAMPLE, "--select", EVIL),
    ("funnel", EXAMPLE, "--scenario", EVIL), ("funnel", EXAMPLE, "--set", f"{EVIL}=1"), ("report", EXAMPLE, "--templates", EVIL),
    ("report", EXAMPLE, "--template", EVIL), ("report", EXAMPLE, "-o", f"{EVIL}.md"), ("status", EXAMPLE, "--as-of", EVIL),
    ("review", EXAMPLE, "--since", EVIL), ("playbooks", EXAMPLE, "--for", EVIL), ("triage", EXAMPLE, "--idea", EVIL), (EVIL,),
)  # fmt: skip
DECIDES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What moves a cursor or turns a line around."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_takes_over_the_terminal(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("examples").symlink_to(ROOT / "examples")
    Path(EVIL).write_text(PLAN, "utf-8")
    done = here(capsys)(*(EVIL if word == "PLAN" else word for word in command))
    assert done.out + done.err
    assert not DECIDES.search(done.out + done.err)
