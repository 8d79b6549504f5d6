"""Every sentence of the program can be said, and says the same fields in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "roadmapctl"
MODULES = sorted(SOURCE.rglob("*.py"))
PAIRS = {"Message": (0, 1), "Note": (0, 1), "refused": (0, 1), "unreadable": (1, 2)}


def fields(template: str) -> set[str]:
    """The fields of a template; raises ValueError where a brace stands alone."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def sentences(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, English and Chinese template of every message a module writes out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in PAIRS:
            texts = [node.args[i] for i in PAIRS[node.func.id] if i < len(node.args)]
        elif node.func.id == "rule":
            texts = [k.value for k in node.keywords if k.arg in ("en", "zh")]
        else:
            continue
        words = [t.value for t in texts if isinstance(t, ast.Constant) and isinstance(t.value, str)]
        if len(words) == 2:
            yield node.lineno, words[0], words[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_both_languages_use_the_same_fields(path: Path) -> None:
    for line, en, zh in sentences(path):
        # x_zh is the Chinese word for x, where a field is itself a word.
        assert fields(en) == {name.removesuffix("_zh") for name in fields(zh)}, f"{path.name}:{line}"


def test_there_are_sentences_to_look_at() -> None:
    assert sum(1 for path in MODULES for _ in sentences(path)) > 200
