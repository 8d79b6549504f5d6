"""The JSON Schema of the plan format, with the models' own docstrings as descriptions."""

import ast
import functools
import inspect
import json
import typing
from collections.abc import Sequence
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from roadmapctl.model.choices import CHOICES, EXAMPLES
from roadmapctl.model.element import Element, reader_of
from roadmapctl.model.plan import Plan
from roadmapctl.model.text import Ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:roadmapctl:roadmap-1"


Definitions = dict[str, dict[str, Any]]
"""The schemas of a plan's elements by name."""


def plan_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a plan, for checking, and for an editor's hovers and completion.

    What lies between values, such as references, dates that do not exist and ends of a range in their order, is beyond it;
    `validate` checks that. `$defs/SectionFile` is the schema of a section file of a plan folder.
    """
    definitions: Definitions = {}
    schema = _element(Plan, definitions)
    definitions["SectionFile"] = _section_file(schema["properties"])
    return {"$schema": DIALECT, "$id": ID, **schema, "title": "Marketing roadmap", "$defs": definitions}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _section_file(properties: dict[str, Any]) -> dict[str, Any]:
    """A plan's keys, none of which a section file must have."""
    return {
        "type": "object",
        "title": "Section file",
        "description": "A section file of a plan folder, such as goals.yaml: keys of a plan, beside its roadmap.yaml.",
        "properties": {key: {"$ref": f"#/properties/{key}"} for key in properties},
        "additionalProperties": False,
    }


def _element(model: type[Element], definitions: Definitions) -> dict[str, Any]:
    """The schema of an element; those of the elements in it are added to the definitions."""
    fields = {info.alias or name: (name, info) for name, info in model.model_fields.items()}
    docstrings = _attribute_docstrings(model)
    required = [key for key, (_, info) in fields.items() if info.is_required()]
    return {
        "type": "object",
        "properties": {
            key: _property(f"{model.__name__}.{key}", docstrings.get(name, ""), info, definitions)
            for key, (name, info) in fields.items()
        },
        **({"required": required} if required else {}),
        "title": model.__name__,
        "description": inspect.cleandoc(model.__doc__ or ""),
        "additionalProperties": False,
    }


def _property(name: str, docstring: str, info: FieldInfo, definitions: Definitions) -> dict[str, Any]:
    """A key: what it means and how its value looks.

    An optional key is left out, not null: an editor should neither offer nor accept null. Nor should it offer the emptiness
    that an unset collection is read as.
    """
    said = f"{docstring} {_referring(info)}".strip()
    property = {
        "title": name.partition(".")[2],
        "description": said,
        **_value(info.annotation, info.metadata, definitions),
    }
    if info.default and not info.is_required():
        property["default"] = info.default
    if "`" in said:
        property["markdownDescription"] = said  # editors show the marks of a plain description as they are
    _explain(property, name)
    return property


def _value(annotation: Any, marks: Sequence[Any], definitions: Definitions) -> dict[str, Any]:
    """How a value looks, in the shapes that `element` reads."""
    reader = reader_of(marks)
    if reader is not None:
        return dict(reader.schema)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(arguments[0], arguments[1:], definitions)
    if origin in (Union, UnionType):
        kinds = [_value(kind, (), definitions) for kind in arguments if kind is not NoneType]
        return kinds[0] if len(kinds) == 1 else {"type": [kind["type"] for kind in kinds if kind["type"] != "integer"]}
    if origin is dict:
        keys, values = (_value(part, (), definitions) for part in arguments)
        names = {"propertyNames": keys} if "pattern" in keys or "enum" in keys else {}
        return {"type": "object", **names, "additionalProperties": values}
    if origin is tuple:
        return {"type": "array", "items": _value(arguments[0], (), definitions)}
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if annotation in PLAIN:
        return {"type": PLAIN[annotation]}
    if annotation.__name__ not in definitions:
        definitions[annotation.__name__] = _element(annotation, definitions)
    return {"$ref": f"#/$defs/{annotation.__name__}"}


PLAIN = {bool: "boolean", int: "integer", str: "string", Decimal: "number"}


def _explain(property: dict[str, Any], key: str) -> None:
    """Add what each choice means, where editors look for it: beside the `enum`, in its order."""
    if key in EXAMPLES:
        property["examples"] = EXAMPLES[key]
    meanings = CHOICES.get(key)
    for place in (property, property.get("items", {}), property.get("propertyNames", {})):
        if meanings is not None and "enum" in place:
            place["enum"] = list(meanings)
            place["enumDescriptions"] = list(meanings.values())


def _referring(info: FieldInfo) -> str:
    """Of what a key's value is an id, if it is one."""
    own = next((m for m in info.metadata if isinstance(m, Ref)), None)
    section = own.section if own is not None else _section(info.annotation)
    if section is None:
        return ""
    origin = typing.get_origin(info.annotation)
    form = "Ids of `{}`." if origin is tuple else "Its keys are ids of `{}`." if origin is dict else "An id of `{}`."
    return form.format(section)


def _section(annotation: Any) -> str | None:
    """The section that an annotation's ids belong to."""
    own = next((m.section for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Ref)), None)
    return own or next(filter(None, map(_section, typing.get_args(annotation))), None)


@functools.cache
def _attribute_docstrings(model: type[Element]) -> dict[str, str]:
    """The string under each field of a model's class body."""
    body = ast.parse(inspect.getsource(model)).body[0]
    found: dict[str, str] = {}
    if isinstance(body, ast.ClassDef):
        for statement, following in zip(body.body, body.body[1:], strict=False):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and _is_text(following):
                found[statement.target.id] = following.value.value  # type: ignore[attr-defined]
    return found


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
