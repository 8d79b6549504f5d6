"""The plans that roll up to a wider one, in the ways in which they share it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roadmapctl.model import Plan
from roadmapctl.model.time import Period

Way = Literal["units", "time", "all"]
"""How plans share out a wider one: each a unit for all of its time, each a piece of its time; `all` where there is no wider one."""


@dataclass(frozen=True, eq=False)
class Member:
    """A plan that rolls up; `file` is what it was read from. Each is only itself, whatever it says."""

    file: str
    plan: Plan


@dataclass(frozen=True)
class Share:
    """The plans that share out a wider one in one way; two ways (by units, by quarters) are two views of the same money."""

    way: Way
    whole: Plan | None
    members: tuple[Member, ...]

    def line_of(self, member: Member) -> str:
        """The line of plans that a member belongs to: its unit; unless said each plan is one of its own, but for pieces of time."""
        return member.plan.unit or ("" if self.way == "time" else member.file)

    def lines(self) -> dict[str, tuple[Member, ...]]:
        """The members by line, in order of time."""
        found: dict[str, list[Member]] = {}
        for member in sorted(self.members, key=_begin):
            found.setdefault(self.line_of(member), []).append(member)
        return {line: tuple(members) for line, members in found.items()}


def _begin(member: Member) -> date:
    return member.plan.period.start if member.plan.period is not None else date.max


def shares(whole: Plan | None, members: Sequence[Member]) -> tuple[Share, ...]:
    """The members by the way in which they share out the wider plan: those that cover all of its time, and those that do not."""
    if whole is None:
        return (Share("all", None, tuple(members)),)
    ways: dict[Way, list[Member]] = {"time": [], "units": []}
    for member in members:
        ways["time" if _is_shorter(member.plan.period, whole.period) else "units"].append(member)
    return tuple(Share(way, whole, tuple(found)) for way, found in ways.items() if found)


def _is_shorter(part: Period | None, whole: Period | None) -> bool:
    return part is not None and whole is not None and (part.end - part.start) < (whole.end - whole.start)
