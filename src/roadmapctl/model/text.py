"""Texts of a plan: names, prose, ids, and references to other parts of it."""

import re
from typing import Annotated, Any, NamedTuple
from unicodedata import combining, normalize

from roadmapctl.model.element import Read
from roadmapctl.model.unreadable import unreadable

MAX_NAME = 200
MAX_PROSE = 10_000
MAX_ID = 80
WRITE_TEXT = ("write a text", "请写一段文本")
SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
NOT_SLUG = re.compile("[^a-z0-9]+")
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
WORD = f"(?=[A-Za-z0-9-]*[{_EAST_ASIAN}])[A-Za-z0-9{_EAST_ASIAN}]+(?:-[A-Za-z0-9{_EAST_ASIAN}]+)*"
"""Compiled where it is needed: so many characters take some milliseconds, and many plans use none of them."""


class Ref(NamedTuple):
    """Marks a text as the id of a member of `section`, a dotted path such as `milestones` or `funnel.stages`."""

    section: str


def prose(value: Any, limit: int = MAX_PROSE) -> str:
    """A text that is not blank. Raises Unreadable."""
    if not isinstance(value, str):
        raise _no_text(value)
    if not value.strip():
        raise unreadable(
            "RM012",
            "this text is empty",
            "这段文本是空的",
            ("write something, or delete the key", "请填写内容，或删除这个键"),
        )
    if len(value) > limit:
        raise unreadable(
            "RM012",
            "this text is {length} characters long; {limit} fit here",
            "这段文本有 {length} 个字符；上限为 {limit}",
            ("shorten it", "请缩短"),
            length=len(value),
            limit=limit,
        )
    return value


def name(value: Any) -> str:
    """A text of one line that fits a table's cell."""
    text = prose(value, MAX_NAME)
    if "\n" in text or "\r" in text or "\t" in text:
        raise unreadable(
            "RM012",
            "a name stands on one line",
            "名称应写在一行内",
            ("write it without line breaks or tabs", "请去掉换行和制表符"),
        )
    return text


def slug(value: Any) -> str:
    """An id: lower-case words of letters and digits joined by hyphens. Raises Unreadable with the nearest such id."""
    if isinstance(value, str) and len(value) <= MAX_ID and SLUG.fullmatch(value):
        return value
    text = str(value)[: MAX_ID * 2]
    if all(map(SLUG.fullmatch, items := text.split(" - "))) and len(items) > 1:
        raise _one_item(text)
    nearest = _nearest(value)
    example, zh = (nearest, "写成") if nearest else ("spring-webinars", "用小写英文或拼音，例如")
    raise unreadable(
        "RM013",
        "“{value}” is not an id: ids are lower-case words joined by hyphens, up to {limit} characters",
        "“{value}”不能用作 id：id 由小写英文单词或数字用连字符连接，最长 {limit} 个字符",
        ("write {example} (any language goes in “name”)", f"请{zh} {{example}}（中文名称写在 name 里）"),
        value=text,
        limit=MAX_ID,
        example=example,
    )


def _one_item(text: str) -> Exception:
    """Of a list whose second hyphen stands further to the right than the first: YAML goes on with the first item."""
    return unreadable(
        "RM013",
        "“{value}” is read as one item of the list",
        "“{value}”被读作列表中的一项",
        ("indent each “- ” alike, one below the other", "请让每个“- ”上下对齐，缩进相同"),
        value=text,
    )


def _nearest(value: Any) -> str:
    """The id that is most like a text; empty where there is none."""
    letters = _unaccented(value[: MAX_ID * 2]).lower() if isinstance(value, str) else ""
    text = NOT_SLUG.sub("-", letters).strip("-")[:MAX_ID]
    return text if SLUG.fullmatch(text) else ""


def _unaccented(text: str) -> str:
    """The text with ü as u and é as e."""
    return text if text.isascii() else "".join(c for c in normalize("NFKD", text) if not combining(c))


