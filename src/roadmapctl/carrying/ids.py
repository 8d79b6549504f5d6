"""Ids that name the period that ends: `q2-readers` is called `q3-readers` in the plan of the third quarter."""

from collections.abc import Mapping
from typing import Any

from roadmapctl.carrying.dangling import as_written
from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan
from roadmapctl.model.references import references
from roadmapctl.model.time import Period

SECTIONS = ("goals", "milestones", "focus", "tactics", "ideas")
Names = Mapping[str, Mapping[str, str]]
"""By section, the new id of each that changes."""


def names(values: Mapping[str, Any], before: Period, after: Period) -> Names:
    """The ids that change: a word of theirs is the quarter, the half or the year that ends, and nobody has the new one."""
    words = dict(_words(before, after))
    found: dict[str, dict[str, str]] = {}
    for section in SECTIONS:
        ids = list(values.get(section) or ())
        new = {id_: "-".join(words.get(word, word) for word in id_.split("-")) for id_ in ids}
        changed = {id_: other for id_, other in new.items() if other != id_ and other not in ids}
        if changed:
            found[section] = changed
    return found


def _words(before: Period, after: Period) -> list[tuple[str, str]]:
    words = [(str(before.start.year), str(after.start.year))] if before.start.year != after.start.year else []
    if before.text is None or after.text is None:
        return words
    (_, _, was), (_, _, now) = before.text.partition("-"), after.text.partition("-")
    return [*words, (was.lower(), now.lower())] if was[:1] in ("Q", "H") else words


def renamed(values: dict[str, Any], new: Names) -> dict[str, Any]:
    """The values with these ids changed, where they are defined and where they are named."""
    if not new:
        return values
    plan = Plan.model_validate(values)
    found = references(plan, {section: set(ids) for section, ids in new.items()})
    places = {(as_written(one, values), one.is_key): new[one.section][one.id] for one in found}
    for section, ids in new.items():
        places |= {((section, id_), True): other for id_, other in ids.items()}
    result: dict[str, Any] = _changed(values, places, ())
    return result


def _changed(value: Any, places: Mapping[tuple[Path, bool], str], here: Path) -> Any:
    if (here, False) in places:
        return places[here, False]
    if isinstance(value, dict):
        return {
            places.get(((*here, key), True), key): _changed(part, places, (*here, key)) for key, part in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_changed(item, places, (*here, n)) for n, item in enumerate(value)]
    return value


def moved(comments: Mapping[Path, tuple[str, ...]], new: Names) -> dict[Path, tuple[str, ...]]:
    """The comments at the paths of the new ids."""
    return {_path(path, new): lines for path, lines in comments.items()}


def _path(path: Path, new: Names) -> Path:
    if len(path) < 2 or path[0] not in new:
        return path
    return (path[0], new[str(path[0])].get(str(path[1]), path[1]), *path[2:])
