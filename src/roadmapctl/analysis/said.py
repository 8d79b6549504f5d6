"""A sentence that has not been said yet: what it is about and its raw values. Reports put it into words."""

from typing import Any, NamedTuple


class Said(NamedTuple):
    """The key of a sentence, and what its fields are."""

    key: str
    fields: dict[str, Any]
