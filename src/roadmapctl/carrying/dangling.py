"""References to what does not go on, taken out of a plan that is being written."""

from collections.abc import Collection, Iterable
from typing import Any

from roadmapctl.diagnostics import Path
from roadmapctl.model import Plan
from roadmapctl.model.references import Reference, references, referred_ids, section_ids


def without_dangling(values: dict[str, Any], wider_goals: Collection[str]) -> dict[str, Any]:
    """The values without references to ids that are not there. `wider_goals` are goals that may be named besides."""
    plan = Plan.model_validate(values)
    gone = {section: ids - _known(plan, section, wider_goals) for section, ids in referred_ids(plan).items()}
    found = [one for one in references(plan, gone) if any(gone.values())]
    return _without(values, {as_written(one, values) for one in found}, ()) if found else values


def _known(plan: Plan, section: str, wider_goals: Collection[str]) -> set[str]:
    return {*section_ids(plan, section), *(wider_goals if section == "goals" else ())}


def as_written(one: Reference, values: Any) -> Path:
    """The path of a reference with list items by their place, where the reference names them by their id."""
    found: list[str | int] = []
    for step in one.path:
        if isinstance(values, (list, tuple)) and not isinstance(step, int):
            step = next(n for n, item in enumerate(values) if item.get("id") == step)
        found.append(step)
        values = values[step]
    return tuple(found)


def _without(value: Any, paths: Iterable[Path], here: Path) -> Any:
    """A copy without what stands at the paths, and without what that leaves empty."""
    gone = set(paths)
    if isinstance(value, dict):
        items = ((key, part) for key, part in value.items() if (*here, key) not in gone)
        inner = {key: _without(part, gone, (*here, key)) for key, part in items}
        members = len(here) == 1 or here == ("organization", "people")  # which others may name
        return {key: part for key, part in inner.items() if members or part not in ({}, []) or value[key] in ({}, [])}
    if isinstance(value, (list, tuple)):
        return [_without(item, gone, (*here, n)) for n, item in enumerate(value) if (*here, n) not in gone]
    return value
