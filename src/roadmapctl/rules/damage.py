"""What of a plan could not be read, and which places of it are therefore not whole."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmapctl.diagnostics import Path
from roadmapctl.rules.rule import ANY


class Damage(NamedTuple):
    """The paths of which something is missing, and those of which nothing is left.

    Each stands there also with any one of its steps as ANY: so `tactics.*.budget` is looked up, however much is missing.
    """

    parts: frozenset[Path]
    gone: frozenset[Path]

    def hides(self, places: Iterable[str]) -> bool:
        """Is one of the places, such as `tactics` or `tactics.*.budget`, not there as a whole?"""
        return any(self._touches(tuple(place.split("."))) for place in places)

    def _touches(self, steps: Path) -> bool:
        within_gone = ANY in steps and any(steps[:depth] in self.gone for depth in range(1, len(steps)))
        return within_gone or steps in self.parts


def damage_of(unread: frozenset[Path]) -> Damage:
    """The damage where these paths could not be read."""
    parts = frozenset(path[:depth] for path in unread for depth in range(1, len(path) + 1))
    return Damage(_in_general(parts), _in_general(unread))


def _in_general(paths: frozenset[Path]) -> frozenset[Path]:
    general = ((*path[:step], ANY, *path[step + 1 :]) for path in paths for step in range(len(path)))
    return paths.union(general)
