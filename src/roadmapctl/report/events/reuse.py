"""The reuse plan: what is made out of each event, when it comes out, and what is left lying."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.programme.programme import Programme
from roadmapctl.analysis.programme.returns import returns
from roadmapctl.analysis.programme.reuse import Made, Reused, forms_used, reuse_plan
from roadmapctl.analysis.rounding import whole_up
from roadmapctl.i18n.numbers import number
from roadmapctl.report.events.tables import names, note, told
from roadmapctl.report.figures import Column, Section, Table
from roadmapctl.report.wording import Wording

NONE = Fraction(0)


def reuse_sections(words: Wording, programme: Programme | None) -> tuple[Section, ...]:
    """A row for each event, a column for each form of reuse; empty for a plan without events."""
    found = reuse_plan(words.plan, programme)
    if not found:
        return ()
    if not any(one.pieces for one in found):
        return (Section(told(words, "reuse"), notes=(note(words, "no_reuse"),)),)
    forms = forms_used(found)
    heads = (Column(told(words, "event"), words=True), *(Column(words.id(form), words=True) for form in forms))
    rows = ((words.tactic(one.held.id), *(_cell(words, one.pieces.get(form)) for form in forms)) for one in found)
    notes = (*_notes(words, found), *_yield(words, found, programme))
    return (Section(told(words, "reuse"), table=Table(heads, tuple(rows)), notes=notes),)


def _cell(words: Wording, made: Made | None) -> str:
    if made is None:
        return told(words, "no_piece")
    return words.day(made.day) or made.at or told(words, "made")


def _notes(words: Wording, found: tuple[Reused, ...]) -> Iterator[str]:
    if any(made.at is not None and made.day is None for one in found for made in one.pieces.values()):
        yield note(words, "series")
    unused = [one.held for one in found if not one.pieces]
    if unused:
        yield note(words, "not_reused", events=names(words, unused))
    without = [one for one in found if not one.has_replay]
    known = [one for one in without if one.no_shows]
    if known:
        people = number(whole_up(sum((one.no_shows or NONE for one in known), NONE)))
        yield note(words, "no_replay", number=people, events=names(words, (one.held for one in known)))
    unknown = [one.held for one in without if one.no_shows is None]
    if unknown:
        yield note(words, "no_replay_unknown", events=names(words, unknown))


def _yield(words: Wording, found: tuple[Reused, ...], programme: Programme | None) -> Iterator[str]:
    """How many further pieces there are, and what that makes of the cost of one."""
    events = sum(one.held.number for one in found)
    pieces = sum(one.held.number * len(one.pieces) for one in found)
    if not pieces:
        return
    costs = [row.spent.cost for row in returns(words.plan, programme)]
    if not costs or None in costs or not events:
        yield note(words, "pieces", events=number(events), pieces=number(pieces))
        return
    cost = sum((each for each in costs if each is not None), NONE)
    fields = {"each": words.money(cost / (events + pieces)), "alone": words.money(cost / events)}
    yield note(words, "pieces_cost", events=number(events), pieces=number(pieces), **fields)
