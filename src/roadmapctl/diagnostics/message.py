"""A sentence that has not been said yet: one template in each language and the values both of them use."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Message(NamedTuple):
    """Templates in `str.format` form. `fields` are raw values: whoever says the sentence formats and escapes them."""

    en: str
    zh: str
    fields: Mapping[str, Any] = {}  # a proxy would be safer, but could not come from another process
