"""A method of somebody's own, from a YAML file of the same shape as ours: read like a plan, nothing in it executed."""

from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationError

from roadmapctl.diagnostics import Diagnostic, Message, Severity, Span
from roadmapctl.diagnostics import Path as PlanPath
from roadmapctl.frameworks import element as parts
from roadmapctl.frameworks.element import SHOWN, Framework, Words
from roadmapctl.frameworks.places import EVERY
from roadmapctl.load import Document, load_text
from roadmapctl.model.element import Element, Read
from roadmapctl.model.faults import as_diagnostic
from roadmapctl.model.known_keys import known_keys
from roadmapctl.model.nearest import nearest
from roadmapctl.model.numbers import Count
from roadmapctl.model.text import Name, Slug, name
from roadmapctl.model.unreadable import unreadable

MOST_BYTES = 256 * 1024
MOST_ELEMENTS = 300


def words(value: Any) -> Words:
    """A text for both languages, or `{en: …, zh: …}`. Raises Unreadable."""
    if not isinstance(value, dict):
        return name(value), name(value)
    if set(value) == {"en", "zh"}:
        return name(value["en"]), name(value["zh"])
    raise unreadable(
        "RM012",
        "a text belongs here, or one in each language",
        "此处应是文本，或中英文各一",
        ("write a text, or {{en: …, zh: …}}", "请写一段文本，或 {{en: …, zh: …}}"),
    )


Said = Annotated[tuple[str, str], Read(words, None, {})]


class OwnElement(Element):
    """Something the method wants a plan to say."""

    title: Said
    question: Said
    where: Name
    each: tuple[Name, ...] = ()
    some: tuple[Name, ...] = ()
    only: Name = ""
    among: Name = ""
    at_least: Count = 1
    at_most: Count = 0
    beside: tuple[Name, ...] = ()
    asks: tuple[Name, ...] = ()
    later: bool = False


class OwnStep(Element):
    """A step of the method: a chapter of the report."""

    title: Said
    shows: tuple[Slug, ...] = ()
    elements: dict[Slug, OwnElement]


class OwnMethod(Element):
    """A planning method."""

    method: Slug
    title: Said
    steps: tuple[OwnStep, ...]


class Own(NamedTuple):
    """What a file holds: a method, or what is wrong with it."""

    method: Framework | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document

    @property
    def name(self) -> str:
        """The file."""
        return self.document.name

    @property
    def language(self) -> None:
        """A method asks for no language."""

    def source_line(self, span: Span) -> str | None:
        """The line of text a span begins in."""
        return self.document.source_line(span)


def read_own(data: bytes, file: str, codes: frozenset[str]) -> Own:
    """The method of a file's bytes; `codes` are the rules there are to ask for."""
    document = load_text(data[: MOST_BYTES + 1], file)
    if len(data) > MOST_BYTES:
        most = {"most": MOST_BYTES // 1024}
        message = Message("a method is at most {most} KiB long", "规划方法最长 {most} KiB", most)
        return Own(None, (_fault(document, "RM004", (), message),), document)
    if document.faults or document.value is None:
        return Own(None, document.faults, document)
    try:
        read = OwnMethod.model_validate(document.value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=True)[:MOST_ELEMENTS]
        return Own(None, tuple(as_diagnostic(document, item, root=OwnMethod).diagnostic for item in found), document)
    faults = tuple(_faults(document, read, codes))
    return Own(None if faults else _method(read), faults, document)


def _method(read: OwnMethod) -> Framework:
    steps = tuple(
        parts.Step(
            step.title,
            step.shows,
            tuple(_element(id_, element) for id_, element in step.elements.items()),
        )
        for step in read.steps
    )
    return Framework(read.method, read.title, steps)


def _element(id_: str, read: OwnElement) -> parts.Element:
    values = {field: getattr(read, field) for field in parts.Element._fields if field != "id"}
    return parts.Element(id_, **{**values, "at_least": int(read.at_least), "at_most": int(read.at_most)})


def _faults(document: Document, read: OwnMethod, codes: frozenset[str]) -> list[Diagnostic]:
    """Names of things that there are not: keys of plans, rules, sections of a report."""
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for number, step in enumerate(read.steps):
        place: PlanPath = ("steps", number)
        for at, section in enumerate(step.shows):
            if section not in SHOWN:
                found.append(_unknown(document, (*place, "shows", at), section, SHOWN))
        for id_, element in step.elements.items():
            path = (*place, "elements", id_)
            if id_ in seen:
                message = Message("the element {id} is there already", "要素 {id} 重复", {"id": id_})
                found.append(_fault(document, "RM003", path, message))
            seen.add(id_)
            found += _wrong_paths(document, path, element)
            for at, code in enumerate(element.asks):
                if code not in codes:
                    found.append(_unknown(document, (*path, "asks", at), code, codes))
    if len(seen) > MOST_ELEMENTS:
        most = {"most": MOST_ELEMENTS}
        message = Message("a method has at most {most} elements", "规划方法最多 {most} 个要素", most)
        found.append(_fault(document, "RM004", ("steps",), message))
    return found


def _wrong_paths(document: Document, path: PlanPath, element: OwnElement) -> list[Diagnostic]:
    """Paths and keys that no plan can have."""
    asked: list[tuple[PlanPath, str, PlanPath]] = [((*path, "where"), element.where, ())]
    home = _steps(element.where)
    asked += [((*path, "beside", at), text, ()) for at, text in enumerate(element.beside)]
    for field in ("each", "some"):
        for at, keys in enumerate(getattr(element, field)):
            asked += [((*path, field, at), key, home) for key in keys.split("|")]
    for field in ("only", "among"):
        key = getattr(element, field).partition("=")[0]
        asked += [((*path, field), key, home)] if key else []
    found = []
    for place, text, base in asked:
        wrong = _no_key(text, base)
        if wrong is not None:
            found.append(_unknown(document, place, *wrong))
    return found


def _steps(where: str) -> PlanPath:
    """A path as the format knows it: any member of a collection stands for all."""
    return tuple(0 if step == EVERY else step for step in where.split("."))


def _no_key(text: str, base: PlanPath) -> tuple[str, tuple[str, ...]] | None:
    """The first step that no plan has, and those there are in its place."""
    path = base
    for step in _steps(text):
        known = known_keys(path)
        if known and step not in known:
            return str(step), known
        path = (*path, step)
    return None


def _unknown(document: Document, path: PlanPath, word: str, known: Iterable[str]) -> Diagnostic:
    message = Message("there is no “{word}” here", "此处没有“{word}”", {"word": word})
    likely = nearest(word, sorted(known))
    if likely is not None:
        return _fault(
            document,
            "RM014",
            path,
            message,
            Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely}),
        )
    shown = {"known": ", ".join(sorted(known)[:30])}
    return _fault(document, "RM014", path, message, Message("there are: {known}", "现有：{known}", shown))


def _fault(document: Document, code: str, path: PlanPath, message: Message, help: Message | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, document.span_of(path), message, help, path)
