"""The planning methods, as data: one file each, listed here."""

from roadmapctl.frameworks.element import Element, Framework
from roadmapctl.frameworks.seven_step import SEVEN_STEP

FRAMEWORKS: dict[str, Framework] = {framework.id: framework for framework in (SEVEN_STEP,)}

__all__ = ["FRAMEWORKS", "Element", "Framework", "asked_codes"]


def asked_codes(methods: tuple[str, ...]) -> frozenset[str]:
    """The codes of the rules that the named methods ask for; a name that is no method asks for nothing."""
    return frozenset(
        code for name in methods if name in FRAMEWORKS for e in FRAMEWORKS[name].elements for code in e.asks
    )
