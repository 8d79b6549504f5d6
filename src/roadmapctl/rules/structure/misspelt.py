"""Ids that were misspelt where they are defined: nothing names them, and everything names one that is hardly different."""

from collections.abc import Collection, Mapping

from roadmapctl.model import Plan
from roadmapctl.model.nearest import is_slip
from roadmapctl.model.references import references, section_ids
from roadmapctl.rules.once import ids_in_use, once
from roadmapctl.rules.structure.unknown_ids import unknown_ids

OFTEN = 2
"""Named so often, an id is what people mean; once, it may be the slip itself."""
FEW = 20
"""More unknown ids of one section than these are no slip of a definition."""


@once
def misspelt(plan: Plan) -> dict[tuple[str, str], str]:
    """By section and the id that is named, the id that is defined."""
    found: dict[tuple[str, str], str] = {}
    for section, unknown in unknown_ids(plan).items():
        unused = section_ids(plan, section).keys() - _named(plan, section) if len(unknown) <= FEW else set()
        for id in unknown if unused else ():
            meant = [other for other in unused if is_slip(id, other) or _jumbled(id, other)]
            if len(meant) == 1 and _is_often_named(plan, section, id):
                found[section, id] = meant[0]
    return found


def _jumbled(id: str, other: str) -> bool:
    """Are they the same letters in another order? Short ids such as `mql` have no other slips to tell."""
    return len(id) > 2 and sorted(id) == sorted(other)


def _named(plan: Plan, section: str) -> Collection[str]:
    return ids_in_use(plan).get(section, ())


def _is_often_named(plan: Plan, section: str, id: str) -> bool:
    wanted: Mapping[str, Collection[str]] = {section: (id,)}
    return len(references(plan, wanted)) >= OFTEN
