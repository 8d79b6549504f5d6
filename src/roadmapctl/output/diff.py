"""What would change in a file, as a unified diff that `patch -p0` and `git apply -p0` take."""

from collections.abc import Iterator

from roadmapctl.i18n.text import visible
from roadmapctl.output.place import file_name

NO_NEWLINE = "\n\\ No newline at end of file\n"
COLOURS = {"---": "1", "+++": "1", "@@ ": "36", "-": "31", "+": "32"}


def as_diff(name: str, before: str, after: str, *, colour: bool = False) -> str:
    """The diff of a text; its lines byte for byte, but on a terminal (`colour`) with what could not be seen written out."""
    return "".join(_painted(line) if colour else line for line in _lines(file_name(name), before, after))


def _lines(name: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff

    for line in unified_diff(_split(before), _split(after), name, name):
        yield line if line.endswith("\n") else line + NO_NEWLINE


def _split(text: str) -> list[str]:
    """Lines as `patch` counts them: a carriage return is part of its line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _painted(line: str) -> str:
    shown = "\n".join(visible(part.removesuffix("\r")) for part in line.split("\n"))
    code = next((code for start, code in COLOURS.items() if line.startswith(start)), None)
    return shown if code is None else f"\x1b[{code}m{shown.rstrip()}\x1b[0m\n"
