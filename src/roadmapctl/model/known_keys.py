"""Which keys a part of a plan may have, by its path."""

import functools
import typing
from typing import Any

from pydantic import BaseModel

from roadmapctl.diagnostics import Path
from roadmapctl.model.plan import Plan


def known_keys(path: Path, root: type[BaseModel] = Plan) -> tuple[str, ...]:
    """The keys that a plan, or what else a document is read as, knows at a path."""
    annotation: Any = root
    for step in path:
        annotation = _inside(annotation, step)
    model = _model(annotation)
    return tuple(info.alias or name for name, info in model.model_fields.items()) if model else ()


@functools.cache
def _inside(annotation: Any, step: str | int) -> Any:
    model = _model(annotation)
    if model is not None:
        fields = {info.alias or name: info.annotation for name, info in model.model_fields.items()}
        return fields.get(str(step))
    for part in _branches(annotation):
        if typing.get_origin(part) is dict:
            return typing.get_args(part)[1]
        if typing.get_origin(part) is tuple:
            return typing.get_args(part)[0]
    return None


def _branches(annotation: Any) -> tuple[Any, ...]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _branches(typing.get_args(annotation)[0])
    return (annotation,) if origin in (dict, tuple, None) else typing.get_args(annotation)


def _model(annotation: Any) -> type[BaseModel] | None:
    for part in _branches(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None
