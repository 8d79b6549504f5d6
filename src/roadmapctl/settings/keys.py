"""The keys of a configuration: what each may hold, and the sentence for everything else."""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn

from roadmapctl import frameworks
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.i18n import LANGUAGES
from roadmapctl.rules.codes import mend
from roadmapctl.settings import Settings, Unusable


class Place(NamedTuple):
    """Where a value stands: the file's name, and the key as it is written."""

    file: str
    key: str

    def within(self, key: str) -> "Place":
        """The place of an entry of a table."""
        return Place(self.file, f"{self.key}.{key}")

    def refuse(self, en: str, zh: str, **fields: Any) -> NoReturn:
        """Raise Unusable with a sentence that begins with the file and the key."""
        start = "{file}: “{key}” ", "{file}：“{key}”"
        raise Unusable(Message(start[0] + en, start[1] + zh, {"file": self.file, "key": self.key, **fields}))


def settings_of(table: dict[str, Any], file: str, folder: Path) -> Settings:
    """The settings that a table holds. Raises Unusable for an unknown key and for a value that the key cannot have."""
    found: dict[str, Any] = {"folder": folder}
    for key, value in table.items():
        if key not in KEYS:
            raise Unusable(_no_such_key(file, key))
        field, read = KEYS[key]
        found[field] = read(value, Place(file, key))
    if "baseline" in found:
        found["baseline"] = folder / found["baseline"]
    return Settings(**found)


def _no_such_key(file: str, key: str) -> Message:
    from roadmapctl.model.nearest import nearest

    near = nearest(key, KEYS)
    fields = {"file": file, "key": key, "near": near, "known": ", ".join(KEYS)}
    if near is not None:
        return Message(
            "{file}: there is no key “{key}”; did you mean “{near}”?",
            "{file}：没有“{key}”键；是否想写“{near}”？",
            fields,
        )
    return Message(
        "{file}: there is no key “{key}”; there are: {known}", "{file}：没有“{key}”键；可用的键：{known}", fields
    )


def codes(value: Any, place: Place) -> tuple[str, ...]:
    """A list of codes or families, in capitals."""
    return tuple(_code(text, place) for text in _texts(value, place, 'codes, such as ["RM604", "RM9"]', "代码列表"))


def _code(text: str, place: Place) -> str:
    code = text.strip().upper()
    help = mend(code)
    if help is not None:
        place.refuse(
            "names {code}, and there is no such code; " + help.en,
            "写了 {code}，但没有这个代码；" + help.zh,
            code=text,
            **help.fields,
        )
    return code


def _texts(value: Any, place: Place, of: str, of_zh: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        place.refuse("must be a list of {of}", "应为{of_zh}", of=of, of_zh=of_zh)
    return list(value)


def _choice(value: Any, place: Place, choices: Iterable[str]) -> str:
    known = tuple(choices)
    if not isinstance(value, str) or value not in known:
        place.refuse(
            "must be one of {known}, and is {value}",
            "应为 {known} 之一，现为 {value}",
            known=", ".join(known),
            value=_said(value),
        )
    return value


def _said(value: Any) -> str:
    """A value as a few words of a sentence."""
    if isinstance(value, (dict, list)):
        return "{…}" if isinstance(value, dict) else "[…]"
    return f"“{value}”" if isinstance(value, str) else str(value).lower()


def _severity(value: Any, place: Place) -> Severity:
    return Severity(_choice(value, place, Severity))


def _severities(value: Any, place: Place) -> MappingProxyType[str, Severity | None]:
    found: dict[str, Severity | None] = {}
    for key, word in _table(value, place, 'RM604 = "warning"').items():
        inner = place.within(key)
        chosen = _choice(word, inner, (*Severity, "off"))
        found[_code(key, inner)] = None if chosen == "off" else Severity(chosen)
    return MappingProxyType(found)


def _path_ignores(value: Any, place: Place) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(value, place, '"old/**" = ["RM6"]')
    if "" in table:
        place.refuse("holds an empty glob; “**” means all files", "含有空的通配符；“**”表示全部文件")
    return tuple((glob, codes(ignored, place.within(glob))) for glob, ignored in table.items())


def _table(value: Any, place: Place, example: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        place.refuse("must be a table with lines such as {example}", "应为表，每行形如 {example}", example=example)
    return value


def _methods(value: Any, place: Place) -> tuple[str, ...]:
    names = _texts(value, place, 'methods, such as ["seven-step"]', "方法列表")
    return tuple(_choice(name, place, frameworks.names()) for name in names)


def _language(value: Any, place: Place) -> str:
    return _choice(value, place, LANGUAGES)


def _file(value: Any, place: Place) -> str:
    if not isinstance(value, str) or not value or "\0" in value:
        place.refuse("must be the name of a file, and is {value}", "应为文件名，现为 {value}", value=_said(value))
    return value


KEYS: dict[str, tuple[str, Callable[[Any, Place], Any]]] = {
    "select": ("select", codes),
    "ignore": ("ignore", codes),
    "fail-on": ("fail_on", _severity),
    "severity": ("severity", _severities),
    "per-path-ignores": ("path_ignores", _path_ignores),
    "framework": ("framework", _methods),
    "language": ("language", _language),
    "baseline": ("baseline", _file),
}
"""By key: the field of Settings, and what reads its value."""