def word(value: Any) -> str:
    """A channel or a format: an id, or a Chinese, Japanese or Korean word, as it has no `name` to be called by."""
    if not isinstance(value, str) or SLUG.fullmatch(value):
        return slug(value)
    if not value.isascii() and _is_word(value):
        return value
    parts = re.split("[，、]", value)
    if len(parts) > 1 and all(_is_word(part) or SLUG.fullmatch(part) for part in parts):
        raise unreadable(
            "RM013",
            "“{value}” is read as one word",
            "“{value}”会被读作一个词",
            ("separate them by an ordinary comma and a space: {parts}", "请用半角逗号加空格分开：{parts}"),
            value=value,
            parts=", ".join(parts),
        )
    likely = _nearest_word(value)
    if not likely:
        return slug(value)
    raise unreadable(
        "RM013",
        "“{value}” is not written as one word: lower-case words joined by hyphens, up to {limit} characters",
        "“{value}”应写成一个词：小写英文（以连字符连接）或中文，最长 {limit} 个字符",
        ("write “{example}”", "请写成“{example}”"),
        value=value[: MAX_ID * 2].strip("“”‘’"),
        limit=MAX_ID,
        example=likely,
    )


def _nearest_word(text: str) -> str:
    """The word that is most like a text; empty where there is none."""
    joined = re.sub(f"[^A-Za-z0-9{_EAST_ASIAN}]+", "-", text[:MAX_ID]).strip("-")
    return joined if _is_word(joined) else _nearest(text)


def _is_word(text: str) -> bool:
    return len(text) <= MAX_ID and re.fullmatch(WORD, text) is not None


def method(value: Any) -> str:
    """The id of a planning method; its Chinese name is read too, for what is meant by it can be said (RM015)."""
    return value if isinstance(value, str) and not value.isascii() else slug(value)


def reference(value: Any) -> str:
    """An id of something else. Whether it exists is asked later, when everything has been read."""
    if isinstance(value, str):
        return value
    raise unreadable(
        "RM012",
        "one id belongs here, not “{value}”",
        "此处应写一个 id，而不是“{value}”",
        ("name one id, as it is written where it is defined", "请写一个已定义的 id"),
        value="[…]"
        if isinstance(value, list)
        else "{…}"
        if isinstance(value, dict)
        else "null"
        if value is None
        else str(value),
    )


def _no_text(value: Any) -> Exception:
    if isinstance(value, dict):
        return unreadable("RM012", "a text belongs here, not a mapping", "此处应是文本，而不是映射", WRITE_TEXT)
    if isinstance(value, list):
        return unreadable("RM012", "a text belongs here, not a list", "此处应是文本，而不是列表", WRITE_TEXT)
    if value is None:
        return unreadable("RM012", "a text belongs here, and nothing stands", "此处应是文本，但没有内容", WRITE_TEXT)
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return unreadable(
        "RM012",
        "a text belongs here, and {value} alone is read as a value of its own",
        "此处应是文本，而 {value} 会被读作数值",
        ('put it in quotes: "{value}"', '请加引号："{value}"'),
        value=shown[:40],
    )


_FILLED = {"patternErrorMessage": "write something, or delete the key"}
PROSE_SCHEMA = {"type": "string", "maxLength": MAX_PROSE, "pattern": r"\S", **_FILLED}
NAME_SCHEMA = {
    "type": "string",
    "maxLength": MAX_NAME,
    "pattern": r"^(?=[^\n\r\t]*\S)[^\n\r\t]*$",
    "patternErrorMessage": "write a text of one line",
}
_SLUG = {
    "type": "string",
    "pattern": f"^{SLUG.pattern}$",
    "maxLength": MAX_ID,
    "patternErrorMessage": "ids are lower-case words joined by hyphens: spring-webinars",
}
_WORD = {**_SLUG, "pattern": f"^(?:{SLUG.pattern}|{WORD})$"}

Text = Annotated[str, Read(prose, None, PROSE_SCHEMA)]
Name = Annotated[str, Read(name, None, NAME_SCHEMA)]
Slug = Annotated[str, Read(slug, None, _SLUG)]
Method = Annotated[str, Read(method, None, _SLUG)]
Word = Annotated[str, Read(word, None, _WORD)]
Id = Annotated[str, Read(reference, None, {"type": "string"})]
