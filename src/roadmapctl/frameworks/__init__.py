"""The planning methods, as data: one file each in `methods`, read when a plan follows it. Nothing lists the files."""

import os
from functools import cache
from importlib import import_module

from roadmapctl.frameworks.element import Element, Framework, Step

__all__ = ["Element", "Framework", "Step", "asked_codes", "framework", "is_file", "names"]
ENDINGS = (".yaml", ".yml")


@cache
def names() -> tuple[str, ...]:
    """What the methods are called: `seven-step`, `quarterly`…"""
    files = os.listdir(os.path.join(os.path.dirname(__file__), "methods"))
    modules = sorted(name[:-3] for name in files if name.endswith(".py") and name != "__init__.py")
    return tuple(module.replace("_", "-") for module in modules)


@cache
def framework(name: str) -> Framework | None:
    """The method of that name; None where there is none."""
    if name not in names():
        return None
    method: Framework = import_module(f"{__package__}.methods.{name.replace('-', '_')}").METHOD
    return method


def is_file(name: str) -> bool:
    """Does it name a file with a method of somebody's own?"""
    return name.endswith(ENDINGS)


def asked_codes(methods: tuple[Framework, ...]) -> frozenset[str]:
    """The codes of the rules that the methods ask for."""
    return frozenset(code for method in methods for element in method.elements for code in element.asks)
