"""How much of a method a plan says: every element present, thin or missing, and why."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache, partial
from typing import Literal, NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Path, dotted
from roadmapctl.frameworks.element import Element, Framework, Step
from roadmapctl.frameworks.places import EVERY, Place, fits, said, says
from roadmapctl.model import Plan

State = Literal["present", "thin", "missing"]
MOST_NAMED = 3


class Judged(NamedTuple):
    """An element as a plan has it. `path`: where it is, or where what it lacks would go; `places`: how many there are of it;
    `reason`: why it is not present."""

    element: Element
    step: Step
    state: State
    path: Path
    places: int
    reason: Message | None


class Coverage(NamedTuple):
    """A plan held against a method."""

    method: Framework
    judged: tuple[Judged, ...]

    @property
    def counted(self) -> tuple[Judged, ...]:
        """Those that count: all but what is written later and is not there yet."""
        return tuple(one for one in self.judged if one.state != "missing" or not one.element.later)

    @property
    def share(self) -> Fraction:
        """The part of those that count that is present; thin ones are half there. 1 where nothing is asked."""
        worth = {"present": Fraction(1), "thin": Fraction(1, 2), "missing": Fraction(0)}
        counted = self.counted
        return sum((worth[one.state] for one in counted), Fraction(0)) / len(counted) if counted else Fraction(1)

    @property
    def next(self) -> Judged | None:
        """The element to answer next: the first that is missing, else the first thin one, else what is written later."""
        order = (
            [one for one in self.counted if one.state == "missing"]
            + [one for one in self.counted if one.state == "thin"]
            + [one for one in self.judged if one.state != "present"]
        )
        return order[0] if order else None


def coverage(plan: Plan, method: Framework, findings: Iterable[Diagnostic] = ()) -> Coverage:
    """Every element of a method as the plan has it; `findings` are what the rules found, those the method asks for included."""
    by_code: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    there = said_in(plan)
    return Coverage(
        method, tuple(judge(there, element, step, by_code) for step in method.steps for element in step.elements)
    )


Said = Callable[[str], tuple[Place, ...]]
"""From a dotted path to the places of a plan that fit it and say something."""


def said_in(plan: Plan) -> Said:
    """What a plan says where; several elements are about the same places, which are looked for once."""
    return cache(partial(said, plan))


def judge(there: Said, element: Element, step: Step, findings: Mapping[str, list[Diagnostic]]) -> Judged:
    """One element, in the plan that says what is `there`. What is written decides first, what the rules found about it last."""
    places = _fitting(there(element.where), element.only)
    asked = _fitting(places, element.among)
    lacking = _lacking(element, asked)
    gap = _nothing(element, places) or (lacking and _silent(element, asked))
    if gap is not None:
        return Judged(element, step, "missing", gap.path, len(places), gap.reason)
    gap = lacking or _beside(there, element) or _number(element, len(places)) or _found(element, findings)
    if gap is not None:
        return Judged(element, step, "thin", gap.path or places[0].path, len(places), gap.reason)
    return Judged(element, step, "present", places[0].path, len(places), None)


def _fitting(places: tuple[Place, ...], only: str) -> tuple[Place, ...]:
    return tuple(place for place in places if fits(place, only)) if only else places


class _Gap(NamedTuple):
    """What is not there: where it would go, and the sentence about it."""

    path: Path
    reason: Message


def _nothing(element: Element, places: tuple[Place, ...]) -> _Gap | None:
    """The gap where no place is of the element's kind."""
    if places:
        return None
    home = home_of(element.where)
    if element.only:
        fields = {"where": dotted(home), "only": element.only.replace("=", ": ").replace("|", " / ")}
        return _Gap(home, Message("nothing at {where} has {only}", "{where} 下没有 {only} 的内容", fields))
    return _Gap(home, Message("nothing is written at {where}", "{where} 处没有内容", {"where": dotted(home)}))


def home_of(where: str) -> Path:
    """The path as far as it leads without naming a member: where it would go."""
    return tuple(where.partition(f".{EVERY}")[0].split("."))


def _silent(element: Element, places: tuple[Place, ...]) -> _Gap | None:
    """The gap where there are places, and none says anything the element asks for."""
    keys = element.each or element.some
    if not keys or not places or any(says(place, key) for place in places for key in keys):
        return None
    fields = {"keys": _listed(keys)}
    if len(places) == 1:
        return _Gap(_inside(places[0], keys[0]), Message("does not say {keys}", "没有写 {keys}", fields))
    message = Message("none of {of} says {keys}", "{of} 项都没有写 {keys}", {**fields, "of": len(places)})
    return _Gap(_inside(places[0], keys[0]), message)


def _lacking(element: Element, places: tuple[Place, ...]) -> _Gap | None:
    """The first gap in what the places say."""
    for key in element.each:
        silent = [place for place in places if not says(place, key)]
        if silent:
            return _Gap(_inside(silent[0], key), _without(key, silent, len(places)))
    quiet = [key for key in element.some if places and not any(says(place, key) for place in places)]
    if quiet:
        fields = {"keys": _listed(quiet)}
        return _Gap(_inside(places[0], quiet[0]), Message("nothing says {keys}", "没有任何一项写 {keys}", fields))
    return None


def _beside(there: Said, element: Element) -> _Gap | None:
    """The gap where another part of the plan is needed too."""
    empty = next((path for path in element.beside if not there(path)), None) if element.beside else None
    if empty is None:
        return None
    where = empty.replace(EVERY, "<id>")
    return _Gap(home_of(empty), Message("nothing is written at {where}", "{where} 处没有内容", {"where": where}))


def _inside(place: Place, key: str) -> Path:
    return (*place.path, *key.partition("|")[0].split("."))


def _without(key: str, silent: list[Place], of: int) -> Message:
    """That some places do not say a key, the first of them by name."""
    named = tuple(str(place.path[-1]) for place in silent[:MOST_NAMED])
    fields = {"key": _listed((key,)), "number": len(silent), "of": of, "places": named}
    if of == 1:
        return Message("does not say {key}", "没有写 {key}", fields)
    more = "…" if len(silent) > MOST_NAMED else ""
    return Message(
        "{number} of {of} without {key}: {places}" + more, "{of} 项中有 {number} 项没有 {key}：{places}" + more, fields
    )


def _number(element: Element, number: int) -> _Gap | None:
    """The gap where there are too few or too many."""
    if number < element.at_least:
        fields = {"number": number, "least": element.at_least}
        return _Gap(
            home_of(element.where),
            Message("only {number}; at least {least} are asked for", "只有 {number} 项，至少需要 {least} 项", fields),
        )
    if element.at_most and number > element.at_most:
        fields = {"number": number, "most": element.at_most}
        return _Gap(
            home_of(element.where),
            Message("{number} are too many; at most {most} are asked for", "有 {number} 项，最多 {most} 项", fields),
        )
    return None


def _found(element: Element, findings: Mapping[str, list[Diagnostic]]) -> _Gap | None:
    """The first finding of a rule that the element asks for."""
    found = next((found for code in element.asks for found in findings.get(code, ())), None) if findings else None
    return None if found is None else _Gap(found.path, found.message)


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(key.replace("|", " / ") for key in keys)
