"""What an event's content becomes afterwards, and when."""

from typing import Annotated, Any, NamedTuple

from roadmapctl.model.element import Read
from roadmapctl.model.text import NAME_SCHEMA, name
from roadmapctl.model.time import offset
from roadmapctl.model.time_forms import OFFSET_SCHEMA
from roadmapctl.model.unreadable import said, unreadable


class Piece(NamedTuple):
    """Something made of an event: a known id (replay, clips) or words of one's own, and the time after the event, if said."""

    what: str
    at: str | None = None


def reuse(value: Any) -> tuple[Piece, ...]:
    """A list of pieces, or a mapping from each piece to its time after the event. Raises Unreadable."""
    if isinstance(value, dict):
        return tuple(Piece(name(what), offset(at)) for what, at in value.items())
    if isinstance(value, list):
        return tuple(map(Piece, dict.fromkeys(name(what) for what in value)))
    raise unreadable(
        "RM012",
        "“{value}” does not say what is made of it",
        "“{value}”没有写明内容变成什么",
        (
            "write a list, [replay, clips], or when each comes out: {{replay: +1d, clips: +7d}}",
            "请写成列表 [replay, clips]，或写明各自的发布时间：{{replay: +1d, clips: +7d}}",
        ),
        value=said(value),
    )


def plain_reuse(value: tuple[Piece, ...]) -> Any:
    """The YAML value it is read from."""
    if value and all(piece.at is not None for piece in value):
        return {piece.what: piece.at for piece in value}
    return [piece.what for piece in value]


_REUSE = {
    "anyOf": [
        {"type": "array", "items": NAME_SCHEMA},
        {"type": "object", "propertyNames": NAME_SCHEMA, "additionalProperties": OFFSET_SCHEMA},
    ],
    "examples": [["replay", "clips", "article"], {"replay": "+1d", "clips": "+7d", "hub-page": "+14d"}],
}

Reuse = Annotated[tuple[Piece, ...], Read(reuse, plain_reuse, _REUSE)]
