"""What all parts of a plan have in common: they never change, and they know no keys but their own."""

import sys
from collections.abc import Callable
from copy import copy
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, PydanticUndefined, core_schema


class Read:
    """In an annotation: how a value is read from YAML, written back, and described to an editor.

    Says in one core-schema node what a validator, a serializer and a schema annotation would say in three, and spares
    pydantic the introspection of each: with two hundred fields that is a third of the time a short plan takes.
    """

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any] | None, schema: dict[str, Any]) -> None:
        serialization = None if write is None else core_schema.plain_serializer_function_ser_schema(write)
        self._core: CoreSchema = core_schema.no_info_plain_validator_function(read, serialization=serialization)
        self.schema = schema
        self._or_nothing: Read | None = None

    @property
    def or_nothing(self) -> "Read":
        """The same, where `null` may stand in place of a value."""
        if self._or_nothing is None:
            self._or_nothing = copy(self)
            self._or_nothing._core = core_schema.nullable_schema(self._core)
        return self._or_nothing

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return self._core

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


def closed(**keys: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """The schema of a mapping that has just these keys, each given as what it means and how its value looks."""
    return {
        "type": "object",
        "properties": {
            key: {**schema, "title": key, "description": description} for key, (description, schema) in keys.items()
        },
        "required": list(keys),
        "additionalProperties": False,
    }


class Element(BaseModel):
    """A part of a plan. Frozen; an unknown key is an error; validators are built only when the first plan is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Read `Name | None` by one node too: a union of every optional key costs a quarter of building the validators.

        And make an empty mapping where a key is left out, in place of a deep copy of one.
        """
        for info in cls.__pydantic_fields__.values():
            info.annotation = _as_one_node(info.annotation)
            if info.default == {}:
                info.default, info.default_factory = PydanticUndefined, dict


def _as_one_node(annotation: Any) -> Any:
    """`Annotated[str, Read(…)] | None` without the union; every other annotation as it is."""
    kinds = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ()
    if len(kinds) != 2 or kinds[1] is not NoneType:
        return annotation
    marks = getattr(kinds[0], "__metadata__", ())
    if not any(isinstance(mark, Read) for mark in marks):
        return annotation
    return Annotated[(Any, *(mark.or_nothing if isinstance(mark, Read) else mark for mark in marks))]


def _without_plugins() -> None:
    """Keep pydantic from searching every installed package for plug-ins, of which a plan has no use (20 ms a start)."""
    if "pydantic.plugin._loader" not in sys.modules:
        loader = ModuleType("pydantic.plugin._loader")
        loader.get_plugins = lambda: ()  # type: ignore[attr-defined]
        sys.modules["pydantic.plugin._loader"] = loader


_without_plugins()
