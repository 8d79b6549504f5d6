"""Other values in place of the plan's, before anything is read from it: `--set path=value`, and scenarios."""

from collections.abc import Sequence
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Message
from roadmapctl.load.document import Atlas, Document
from roadmapctl.load.source import Source, Unreachable


class NoSuchItem(Exception):
    """A path names a list item by an id that no item has: `step`; the ids there are: `known`."""

    def __init__(self, step: str, known: str) -> None:
        super().__init__(step)
        self.step = step
        self.known = known


def override(document: Document, settings: Sequence[str]) -> Document:
    """The document with every `funnel.stages.mql.rate=20%` applied; list items are named by their id.

    Raises Unreachable for a setting that is no `path=value`, whose value is no YAML, or that names a list item there is not.
    """
    for setting in settings:
        path, equals, text = setting.partition("=")
        if not equals or not all(path.strip().split(".")):
            raise Unreachable(_no_setting(setting))
        try:
            document = with_value(document, path.strip(), _value(setting, text))
        except NoSuchItem as error:
            raise Unreachable(_no_item(setting, error)) from error
    return document


def with_value(document: Document, path: str, new: Any) -> Document:
    """The document with another value at a dotted path. Raises NoSuchItem."""
    if document.value is None:
        return document
    return document._replace(value=_replaced(document.value, path.split("."), new))


def _value(setting: str, text: str) -> Any:
    from roadmapctl.load.builder import build  # PyYAML, which most plans do without

    value, _, faults = build(Source("--set", text.strip()), Atlas())
    if any(isinstance(f, Diagnostic) for f in faults):
        raise Unreachable(_no_setting(setting))
    return value


def _replaced(value: Any, steps: list[str], new: Any) -> Any:
    """A copy along the path with the new value at its end; everything else is shared."""
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(value, list):
        index = next((i for i, item in enumerate(value) if isinstance(item, dict) and item.get("id") == step), None)
        if index is None:
            known = ", ".join(str(item.get("id")) for item in value if isinstance(item, dict))
            raise NoSuchItem(step, known)
        return [*value[:index], _replaced(value[index], rest, new), *value[index + 1 :]]
    inner = value if isinstance(value, dict) else {}
    return {**inner, step: _replaced(inner.get(step), rest, new)}


def _no_item(setting: str, error: NoSuchItem) -> Message:
    return Message(
        "--set {setting}: there is no “{step}” here; there are: {known}",
        "--set {setting}：此处没有“{step}”；现有：{known}",
        {"setting": setting, "step": error.step, "known": error.known},
    )


def _no_setting(setting: str) -> Message:
    return Message(
        "--set {setting}: write a path, an equals sign and a value, such as funnel.stages.mql.rate=20%",
        "--set {setting}：请写成 路径=值，例如 funnel.stages.mql.rate=20%",
        {"setting": setting},
    )
