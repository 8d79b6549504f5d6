"""What a rule is, and the catalogue that every rule module enters itself into."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan

ANY = "*"


class Finding(NamedTuple):
    """What a rule found: a place in the plan and the values of its sentence; the engine finds the line.

    `key`: point at the key, not at its value. `help`: a mend that fits this case, in place of the rule's. `related`: places
    that explain. `absent`: paths of which the finding says that nothing is there; it is kept quiet where something is there
    that could not be read. A path that ends with ANY stands for every member of a collection.
    """

    path: Path
    fields: dict[str, Any]
    key: bool = False
    help: Message | None = None
    related: tuple[tuple[Path, Message], ...] = ()
    absent: tuple[Path, ...] = ()


Check = Callable[[Plan], Iterable[Finding]]


class Rule(NamedTuple):
    """A rule: its code, how much it matters, its sentences, and the function that looks.

    `asked`: it asks for an element of a planning method, so only plans that follow a method naming it are held to it.
    `whole`: what it adds up or searches through, sections (`tactics`) or values in them (`tactics.*.budget`); while a part of that
    cannot be read, it stays silent.
    `check` is None for what the loader and the models find; such a module is only the page.
    """

    code: str
    severity: Severity
    title_en: str
    title_zh: str
    page: str
    message: Message
    help: Message | None = None
    asked: bool = False
    whole: tuple[str, ...] = ()
    check: Check | None = None


CATALOGUE: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    *,
    title_zh: str,
    en: str,
    zh: str,
    help_en: str = "",
    help_zh: str = "",
    asked: bool = False,
    whole: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Enter the decorated function into the catalogue. The module's docstring is the page, its first line the title."""

    def enter(check: Check) -> Check:
        page = sys.modules[check.__module__].__doc__ or ""
        help = Message(help_en, help_zh) if help_en else None
        title = page.strip().partition("\n")[0].rstrip(".")
        _enter(Rule(code, severity, title, title_zh, page, Message(en, zh), help, asked, whole, check))
        return check

    return enter


def page(code: str, severity: Severity, module: str, *, title_zh: str) -> None:
    """Enter a page for something that the loader or the models find themselves."""
    text = sys.modules[module].__doc__ or ""
    title = text.strip().partition("\n")[0].rstrip(".")
    _enter(Rule(code, severity, title, title_zh, text, Message(title, title_zh)))


def _enter(entry: Rule) -> None:
    if entry.code in CATALOGUE:
        raise RuntimeError(f"two rules are called {entry.code}")
    CATALOGUE[entry.code] = entry


def element_path(section: str, id: str, *keys: str | int) -> Path:
    """The path of a member of a section such as `tactics` or `organization.people`."""
    return (*section.split("."), id, *keys)


def missing(path: Path, key: str, **fields: Any) -> Iterator[Finding]:
    """The finding that an element lacks a key, placed at the element."""
    yield Finding(path, fields, absent=((*path, key),))
