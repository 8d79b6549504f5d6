"""Every reference a plan makes: which id of which section, and where it stands."""

import functools
import typing
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from roadmapctl.diagnostics import Path
from roadmapctl.model.plan import Plan
from roadmapctl.model.text import Ref


class Reference(NamedTuple):
    """`id`, written at `path`, means a member of `section`. `is_key`: it stands there as a mapping's key."""

    path: Path
    section: str
    id: str
    is_key: bool = False


def referred_ids(plan: Plan) -> dict[str, set[str]]:
    """The ids that the plan refers to, by the section they should be in.

    Nearly all of them are right, so this is what is asked first: without places it takes a quarter of the time.
    """
    found: dict[str, set[str]] = defaultdict(set)
    _in_element(plan, None, lambda section, id, _path, _is_key: found[section].add(id))
    return dict(found)


def references(plan: Plan, ids: Mapping[str, Collection[str]]) -> list[Reference]:
    """The references to these ids of these sections, in the order in which they stand."""
    found: list[Reference] = []

    def tell(section: str, id: str, path: Path | None, is_key: bool) -> None:
        if path is not None and id in ids.get(section, ()):
            found.append(Reference(path, section, id, is_key))

    _in_element(plan, (), tell)
    return found


def section_ids(plan: Plan, section: str) -> dict[str, Any]:
    """The members of a section by id: `milestones`, `organization.people`, `funnel.stages`…"""
    part: Any = plan
    for step in section.split("."):
        part = getattr(part, step, None)
        if part is None:
            return {}
    return part if isinstance(part, dict) else {item.id: item for item in part}


Tell = Callable[[str, str, Path | None, bool], None]
"""Is told of each reference: the section, the id, its path (None where nobody asked for paths), and whether it is a key."""

Walker = Callable[[Any, Path | None, Tell], None]
"""Goes through a value at a path and tells of the references in it. One is worked out per annotation, once."""


def _in_element(element: BaseModel, path: Path | None, tell: Tell) -> None:
    values = element.__dict__
    for name, key, section, walk in _plan_of(type(element)):
        value = values[name]
        if value:
            here = None if path is None else (*path, key)
            if section is not None:
                tell(section, value, here, False)
            elif walk is not None:
                walk(value, here, tell)


@functools.cache
def _plan_of(model: type[BaseModel]) -> tuple[tuple[str, str, str | None, Walker | None], ...]:
    """The fields of a model that can hold a reference: attribute, key in the plan, the section it refers to or a walker."""
    rows = []
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        reference = _ref(info.metadata)
        walker = _walker(annotation) if reference is None else None
        if reference is not None or walker is not None:
            rows.append((name, info.alias or name, reference and reference.section, walker))
    return tuple(rows)


def _ref(marks: Iterable[Any]) -> Ref | None:
    return next((mark for mark in marks if isinstance(mark, Ref)), None)


def _direct(reference: Ref) -> Walker:
    section = reference.section
    return lambda value, path, tell: tell(section, value, path, False)


@functools.cache
def _walker(annotation: Any) -> Walker | None:
    """The walker for an annotation, or None where nothing in it can refer to anything."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        reference = _ref(arguments)
        return _direct(reference) if reference is not None else _walker(arguments[0])
    if origin is tuple:
        return _over_items(_walker(arguments[0]))
    if origin is dict:
        return _over_members(_ref(typing.get_args(arguments[0])), _walker(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _in_element if _plan_of(annotation) else None
    walkers = [w for w in map(_walker, arguments) if w is not None]
    return walkers[0] if walkers else None


def _over_items(inner: Walker | None) -> Walker | None:
    if inner is None:
        return None

    def walk(items: Any, path: Path | None, tell: Tell) -> None:
        for index, item in enumerate(items):
            inner(item, None if path is None else (*path, getattr(item, "id", index)), tell)

    return walk


def _over_members(keys: Ref | None, values: Walker | None) -> Walker | None:
    if keys is None and values is None:
        return None

    def walk(members: Any, path: Path | None, tell: Tell) -> None:
        for key, value in members.items():
            here = None if path is None else (*path, key)
            if keys is not None:
                tell(keys.section, key, here, True)
            if values is not None:
                values(value, here, tell)

    return walk
