"""What is made out of each event afterwards, by when, and what is left lying."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.playbooks.offsets import Moment, moved, read_offset
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.programme import Programme
from roadmapctl.model import Plan
from roadmapctl.model.reuse import Piece

FORMS = ("replay", "clips", "article", "hub-page")
"""The four forms of reuse of the method: the replay for those who did not come, clips, articles, a hub page."""
REPLAY = frozenset(("replay", "recording", "回放", "录播", "重播"))


class Made(NamedTuple):
    """A piece: the time after the event and the day it comes out; None where the plan does not say."""

    at: str | None
    day: date | None


class Reused(NamedTuple):
    """What is made out of an event. `missing` are the method's forms that are not; `no_shows` registrants of all its events
    who do not attend (None without a show rate), to whom a replay would go."""

    held: Held
    pieces: Mapping[str, Made]
    missing: tuple[str, ...]
    no_shows: Fraction | None

    @property
    def has_replay(self) -> bool:
        """Do those who did not come get to see it?"""
        return not REPLAY.isdisjoint(self.pieces)


def reuse_plan(plan: Plan, programme: Programme | None = None) -> tuple[Reused, ...]:
    """The reuse of every event, in order of their days; those who do not attend are known from the programme's sizes."""
    return tuple(_reused(held, programme) for held in events_of(plan))


def _reused(held: Held, programme: Programme | None) -> Reused:
    pieces = {piece.what: Made(piece.at, _day(held, piece)) for piece in held.event.reuse}
    planned = None if programme is None else programme.of(held.id)
    each = None if planned is None else planned.size.no_shows
    missing = tuple(form for form in FORMS if form not in pieces and not (form == "replay" and REPLAY & pieces.keys()))
    return Reused(held, pieces, missing, None if each is None else held.number * each)


def _day(held: Held, piece: Piece) -> date | None:
    """The day a piece of a single event comes out; a series has one after each of them."""
    if piece.at is None or held.event.date is None or held.number != 1:
        return None
    return moved(Moment(held.event.date, held.event.time), read_offset(piece.at)).day


def forms_used(rows: tuple[Reused, ...]) -> tuple[str, ...]:
    """The method's forms, then what else the plan makes, in its order."""
    return tuple(dict.fromkeys((*FORMS, *(what for row in rows for what in row.pieces))))
