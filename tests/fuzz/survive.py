"""What must hold for every text, however broken: it is checked, told, mended, computed and reported, and nothing gives way."""

import io
import json
import pickle
import re
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path

from roadmapctl.cli import run
from roadmapctl.fixes.mend import mend
from roadmapctl.frameworks import names
from roadmapctl.i18n import Language
from roadmapctl.load.builder import build
from roadmapctl.load.document import Atlas
from roadmapctl.load.plain import plain_value
from roadmapctl.load.source import Source, decode
from roadmapctl.output.findings import collect, told
from roadmapctl.output.formats import FORMATS
from roadmapctl.project import Checked, check_files, check_text

NAME = "plan.yaml"
METHODS = names()
"""All of them, so that every rule looks."""
DECIDES = re.compile("\x1b|\u202e")
"""What would take over a terminal, or turn a line around."""

COMMANDS = (
    ("funnel", "--explain"),
    ("funnel", "--format", "json", "--explain", "--rounding", "each"),
    ("funnel", "--format", "csv"),
    ("funnel", "--format", "markdown", "--language", "zh"),
    ("report", "--language", "en"),
    ("report", "--language", "zh"),
)
"""What is computed and written of a plan without errors."""


ENGLISH, CHINESE = range(2)
"""The lots of the first trials: every format, in a language."""


def survive(data: bytes, lot: int | None = None) -> None:
    """Check, tell in every format, mend, compute and report; whatever is wrong with the plan is a finding.

    With a `lot`, of all that follows the check only the one thing it falls on: many more texts are tried in the same time.
    """
    checked = check_text(data, NAME, methods=METHODS)
    _read_alike(data)
    _places_are_in_the_text(checked, data)
    trials: list[Callable[[Checked, bytes], None]] = [
        partial(_told, "en"),
        partial(_told, "zh"),
        _mended,
        *(partial(_run, command) for command in COMMANDS if checked.usable is not None),
    ]
    for trial in trials if lot is None else [trials[lot % len(trials)]]:
        trial(checked, data)


def _read_alike(data: bytes) -> None:
    """What is read without a YAML parser is what the parser reads, and finds nothing wrong with."""
    source = decode(data, NAME)
    value = plain_value([source]) if isinstance(source, Source) else None
    if isinstance(source, Source) and value is not None:
        parsed, _, faults = build(source, Atlas())
        assert (repr(value), []) == (repr(parsed), faults)


def _places_are_in_the_text(checked: Checked, data: bytes) -> None:
    lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    for finding in checked.diagnostics:
        assert finding.code != "RM099", finding.message.fields
        assert 1 <= finding.span.line <= len(lines), finding
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1, finding


def _told(language: Language, checked: Checked, _data: bytes) -> None:
    """Every format can be written, and read again by those who read it."""
    plan = told(checked)
    assert pickle.loads(pickle.dumps(plan)) == plan
    findings = collect([plan], language)
    for name, write in FORMATS.items():
        text = write(findings)
        assert not DECIDES.search(text), name
        if name in ("json", "sarif", "gitlab"):
            json.loads(text)


def _mended(checked: Checked, data: bytes) -> None:
    """A mended plan has no kind of error that it had not before."""
    mended = mend([(NAME, data)], lambda files: check_files(files, Path(), methods=METHODS), lambda found: found)
    before = {d.code for d in checked.diagnostics}
    if checked.plan is not None:  # else a mend brings to light what could not be read
        assert not {d.code for d in mended.checked.diagnostics if d.code < "RM030"} - before


def _run(command: tuple[str, ...], _checked: Checked, data: bytes) -> None:
    """A command ends with 0 or 1; what it prints is read by nobody, but it must be possible to print it."""
    name, *options = command
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(out), redirect_stderr(out):
        path = Path(folder, NAME)
        path.write_bytes(data)
        assert run((name, str(path), *options)) in (0, 1)
    out.getvalue().encode("utf-8")
