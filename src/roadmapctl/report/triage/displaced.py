"""What would make way for a request, and what the goals gain and lose by that."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.triage.aims import Moved
from roadmapctl.analysis.triage.displacement import Balance, Displacement, GivenUp
from roadmapctl.analysis.triage.grounds import Grounds
from roadmapctl.report.figures import Column, Line, Section, Table
from roadmapctl.report.triage.words import Words


def displaced(found: Grounds, words: Words) -> Iterator[Section]:
    """The tactics, then the goals; nothing where money and hands are there."""
    given = found.displacement
    if given is None:
        return
    yield Section(
        words.label("displaced"), lines=_day(found, words), table=_tactics(given, words), notes=_notes(found, words)
    )
    yield Section(words.label("balance"), table=_goals(given, words))


def _day(found: Grounds, words: Words) -> tuple[Line, ...]:
    return () if found.as_of is None else (Line(words.label("decided_on"), words.plan.day(found.as_of)),)


def _tactics(given: Displacement, words: Words) -> Table:
    label = words.label
    heads = (Column(label("tactic"), words=True), Column(label("part")), Column(label("frees")), Column(label("loses")))
    return Table(heads, tuple(_tactic(one, words) for one in given.tactics))


def _tactic(one: GivenUp, words: Words) -> tuple[str, ...]:
    lost = words.plan.join(_amount(moved, words) for moved in one.lost)
    return words.plan.tactic(one.id), words.plan.share(one.part, 0), words.plan.money(one.money), lost


def _amount(moved: Moved, words: Words) -> str:
    return words.plan.label(
        "of_metric",
        value=words.amount(moved.amount, moved.aim.metric),
        metric=words.plan.metric(moved.aim.metric),
    )


def _notes(found: Grounds, words: Words) -> tuple[str, ...]:
    given = found.displacement
    proved = given is not None and given.proved
    notes = [words.label("proved" if proved else "unproved")]
    if given is not None and _drags(given, words):
        notes.append(words.label("drags"))
    if found.candidates.unpriced:
        notes.append(words.label("incomparable", tactics=words.tactics(found.candidates.unpriced)))
    return tuple(notes)


def _drags(given: Displacement, words: Words) -> bool:
    """Does a tactic fall because one that it waits for does?"""
    ids = {one.id for one in given.tactics}
    return any(ids & set(words.plan.plan.tactics[id_].after) for id_ in ids)


def _goals(given: Displacement, words: Words) -> Table:
    label, share = words.label, words.plan.share
    heads = ("without", "lost", "gained", "after", "wanted")
    columns = (Column(label("goal"), words=True), *(Column(label(head)) for head in heads), Column("", words=True))
    total = (label("total"), "", share(given.loss), share(given.gain), "", "", "")
    return Table(columns, (*(_goal(one, words) for one in given.goals), total))


def _goal(one: Balance, words: Words) -> tuple[str, ...]:
    def amount(value: Fraction) -> str:
        return words.amount(value, one.aim.metric) if value else ""

    values = (one.planned, one.lost, one.gained, one.after, one.aim.way)
    state = words.label("falls_short" if one.missing_after else "enough")
    return words.plan.goal(one.aim.goal), *map(amount, values), state
