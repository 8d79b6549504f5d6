"""The JSON Schema of the plan format, with the models' own docstrings as descriptions."""

import ast
import functools
import inspect
import sys
import typing
from typing import Any

from pydantic import BaseModel

from roadmapctl.model.element import Read
from roadmapctl.model.plan import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:roadmapctl:roadmap-1"


def plan_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a plan. Cross-references between parts of a plan are beyond it; `validate` checks them."""
    schema = Plan.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.pop("$defs", {})
    models = _models(Plan)
    for name, definition in [("Plan", schema), *definitions.items()]:
        _describe(definition, models[name])
    return {"$schema": DIALECT, "$id": ID, **schema, "title": "Marketing roadmap", "$defs": definitions}


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Every model of the format by name."""
    modules = {m for name, m in sys.modules.items() if name.startswith(f"{__package__}.")}
    found = {
        c.__name__: c for m in modules for c in vars(m).values() if isinstance(c, type) and issubclass(c, BaseModel)
    }
    return {model.__name__: model, **found}


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    definition["description"] = inspect.cleandoc(model.__doc__ or "")
    docstrings = _attribute_docstrings(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        property = definition.get("properties", {}).get(key)
        if property is None:
            continue
        property.pop("title", None)
        property.update(_key_schema(info.annotation))
        branches = property.get("anyOf", [])
        others = [b for b in branches if b != {"type": "null"}]
        if len(others) < len(branches) and property.get("default", None) is None:
            # An optional key is left out, not null: an editor should neither offer nor accept null.
            property.pop("anyOf"), property.pop("default", None)
            property.update(others[0] if len(others) == 1 else {"anyOf": others})
        property["title"] = key
        property["description"] = docstrings.get(name, "")


def _key_schema(annotation: Any) -> dict[str, Any]:
    """What the keys of a mapping must look like; pydantic leaves that out for keys that a function reads."""
    if typing.get_origin(annotation) is not dict:
        return {}
    readers = [m for m in getattr(typing.get_args(annotation)[0], "__metadata__", ()) if isinstance(m, Read)]
    return {"propertyNames": readers[0].schema} if readers else {}


@functools.cache
def _attribute_docstrings(model: type[BaseModel]) -> dict[str, str]:
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
