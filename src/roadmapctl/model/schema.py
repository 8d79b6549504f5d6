"""The JSON Schema of the plan format, with the models' own docstrings as descriptions."""

import ast
import functools
import inspect
import json
import sys
import typing
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from roadmapctl.model.choices import CHOICES, EXAMPLES
from roadmapctl.model.element import Read
from roadmapctl.model.plan import Plan
from roadmapctl.model.text import Ref

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:roadmapctl:roadmap-1"


class _AsWritten(GenerateJsonSchema):
    """Keeps keys in the order in which the models write them; pydantic would sort those of an example, end before start."""

    def sort(self, value: Any, parent_key: str | None = None) -> Any:  # noqa: ARG002
        return value


def plan_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a plan, for checking, and for an editor's hovers and completion.

    What lies between values, such as references, dates that do not exist and ends of a range in their order, is beyond it;
    `validate` checks that. `$defs/SectionFile` is the schema of a section file of a plan folder.
    """
    schema = Plan.model_json_schema(by_alias=True, mode="validation", schema_generator=_AsWritten)
    definitions = schema.pop("$defs", {})
    models = _models(Plan)
    for name, definition in [("Plan", schema), *definitions.items()]:
        _describe(definition, models[name])
    definitions["SectionFile"] = _section_file(schema["properties"])
    return {"$schema": DIALECT, "$id": ID, **schema, "title": "Marketing roadmap", "$defs": definitions}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def _models(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Every model of the format by name."""
    modules = {m for name, m in sys.modules.items() if name.startswith(f"{__package__}.")}
    found = {
        c.__name__: c for m in modules for c in vars(m).values() if isinstance(c, type) and issubclass(c, BaseModel)
    }
    return {model.__name__: model, **found}


def _section_file(properties: dict[str, Any]) -> dict[str, Any]:
    """A plan's keys, none of which a section file must have."""
    return {
        "type": "object",
        "title": "Section file",
        "description": "A section file of a plan folder, such as goals.yaml: keys of a plan, beside its roadmap.yaml.",
        "properties": {key: {"$ref": f"#/properties/{key}"} for key in properties},
        "additionalProperties": False,
    }


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    definition["description"] = inspect.cleandoc(model.__doc__ or "")
    docstrings = _attribute_docstrings(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        said = f"{docstrings.get(name, '')} {_referring(info)}".strip()
        property = {"title": key, "description": said, **_plain(definition["properties"][key], info)}
        if "`" in said:
            property["markdownDescription"] = said  # editors show the marks of a plain description as they are
        _explain(property, f"{model.__name__}.{key}")
        definition["properties"][key] = property


def _plain(property: dict[str, Any], info: FieldInfo) -> dict[str, Any]:
    """A key's schema without what only pydantic means by it.

    An optional key is left out, not null: an editor should neither offer nor accept null. Nor should it offer the emptiness
    that an unset collection is read as.
    """
    plain = {k: v for k, v in property.items() if k not in ("title", "default", "anyOf", "patternProperties")}
    branches = [b for b in property.get("anyOf", []) if b != {"type": "null"}]
    plain |= branches[0] if len(branches) == 1 else {"anyOf": branches} if branches else {}
    if property.get("default"):
        plain["default"] = property["default"]
    if typing.get_origin(info.annotation) is dict:
        plain |= _mapping(property, typing.get_args(info.annotation)[0])
    return plain


def _mapping(property: dict[str, Any], key: Any) -> dict[str, Any]:
    """How the members of a mapping look, and their keys; pydantic leaves out the keys that a function reads."""
    (members,) = property.get("patternProperties", {"": property.get("additionalProperties")}).values()
    reader = next((m for m in getattr(key, "__metadata__", ()) if isinstance(m, Read)), None)
    kinds = [branch.get("type") for branch in members.get("anyOf", [])]
    if "string" in kinds and "number" in kinds:  # texts, numbers, true or false, without further ado
        members = {"type": [kind for kind in kinds if kind != "integer"]}
    names = {} if reader is None or "pattern" not in reader.schema else {"propertyNames": reader.schema}
    return {"additionalProperties": members, **names}


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
