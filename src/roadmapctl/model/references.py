"""Every reference a plan makes: which id of which section, and where it stands."""

import functools
import typing
from collections.abc import Iterator
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


def references(plan: Plan) -> Iterator[Reference]:
    """All references of the plan, in the order in which they stand."""
    yield from _in_element(plan, ())


def section_ids(plan: Plan, section: str) -> dict[str, Any]:
    """The members of a section by id: `milestones`, `organization.people`, `funnel.stages`…"""
    part: Any = plan
    for step in section.split("."):
        part = getattr(part, step, None)
        if part is None:
            return {}
    return part if isinstance(part, dict) else {item.id: item for item in part}


def _in_element(element: BaseModel, path: Path) -> Iterator[Reference]:
    for name, key, where in _plan_of(type(element)):
        value = getattr(element, name)
        if value:
            yield from where(value, (*path, key))


# A walker takes a value and its path and yields the references in it. One is worked out per annotation, once.
@functools.cache
def _plan_of(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a model that can hold a reference: attribute, key in the plan, walker."""
    rows = []
    for name, info in model.model_fields.items():
        reference = next((m for m in info.metadata if isinstance(m, Ref)), None)
        annotation: Any = info.annotation
        walker = _direct(reference) if reference else _walker(annotation)
        if walker is not None:
            rows.append((name, info.alias or name, walker))
    return tuple(rows)


def _direct(reference: Ref) -> Any:
    return lambda value, path: iter((Reference(path, reference.section, value),))


@functools.cache
def _walker(annotation: Any) -> Any:
    """The walker for an annotation, or None where nothing in it can refer to anything."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        reference = next((a for a in arguments if isinstance(a, Ref)), None)
        return _direct(reference) if reference else _walker(arguments[0])
    if origin is tuple:
        return _over_items(_walker(arguments[0]))
    if origin is dict:
        return _over_members(_walker(arguments[0]), _walker(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _in_element if _plan_of(annotation) else None
    walkers = [w for w in map(_walker, arguments) if w is not None]
    return walkers[0] if walkers else None


def _over_items(inner: Any) -> Any:
    if inner is None:
        return None

    def walk(items: Any, path: Path) -> Iterator[Reference]:
        for index, item in enumerate(items):
            yield from inner(item, (*path, getattr(item, "id", index)))

    return walk


def _over_members(keys: Any, values: Any) -> Any:
    if keys is None and values is None:
        return None

    def walk(members: Any, path: Path) -> Iterator[Reference]:
        for key, value in members.items():
            here = (*path, key)
            if keys is not None:
                for found in keys(key, here):
                    yield Reference(here, found.section, key, is_key=True)
            if values is not None:
                yield from values(value, here)

    return walk
