"""pydantic's errors as findings in the words of a plan."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from roadmapctl.diagnostics import Diagnostic, Message, Path, Severity, dotted
from roadmapctl.load.document import Document, value_at
from roadmapctl.load.folder import section_of
from roadmapctl.model.known_keys import known_keys
from roadmapctl.model.nearest import nearest
from roadmapctl.model.plan import Plan
from roadmapctl.model.unreadable import Unreadable

KEY = "[key]"
CHOICE = r"'([^']*)'"
MAX_CHOICES_SHOWN = 12
COLON_AFTER_WORD = r"[\w -]+："
FULL_WIDTH = {"：": "U+FF1A", "，": "U+FF0C", "“": "U+201C", "”": "U+201D", "\u3000": "U+3000", "\u00a0": "U+00A0"}


class Fault(NamedTuple):
    """A finding, the path to leave out so that the rest can be read, and the paths of which nothing is known now.

    Faults of one `cause` are one slip: only the first of them is told.
    """

    diagnostic: Diagnostic
    cut: Path
    unread: tuple[Path, ...]
    cause: tuple[Any, ...] | None = None


def as_diagnostic(
    document: Document, error: Mapping[str, Any], *, suggest: bool = True, root: type[BaseModel] = Plan
) -> Fault:
    """The finding for one entry of `ValidationError.errors()`; with `suggest`, offering the key that was probably meant.

    `root` is what the document is read as.
    """
    loc: Path = tuple(error["loc"])
    colon = next((i for i, step in enumerate(loc) if isinstance(step, str) and re.match(COLON_AFTER_WORD, step)), None)
    if colon is not None:
        return _full_width_colon(document, loc[: colon + 1])
    if KEY in loc:
        return _bad_key(document, loc[: loc.index(KEY)], error)
    if error["type"] == "extra_forbidden":
        return _unknown_key(document, loc, suggest, root)
    if error["type"] == "missing":
        return _missing_key(document, loc, root)
    path = _existing(document, loc)
    cause = (error.get("ctx") or {}).get("error")
    value = value_at(document.value, path)
    owner = value_at(document.value, loc[:-1]) if path == loc and value is None else None
    if isinstance(owner, dict) and _is_rest_of_a_sentence(str(loc[-1]), owner) and next(iter(owner)) != loc[-1]:
        return _cut_by_a_comma(document, loc, owner)
    if isinstance(cause, Unreadable):
        estimate = cause.code == "RM020" and isinstance(value, dict)
        message = _of_place(cause.message, named(document, path)) if estimate else cause.message
        return _fault(document, cause.code, path, message, cause.help)
    if error["type"] == "literal_error":
        return _fault(document, "RM014", path, *_bad_choice(value, re.findall(CHOICE, error["ctx"]["expected"])))
    return _fault(document, "RM012", path, *_wrong_kind(error["type"], value, path))


def _of_place(message: Message, path: Path) -> Message:
    """The sentence about a range or evidence, with the stage or source it is of: its line may hold nothing but the numbers."""
    fields = {**message.fields, "place": dotted(path)}
    return Message("{place}: " + message.en, "{place}：" + message.zh, fields)


def _existing(document: Document, loc: Path) -> Path:
    """The longest part of pydantic's location that was written; steps that name a union's branch are no keys."""
    path: Path = ()
    for step in loc:
        if document.has((*path, step)):
            path = (*path, step)
    return path


def _fault(
    document: Document, code: str, path: Path, message: Message, help: Message | None, *, key: bool = False
) -> Fault:
    span = document.span_of(path, key=key)
    return Fault(Diagnostic(code, Severity.ERROR, span, message, help, named(document, path)), path, (path,))


def named(document: Document, path: Path) -> Path:
    """The path with list items named by their id where they have one."""
    result: list[str | int] = []
    value: Any = document.value
    for step in path:
        value = value_at(value, (step,))
        own = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
        result.append(own if isinstance(own, str) and own else step)
    return tuple(result)


def _bad_key(document: Document, path: Path, error: Mapping[str, Any]) -> Fault:
    cause = (error.get("ctx") or {}).get("error")
    if isinstance(cause, Unreadable):
        message, help = cause.message, cause.help
        return _fault(document, cause.code, path, message, help, key=True)
    choices = re.findall(CHOICE, (error.get("ctx") or {}).get("expected", ""))
    message, help = _bad_choice(path[-1], choices)
    return _fault(document, "RM014", path, message, help, key=True)


def _full_width_colon(document: Document, path: Path) -> Fault:
    """`name：Lin`, `midpoint： {date`: YAML knows the ordinary colon alone, and takes all of it for a key."""
    fields = {"key": str(path[-1]).partition("：")[0].strip()}
    message = Message(
        "a full-width colon ： (U+FF1A) stands after “{key}”", "“{key}”后面用了全角冒号：（U+FF1A）", fields
    )
    help = Message("write an ordinary colon and a space: “{key}: …”", "请改用半角冒号加空格：“{key}: …”", fields)
    span = document.span_of(path, key=True)
    owner = (path[:-1] or path,)
    return Fault(
        Diagnostic("RM010", Severity.ERROR, span, message, help, named(document, path)), path, owner, ("：", path)
    )


def _unknown_key(document: Document, loc: Path, suggest: bool, root: type[BaseModel]) -> Fault:
    """A key that does not exist there, with the nearest one that does and is not taken."""
    path, key = loc[:-1], str(loc[-1])
    owner = document.value if not path else value_at(document.value, path)
    if (section := _section_left_out(document, loc, root)) is not None:
        return _without_its_section(document, loc, section)
    if _is_rest_of_a_sentence(key, owner):
        return _cut_by_a_comma(document, loc, owner)
    known = known_keys(path, root)
    free = (k for k in known if not (isinstance(owner, dict) and k in owner))
    likely = nearest(key, free) if suggest else None
    message = Message("“{key}” is not a key here", "此处没有“{key}”这个键", {"key": key})
    odd = next((c for c in key if c in FULL_WIDTH), None)
    if odd is not None:
        fields = {"key": key, "character": odd, "point": FULL_WIDTH[odd]}
        message = Message(
            "“{key}” is not a key here: it holds {character} ({point})",
            "此处没有“{key}”这个键：含有 {character}（{point}）",
            fields,
        )
    if likely is not None:
        help = Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
    elif key == "id" and path and isinstance(path[-1], str):
        help = Message("delete it: “{id}” is the id already", "请删除：“{id}”就是 id", {"id": path[-1]})
    elif known:
        shown = sorted(known)[:MAX_CHOICES_SHOWN] if len(known) > MAX_CHOICES_SHOWN * 2 else sorted(known)
        help = Message("keys here: {known}", "此处可用的键：{known}", {"known": tuple(shown)})
    else:
        help = None
    diagnostic = Diagnostic(
        "RM010", Severity.ERROR, document.span_of(loc, key=True), message, help, named(document, loc)
    )
    # With a likely key, that one's value is unknown; without, any of the element's may be meant.
    return Fault(diagnostic, loc, ((*path, likely),) if likely is not None else (path,) if path else (loc,))


def _section_left_out(document: Document, loc: Path, root: type[BaseModel]) -> str | None:
    """The section a file is named after, where its members stand at the top of the file instead of under the section's key."""
    file = document.span_of(loc, key=True).file
    section = section_of(file) if len(loc) == 1 and root is Plan else None
    if section is None:
        return None
    members = (document.value or {}).get(section)
    places = [(section, member) for member in members] if isinstance(members, dict) else []
    return None if any(document.span_of(place, key=True).file == file for place in places) else section


