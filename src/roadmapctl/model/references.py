"""Every reference a plan makes: which id of which section, and where it stands."""

import functools
import typing
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain
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

    Nearly all of them are right, so this is what is asked first: without places it takes a fifth of the time.
    """
    found: Found = defaultdict(set)
    _fields_of(Plan).gather((plan,), found)
    return {section: ids for section, ids in found.items() if ids}


def references(plan: Plan, ids: Mapping[str, Collection[str]]) -> list[Reference]:
    """The references to these ids of these sections, in the order in which they stand."""
    found: list[Reference] = []

    def tell(reference: Reference) -> None:
        if reference.id in ids.get(reference.section, ()):
            found.append(reference)

    _fields_of(Plan).walk(plan, (), tell)
    return found


def section_ids(plan: Plan, section: str) -> dict[str, Any]:
    """The members of a section by id: `milestones`, `organization.people`, `funnel.stages`…"""
    part: Any = plan
    for step in section.split("."):
        part = getattr(part, step, None)
        if part is None:
            return {}
    return part if isinstance(part, dict) else {item.id: item for item in part}


Found = defaultdict[str, set[str]]
Tell = Callable[[Reference], None]


class _Id:
    """A value that is an id itself."""

    def __init__(self, section: str) -> None:
        self.section = section

    def gather(self, values: Iterable[Any], found: Found) -> None:
        """Find the ids in many values of this shape at once: that needs no step of Python's for each of them."""
        found[self.section].update(values)

    def walk(self, value: Any, path: Path, tell: Tell) -> None:
        """Tell of the references in one value, each with its place."""
        tell(Reference(path, self.section, value))


class _Items:
    """A list of values of one shape."""

    def __init__(self, item: "_Shape") -> None:
        self.item = item

    def gather(self, values: Iterable[Any], found: Found) -> None:
        self.item.gather(list(chain.from_iterable(values)), found)

    def walk(self, value: Any, path: Path, tell: Tell) -> None:
        for index, item in enumerate(value):
            self.item.walk(item, (*path, getattr(item, "id", index)), tell)


class _Members:
    """A mapping whose keys are ids of a section, or whose values have a shape."""

    def __init__(self, keys: Ref | None, member: "_Shape | None") -> None:
        self.keys, self.member = keys, member

    def gather(self, values: Iterable[Any], found: Found) -> None:
        for members in values:
            if self.keys is not None:
                found[self.keys.section].update(members)
            if self.member is not None:
                self.member.gather(members.values(), found)

    def walk(self, value: Any, path: Path, tell: Tell) -> None:
        for key, member in value.items():
            here = (*path, key)
            if self.keys is not None:
                tell(Reference(here, self.keys.section, key, is_key=True))
            if self.member is not None:
                self.member.walk(member, here, tell)


class _Fields:
    """An element: those of its fields that can hold a reference, each with its name, its key in the plan and its shape."""

    def __init__(self, fields: "tuple[tuple[str, str, _Shape], ...]") -> None:
        self.fields = fields

    def gather(self, values: Iterable[Any], found: Found) -> None:
        elements = [element.__dict__ for element in values]
        for name, _, shape in self.fields:
            written = [value for element in elements if (value := element[name])]
            if written:
                shape.gather(written, found)

    def walk(self, value: Any, path: Path, tell: Tell) -> None:
        for name, key, shape in self.fields:
            written = getattr(value, name)
            if written:
                shape.walk(written, (*path, key), tell)


_Shape = _Id | _Items | _Members | _Fields
"""Where references stand in a value. One is worked out per annotation, once."""


@functools.cache
def _fields_of(model: type[BaseModel]) -> _Fields:
    rows = []
    for name, info in model.model_fields.items():
        reference = _ref(info.metadata)
        annotation: Any = info.annotation
        shape = _shape(annotation) if reference is None else _Id(reference.section)
        if shape is not None:
            rows.append((name, info.alias or name, shape))
    return _Fields(tuple(rows))


def _ref(marks: Iterable[Any]) -> Ref | None:
    return next((mark for mark in marks if isinstance(mark, Ref)), None)


@functools.cache
def _shape(annotation: Any) -> _Shape | None:
    """The shape of an annotation's values, or None where nothing in them can refer to anything."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        reference = _ref(arguments)
        return _Id(reference.section) if reference is not None else _shape(arguments[0])
    if origin is tuple:
        item = _shape(arguments[0])
        return None if item is None else _Items(item)
    if origin is dict:
        keys, member = _ref(typing.get_args(arguments[0])), _shape(arguments[1])
        return None if keys is None and member is None else _Members(keys, member)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        element = _fields_of(annotation)
        return element if element.fields else None
    shapes = (_shape(argument) for argument in arguments)
    return next((shape for shape in shapes if shape is not None), None)
