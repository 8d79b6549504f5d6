"""TOML to plain tables; imported only where there is a configuration to read."""

import tomllib
from typing import Any

from roadmapctl.diagnostics import Message
from roadmapctl.settings import Unusable

MAX_BYTES = 1_000_000
"""Far beyond any configuration: what is bigger is something else, and the time to read it is nobody's wish."""


def table_of(data: bytes, file: str, keys: tuple[str, ...]) -> dict[str, Any] | None:
    """The table at these keys of a TOML text; None where there is none. Raises Unusable."""
    value: Any = _parsed(data, file)
    for depth, key in enumerate(keys, 1):
        if key not in value:
            return None
        value = value[key]
        if not isinstance(value, dict):
            name = ".".join(keys[:depth])
            raise Unusable(
                Message("{file}: “{key}” must be a table", "{file}：“{key}”应为表", {"file": file, "key": name})
            )
    return value  # type: ignore[no-any-return]


def _parsed(data: bytes, file: str) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        message = Message(
            "{file}: {size} bytes are too many for a configuration",
            "{file}：{size} 字节，超出配置文件的大小上限",
            {"file": file, "size": len(data)},
        )
        raise Unusable(message)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unusable(
            Message("{file}: the file is not UTF-8", "{file}：文件不是 UTF-8 编码", {"file": file})
        ) from None
    except RecursionError:
        message = Message("{file}: too many levels of nesting", "{file}：嵌套层数过多", {"file": file})
        raise Unusable(message) from None
    except ValueError as error:  # TOMLDecodeError, and numbers and dates that Python cannot hold
        fields = {"file": file, "problem": str(error).partition("\n")[0]}
        raise Unusable(
            Message("{file}: this is not TOML: {problem}", "{file}：不是合法的 TOML：{problem}", fields)
        ) from None