def _without_its_section(document: Document, loc: Path, section: str) -> Fault:
    span = document.span_of(loc, key=True)
    fields = {"key": str(loc[-1]), "section": section}
    message = Message(
        "“{key}” stands at the top of this file, not under “{section}:”",
        "“{key}”写在文件的最上层，没有归入 {section}:",
        fields,
    )
    help = Message(
        "write “{section}:” in the first line and indent everything below it by two spaces",
        "请在首行写 {section}:，其余各行整体缩进两格",
        fields,
    )
    finding = Diagnostic("RM010", Severity.ERROR, span, message, help, loc)
    return Fault(finding, loc, ((section,),), ("section", span.file))


def _is_rest_of_a_sentence(key: str, owner: Any) -> bool:
    """Did a comma cut a value in two? What follows it stands as a key without a value: `000 USD by June`."""
    return isinstance(owner, dict) and owner.get(key, "") is None and (" " in key or key[:1].isdigit())


def _cut_by_a_comma(document: Document, loc: Path, owner: Any) -> Fault:
    """What follows a comma inside `{ }`; a value with several commas is cut more than once by one slip."""
    path, key = loc[:-1], str(loc[-1])
    cut = next((other for other in _keys_before(key, owner) if owner[other] is not None), "")
    message = Message(
        "a comma ends “{cut}” too early: “{key}”, which follows it, is read as a key",
        "“{cut}”的值被逗号截断：其后的“{key}”被当成了键",
        {"cut": cut, "key": key},
    )
    span = document.span_of(loc, key=True)
    finding = Diagnostic("RM010", Severity.ERROR, span, message, _joined(key, owner), named(document, loc))
    return Fault(finding, loc, (path,) if path else (loc,), ("comma", path, cut))


