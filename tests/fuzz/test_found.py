"""What once broke something, or took too long, and must never again. A file's name says what it was."""

import time
from pathlib import Path

import pytest

from tests.fuzz.survive import survive

FOUND = sorted((Path(__file__).parent / "found").iterdir())
MOST_SECONDS = 20
"""Of processor time for all outputs of one small file: a hundred times what it takes, and far less than a hang."""


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found(path: Path) -> None:
    start = time.process_time()
    survive(path.read_bytes())
    assert time.process_time() - start < MOST_SECONDS
