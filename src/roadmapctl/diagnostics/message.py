"""A sentence that has not been said yet: one template in each language and the values both of them use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """Templates in `str.format` form. `fields` are raw values: whoever says the sentence formats and escapes them."""

    en: str
    zh: str
    fields: Mapping[str, Any] = field(default_factory=dict)
