"""Why a table that a plan names cannot be used."""

from typing import Any, Literal

from roadmapctl.diagnostics import Message

Key = Literal["table", "rows", "spend", "units", "revenue"]
"""The key of a response that names what is wrong."""

EXPORT = (
    "write one row for each level of spend, numbers without units, UTF-8 text with a header",
    "请每个投入水平写一行，数字不带单位，保存为带表头的 UTF-8 文本",
)
COLUMN = ("name a column as the table's header writes it", "请按表头中的写法填写列名")
ROWS = (
    "pick the rows of one curve: rows: {{channel: search}}",
    "请选出同一条曲线的行：rows: {{channel: search}}",
)


class Unusable(Exception):
    """A table is no table, lacks a column, or holds no response curve. `help` says what to do instead."""

    def __init__(self, key: Key, en: str, zh: str, help: tuple[str, str], **fields: Any) -> None:
        super().__init__(en)
        self.key = key
        self.message = Message(en, zh, fields)
        self.help = Message(*help)