def _joined(key: str, owner: Mapping[str, Any]) -> Message:
    """How to write a value that holds a comma: a number without it, a sentence in quotes."""
    before = owner[next(iter(_keys_before(key, owner)))] if next(iter(owner)) != key else None
    if len(key) == 3 and key.isdecimal() and type(before) is int and 0 < before < 1000:
        return Message(
            "write {number}: a comma ends a value inside {{ }}",
            "请写成 {number}：{{ }} 中的逗号会结束一个值",
            {"number": f"{before}_{key}"},
        )
    return Message(
        "a comma ends a value inside {{ }}: put the whole sentence in quotes",
        "{{ }} 中的逗号会结束一个值：请给整句话加引号",
    )


def _keys_before(key: str, owner: Mapping[str, Any]) -> list[str]:
    """The keys in front of one, the nearest first."""
    keys = list(owner)
    return keys[: keys.index(key)][::-1]


def _missing_key(document: Document, loc: Path, root: type[BaseModel]) -> Fault:
    path, key = loc[:-1], loc[-1]
    owner = document.value if not path else value_at(document.value, path)
    fields = {"key": key}
    message = Message("“{key}” is missing here", "此处缺少“{key}”", fields)
    help = Message("add “{key}: …”", "请加上“{key}: …”", fields)
    known = known_keys(path, root)
    likely = nearest(str(key), (k for k in owner if k not in known)) if isinstance(owner, dict) else None
    if likely is not None:
        help = Message(
            "“{likely}” was probably meant as “{key}”", "“{likely}”大概应为“{key}”", {"key": key, "likely": likely}
        )
    span = document.span_of(path) if path else document.span_of(())
    # The element cannot be read without the key; at the top of the plan a stand-in takes its place.
    return Fault(
        Diagnostic("RM011", Severity.ERROR, span, message, help, (*named(document, path), key)),
        path or loc,
        (path or loc,),
    )


def _bad_choice(value: Any, choices: list[str]) -> tuple[Message, Message]:
    shown = (
        "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else "null" if value is None else value
    )
    fields = {"value": shown, "choices": ", ".join(choices)}
    likely = nearest(value, choices) if isinstance(value, str) else None
    message = Message("“{value}” is none of the choices here", "“{value}”不是此处的可选值", fields)
    if likely is None:
        return message, Message("choose one of {choices}", "请从中选择：{choices}", fields)
    fields = {**fields, "likely": likely}
    return message, Message("did you mean “{likely}”? ({choices})", "是否想写“{likely}”？（{choices}）", fields)


def _wrong_kind(kind: str, value: Any, path: Path) -> tuple[Message, Message]:
    """A scalar for a mapping, a mapping for a list, and the like."""
    key = next((str(s) for s in reversed(path) if isinstance(s, str)), "")
    fields = {"key": key}
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        if value is None:
            return (
                Message("“{key}” has nothing under it", "“{key}”下没有内容", fields),
                Message(
                    "write its keys below it, indented by two spaces, or delete it",
                    "请在下方缩进两格写出各键，或删除它",
                    fields,
                ),
            )
        message = Message(
            "“{key}” holds keys with values, and this is none", "“{key}”应是“键: 值”的映射，而这不是", fields
        )
        if isinstance(value, list):
            help = Message(
                "write “id:” lines in place of the dashes: “{key}:”, below it “my-id:”, below that its keys",
                "请用“id:”代替短横线：“{key}:”下写“my-id:”，再下写各键",
                fields,
            )
        else:
            help = Message("write its keys below it, indented by two spaces", "请在下方缩进两格写出各键", fields)
        return message, help
    if kind in ("tuple_type", "list_type"):
        return (
            Message("“{key}” is a list, and this is none", "“{key}”应是列表，而这不是", fields),
            Message(
                "write [first, second], or one item a line after a dash",
                "请写成 [第一项, 第二项]，或每行一项、以短横线开头",
            ),
        )
    return (
        Message("this value does not fit “{key}”", "该值不适用于“{key}”", fields),
        Message("see the plan format: roadmapctl schema", "参见计划格式：roadmapctl schema"),
    )
