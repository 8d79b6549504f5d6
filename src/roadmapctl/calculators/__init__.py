"""The field's sums without a plan: CAC, payback, ROAS, pipeline, A/B tests. Each is a file of `catalogue/`, found by walking it."""

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmapctl.calculators.calculator import Calculator


@cache
def names() -> tuple[str, ...]:
    """The calculators' names in alphabetical order, without importing any of them."""
    files = sorted(os.listdir(os.path.join(os.path.dirname(__file__), "catalogue")))
    return tuple(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))


def find(name: str) -> "Calculator":
    """The calculator of this name: the object of its name in the module of its name. Raises LookupError."""
    if name not in names():
        raise LookupError(name)
    found: Calculator = getattr(import_module(f"roadmapctl.calculators.catalogue.{name}"), name)
    return found


def families() -> "dict[str, list[Calculator]]":
    """All calculators by family, in the order of reading: families as they are declared, names in alphabetical order."""
    from roadmapctl.calculators.calculator import FAMILIES

    found = [find(name) for name in names()]
    return {family: [one for one in found if one.family == family] for family in FAMILIES}


def near(word: str) -> tuple[str, ...]:
    """Calculators somebody may have meant: those whose title speaks of it (NRR, 样本量), else one of a name like this one."""
    import re

    from roadmapctl.model.nearest import nearest

    wanted = re.escape(word.casefold().strip())
    whole = re.compile(rf"(?<![a-z]){wanted}(?![a-z])")
    titles = {name: " ".join(find(name).title).casefold() for name in names()}
    spoken = tuple(name for name, title in titles.items() if len(wanted) > 1 and whole.search(title))
    alike = nearest(word, names())
    return spoken or (() if alike is None else (alike,))
