"""The formats of `validate`, by name: each is the function `as_NAME` of the module of its name, imported when it is used."""

from collections.abc import Callable
from importlib import import_module

from roadmapctl.output import Findings

Writer = Callable[[Findings], str]


def _writer(name: str) -> Writer:
    def write(findings: Findings) -> str:
        as_name: Writer = getattr(import_module(f"roadmapctl.output.{name}"), f"as_{name}")
        return as_name(findings)

    return write


NAMES = ("text", "json", "github", "sarif", "junit", "gitlab", "markdown")
FORMATS: dict[str, Writer] = {name: _writer(name) for name in NAMES}
