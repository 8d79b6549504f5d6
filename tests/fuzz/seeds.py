"""What the fuzzer starts from: the examples, the blocks of YAML on the rules' pages, what was found before; and its words."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from roadmapctl.model.schema import plan_schema
from roadmapctl.rules.engine import catalogue
from tests.fuzz.accidents import EXAMPLES, PIECES

FOUND = Path(__file__).parent / "found"
BLOCK = re.compile("```yaml\n(.*?)```", re.DOTALL)


def write_seeds(folder: Path) -> None:
    """The seeds as files, which the fuzzer adds to."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (folder / f"seed-{number:04}").write_bytes(seed)


@cache
def seeds() -> tuple[bytes, ...]:
    """All of them."""
    files = (path.read_bytes() for path in (*EXAMPLES, *sorted(FOUND.iterdir())))
    blocks = (block.encode() for rule in catalogue().values() for block in BLOCK.findall(rule.page))
    return (*files, *blocks)


def write_words(file: Path) -> None:
    """The fuzzer's dictionary: every key and choice of the plan format, and the pieces that accidents are made of."""
    words = sorted({word for word in (*_words(plan_schema()), *PIECES) if word})
    file.write_text("".join(f'"{_escaped(word)}"\n' for word in words), "ascii")


def _words(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _words(part)
    elif isinstance(schema, dict):
        yield from (f"{key}: " for key in schema.get("properties", ()))
        yield from (json.dumps(choice) for choice in schema.get("enum", ()))
        for part in schema.values():
            yield from _words(part)


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())
