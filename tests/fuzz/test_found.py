"""What once broke something, or ran without end, and must never again. A file's name says what it was."""

from pathlib import Path

import pytest

from tests.fuzz.survive import survive

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found(path: Path) -> None:
    survive(path.read_bytes())
