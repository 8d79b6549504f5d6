"""What has changed in a plan, in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from roadmapctl.analysis.review.changes import Change
from roadmapctl.i18n.review_words import KEYS, KINDS
from roadmapctl.i18n.text import shown
from roadmapctl.model import numbers
from roadmapctl.model.unreadable import Unreadable
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.review.words import Words

MOST = 60
"""Rows shown; JSON has them all."""
LONGEST = 120
MONEY = frozenset(("budget", "deal_size", "spend", "hour_cost", "cost_per_unit"))
DAYS = frozenset(("start", "end", "due", "date"))


def changed(changes: tuple[Change, ...], since: str, words: Words) -> Section:
    """A row a change: what, what it was, what it is."""
    title = words.label("since", since=shown(since))
    if not changes:
        return Section(title, notes=(words.label("no_changes"),))
    heads = tuple(Column(words.label(head), words=True) for head in ("what", "was", "is"))
    rows = tuple(_row(change, words) for change in changes[:MOST])
    left = len(changes) - MOST
    notes = (words.label("more_changes", number=str(left)),) if left > 0 else ()
    return Section(title, table=Table(heads, rows), notes=notes)


def _row(change: Change, words: Words) -> tuple[str, str, str]:
    before, after = _value(change, change.before, words), _value(change, change.after, words)
    if change.kind == "added":
        before, after = "", after if change.key else words.label("new")
    if change.kind == "removed":
        before, after = before if change.key else "", words.label("gone")
    return what(change, words), before, after


def what(change: Change, words: Words) -> str:
    """What a change is about: `Tactic “Guides”: budget`."""
    key = " · ".join(_key(part, change, words) for part in change.key)
    if not change.section:
        return key[:1].upper() + key[1:]
    kind = _said(KINDS, change.section[-1], words)
    member = kind if change.id is None else words.label("member", kind=kind, name=_name(change, words))
    return words.label("value_of", member=member, what=key) if key else member


def _key(part: str, change: Change, words: Words) -> str:
    if "contributes" in change.key[:-1] and part == change.key[-1]:
        return words.plan.metric(part)
    return _said(KEYS, part, words)


def _said(table: Mapping[str, tuple[str, str]], key: str, words: Words) -> str:
    return table[key][words.plan.language == "zh"] if key in table else shown(key)


def _name(change: Change, words: Words) -> str:
    member = change.after if change.kind == "added" and not change.key else change.before
    name = member.get("name") if isinstance(member, Mapping) else None
    plan = words.plan
    naming: Mapping[str, Callable[[str | None], str]] = {
        "goals": plan.goal, "milestones": plan.milestone, "tactics": plan.tactic, "metrics": plan.metric,
        "segments": plan.segment, "people": plan.person, "sources": plan.source, "stages": plan.stage,
    }  # fmt: skip
    return shown(str(name)) if name else naming.get(change.section[-1], plan.id)(change.id)


def _value(change: Change, value: Any, words: Words) -> str:
    """A value of YAML as people say it: money, dates, a metric's values, names for ids."""
    if value is None or not change.key:
        return ""
    key, plan = change.key[-1], words.plan
    if key in MONEY and (amount := _number(value)) is not None:
        return plan.money(amount)
    if key in DAYS and isinstance(value, str):
        return plan.day(date.fromisoformat(value))
    if (metric := _metric(change, words)) is not None and (amount := _number(value)) is not None:
        return plan.quantity(amount, metric, unit=True)
    naming: Mapping[str, Callable[[str | None], str]] = {
        "owner": plan.person,
        "milestone": plan.milestone,
        "goal": plan.goal,
    }
    if key in naming and isinstance(value, str):
        return naming[key](value)
    return _plain(value)


def _metric(change: Change, words: Words) -> str | None:
    """The metric whose value it is."""
    if change.key[0] == "contributes" and len(change.key) > 1:
        return change.key[1]
    if change.key[-1] not in ("target", "baseline") or change.section not in (("goals",), ("milestones",)):
        return None
    plan = words.plan.plan
    if change.section == ("goals",):
        return plan.goals[change.id].metric if change.id in plan.goals else None
    return plan.milestones[change.id].metric if change.id in plan.milestones else None


def _number(value: Any) -> Any:
    try:
        return numbers.quantity(value)
    except Unreadable:
        return None


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return shown(", ".join(f"{key}: {_plain(part)}" for key, part in value.items()), LONGEST)
    if isinstance(value, (list, tuple)):
        return shown(", ".join(map(_plain, value)), LONGEST)
    return shown(str(value), LONGEST)
