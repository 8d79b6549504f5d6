"""What all parts of a plan have in common: they never change, and they know no keys but their own."""

import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreConfig, CoreSchema, core_schema


class Read:
    """In an annotation: how a value is read from YAML, written back, and described to an editor."""

    def __init__(self, read: Callable[[Any], Any], write: Callable[[Any], Any] | None, schema: dict[str, Any]) -> None:
        serialization = None if write is None else core_schema.plain_serializer_function_ser_schema(write)
        self.core: CoreSchema = core_schema.no_info_plain_validator_function(read, serialization=serialization)
        self.schema = schema


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
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """How pydantic reads it, said in pydantic's own terms without its introspection: a plan is made of few shapes.

        That takes a fifth of the time, which is a tenth of what a short call takes.
        """
        del source, handler
        return element_core(cls)


CLOSED = CoreConfig(extra_fields_behavior="forbid")


@cache
def element_core(model: type[Element]) -> CoreSchema:
    """The core schema of an element: its keys, each read by its annotation."""
    fields = {
        name: core_schema.model_field(_with_default(info), validation_alias=info.alias, serialization_alias=info.alias)
        for name, info in model.__pydantic_fields__.items()
    }
    inner = core_schema.model_fields_schema(fields, model_name=model.__name__)
    post_init = getattr(model, "__pydantic_post_init__", None)
    return core_schema.model_schema(model, inner, post_init=post_init, config=CLOSED, frozen=True)


def _with_default(info: FieldInfo) -> CoreSchema:
    value = _core(info.annotation, info.metadata)
    if info.is_required():
        return value
    if info.default == {}:
        return core_schema.with_default_schema(value, default_factory=dict)  # in place of a deep copy of one
    return core_schema.with_default_schema(value, default=info.default)


def _core(annotation: Any, marks: Sequence[Any] = ()) -> CoreSchema:
    """The core schema of a value. Raises TypeError for a kind that no plan has."""
    reader = reader_of(marks)
    if reader is not None:
        return reader.core
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _core(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        kinds: list[Any] = [_core(kind) for kind in arguments if kind is not NoneType]
        value = kinds[0] if len(kinds) == 1 else core_schema.union_schema(kinds)
        return core_schema.nullable_schema(value) if NoneType in arguments else value
    if origin is dict:
        return core_schema.dict_schema(*map(_core, arguments))
    if origin is tuple:
        return core_schema.tuple_schema([_core(arguments[0])], variadic_item_index=0)
    if origin is Literal:
        return core_schema.literal_schema(list(arguments))
    if annotation in PLAIN:
        return PLAIN[annotation]
    if issubclass(annotation, Element):
        return element_core(annotation)
    raise TypeError(f"no part of a plan is a {annotation}")


PLAIN: dict[Any, CoreSchema] = {
    bool: core_schema.bool_schema(),
    int: core_schema.int_schema(),
    str: core_schema.str_schema(),
    Decimal: core_schema.decimal_schema(),
}


def reader_of(marks: Sequence[Any]) -> Read | None:
    """How a value is read, where an annotation's marks say so."""
    return next((mark for mark in marks if isinstance(mark, Read)), None)


def _without_plugins() -> None:
    """Keep pydantic from searching every installed package for plug-ins, of which a plan has no use (20 ms a start)."""
    if "pydantic.plugin._loader" not in sys.modules:
        loader = ModuleType("pydantic.plugin._loader")
        loader.get_plugins = lambda: ()  # type: ignore[attr-defined]
        sys.modules["pydantic.plugin._loader"] = loader


_without_plugins()
