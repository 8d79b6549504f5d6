"""What of a plan has changed since it was another text: goals, milestones, tactics, money, the funnel's values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from roadmapctl.model import Plan
from roadmapctl.model.write import to_values

Kind = Literal["added", "removed", "changed"]

HEADER = ("name", "period", "budget", "currency", "parent")
COLLECTIONS = (
    ("goals",),
    ("milestones",),
    ("tactics",),
    ("focus",),
    ("metrics",),
    ("market", "segments"),
    ("organization", "people"),
    ("ideas",),
    ("funnel", "sources"),
    ("funnel", "stages"),
)
"""Sections whose members are told by name."""
WHOLES = ("strategy", "funnel")
"""Sections whose values are told one by one."""


@dataclass(frozen=True)
class Change:
    """A member or a value that is new, gone or other. `section` is where it stands, `id` the member (None in a section without
    members), `key` the value within, empty for the member as a whole. Values are those of YAML."""

    kind: Kind
    section: tuple[str, ...]
    id: str | None
    key: tuple[str, ...]
    before: Any = None
    after: Any = None

    @property
    def path(self) -> tuple[str, ...]:
        """Where it stands in the plan."""
        return (*self.section, *(() if self.id is None else (self.id,)), *self.key)


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every change from one plan to the other, the header's first, then section by section."""
    old, new = to_values(before), to_values(after)
    return (*_header(old, new), *_members(old, new), *_rest(old, new))


def _header(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in HEADER:
        if old.get(key) != new.get(key):
            yield _changed((), None, (key,), old.get(key), new.get(key))


def _members(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for section in COLLECTIONS:
        was, now = _collection(old, section), _collection(new, section)
        for id_ in now:
            if id_ not in was:
                yield Change("added", section, id_, (), after=now[id_])
        for id_, member in was.items():
            if id_ not in now:
                yield Change("removed", section, id_, (), before=member)
        for id_, member in was.items():
            if id_ in now:
                yield from _values(section, id_, (), member, now[id_])


def _collection(values: Mapping[str, Any], section: tuple[str, ...]) -> dict[str, Any]:
    """The members of a section by id, those of a list by their own."""
    found: Any = values
    for step in section:
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, (list, tuple)):
        return {member["id"]: member for member in found}
    return dict(found or {})


def _rest(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    told = {section[-1] for section in COLLECTIONS if len(section) > 1}
    for section in WHOLES:
        was = {key: value for key, value in (old.get(section) or {}).items() if key not in told}
        now = {key: value for key, value in (new.get(section) or {}).items() if key not in told}
        yield from _values((section,), None, (), was, now)


def _values(section: tuple[str, ...], id_: str | None, key: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    """The values that differ, mappings opened; in the new order, then what is gone."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in (*new, *(name for name in old if name not in new)):
            yield from _values(section, id_, (*key, str(name)), old.get(name), new.get(name))
    elif old != new:
        yield _changed(section, id_, key, old, new)


def _changed(section: tuple[str, ...], id_: str | None, key: tuple[str, ...], old: Any, new: Any) -> Change:
    kind: Kind = "added" if old is None else "removed" if new is None else "changed"
    return Change(kind, section, id_, key, old, new)
