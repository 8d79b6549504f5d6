"""The plans of a roll-up: read, each once, and each under the wider plan that it names."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.cli.console import STDIN, complain, refuse
from roadmapctl.cli.plans import all_usable
from roadmapctl.i18n import Language
from roadmapctl.i18n.rollup_words import REFUSED

if TYPE_CHECKING:
    from roadmapctl.analysis.rollup.members import Member
    from roadmapctl.project import Checked


class Family(NamedTuple):
    """A wider plan (None where the plans name none), the plans under it, and the files of those that were given twice."""

    whole: "Member | None"
    members: "tuple[Member, ...]"
    twice: tuple[str, ...]


def families(paths: Sequence[Path], language: Language | None) -> list[Family]:
    """The plans at the paths by the wider plan they name, the widest first.

    Leaves with 1 and the errors shown where a plan has any, with 2 where one cannot be read, where nothing rolls up to anything,
    and where plans of one family count in different currencies.
    """
    given, twice = _read(paths, language)
    under: dict[str | None, list[str]] = {}
    for key, checked in list(given.items()):
        parent = _parent_key(checked)
        under.setdefault(parent, []).append(key)
        if parent is not None and parent not in given:
            given[parent] = all_usable([Path(parent)], language)[0]
    alone = [key for key in under.pop(None, []) if key not in under]
    if not under and len(alone) < 2:
        refuse(REFUSED["nothing"], language or "en", file=_name(given[alone[0]]))
    if under:
        for key in alone:
            complain(REFUSED["alone"], language or "en", file=_name(given[key]))
    found = [
        _family(parent, keys, given, twice) for parent, keys in sorted(under.items(), key=lambda u: _depth(u[0], given))
    ]
    found = found or [_family(None, alone, given, twice)]
    for family in found:
        _one_currency(family, language)
    return found


def _read(paths: Sequence[Path], language: Language | None) -> "tuple[dict[str, Checked], frozenset[str]]":
    """Every plan at the paths by the real path of its main file, and those that were given more than once."""
    from roadmapctl.load import find_plans

    if STDIN in paths:
        refuse(REFUSED["stdin"], language or "en")
    given: dict[str, Checked] = {}
    twice = set()
    plans = [plan for path in paths for plan in find_plans(path)]
    for checked in all_usable(plans or paths, language):
        key = os.path.realpath(checked.document.name)
        if key in given:
            twice.add(key)
        given.setdefault(key, checked)
    return given, frozenset(twice)


def _parent_key(checked: "Checked") -> str | None:
    """The real path of the main file of the plan that a plan names as its parent."""
    from roadmapctl.load import read_files

    plan = checked.usable
    if plan is None or plan.parent is None:
        return None
    return os.path.realpath(read_files(Path(checked.document.name).parent / plan.parent)[0][0])


def _depth(key: str | None, given: "dict[str, Checked]") -> int:
    """How many wider plans there are above a plan, as far as they were read."""
    depth = 0
    while key is not None and key in given:
        key, depth = _parent_key(given[key]), depth + 1
    return depth


def _family(parent: str | None, keys: Sequence[str], given: "dict[str, Checked]", twice: frozenset[str]) -> Family:
    whole = None if parent is None else _member(given[parent])
    return Family(
        whole, tuple(_member(given[key]) for key in keys), tuple(_name(given[key]) for key in keys if key in twice)
    )


def _member(checked: "Checked") -> "Member":
    from roadmapctl.analysis.rollup.members import Member

    plan = checked.usable
    assert plan is not None  # those with errors were refused
    return Member(_name(checked), plan)


def _name(checked: "Checked") -> str:
    from roadmapctl.output.place import file_name

    name = checked.document.name
    return file_name(os.path.relpath(name) if Path(name).is_absolute() else name)


def _one_currency(family: Family, language: Language | None) -> None:
    everybody = [*([] if family.whole is None else [family.whole]), *family.members]
    files: dict[str, list[str]] = {}
    for member in everybody:
        if member.plan.currency is not None:
            files.setdefault(member.plan.currency, []).append(member.file)
    if len(files) > 1:
        stated = "; ".join(f"{currency}: {', '.join(named)}" for currency, named in files.items())
        refuse(REFUSED["currencies"], language or "en", plans=stated)
